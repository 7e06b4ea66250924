import {
  type ClassificationDeclaration,
  type CountryPack,
  defineClassification,
  type ItemLine,
  itemsOf,
  makeCatalogue,
} from '@leeto/registers';

const list = (id: string, label: string, ...lines: readonly ItemLine[]): ClassificationDeclaration =>
  defineClassification({
    id,
    label: { en: label },
    description: { en: label },
    version: '1',
    source: 'test',
    status: 'interim',
    items: itemsOf(...lines),
  });

const agencies = [
  'home_affairs_immigration',
  'visa_provider',
  'home_affairs_residence',
  'labour_commissioner',
  'refugees_commissioner',
  'police',
  'home_affairs_civil_registry',
  'bureau_of_statistics',
  'central_bank',
  'foreign_affairs',
  'social_development',
  'tip_secretariat',
  'undesa',
  'unhcr',
  'iom',
  'world_bank',
];

/** A country of three ports and two districts. */
const pack: CountryPack = {
  code: 'LSO',
  name: { en: 'Testland' },
  agencies: agencies.map((id) => ({ id, name: { en: id }, level: 'national' })),
  classifications: [
    list(
      'port',
      'Ports',
      ['LS-MSB', 'Maseru Bridge', ['MSB', 'Maseru']],
      ['LS-MPB', 'Maputsoe', ['Ficksburg Bridge']],
      ['_O', 'Another country'],
      ['_U', 'Not stated'],
    ),
    list('district', 'Districts', ['_T', 'Whole country'], ['LS-A', 'Maseru'], ['LS-C', 'Leribe']),
    list('visa_type', 'Visa types', ['tourist', 'Tourist visa'], ['business', 'Business visa']),
    list('permit_type', 'Permit types', ['study', 'Study permit'], ['work', 'Work permit', ['employment']]),
  ],
  registers: [],
  deliveries: [],
  shapes: { districts: [] },
  citizenshipGroups: [],
};

/** The common declarations with a small country, for the tests of this package. */
export const testCatalogue = makeCatalogue(pack);
