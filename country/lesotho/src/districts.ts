import { type ClassificationItem, defineClassification } from '@leeto/registers';

interface DistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly camptown: string;
  /** Place in the tables of the Bureau of Statistics. */
  readonly order: number;
  readonly areaKm2: number;
  readonly population2006: number;
  readonly population2016: number;
  readonly aliases: readonly string[];
}

/** What is published of each district, in the order of the Bureau of Statistics. */
export const districtFacts: readonly DistrictFacts[] = [
  {
    code: 'LS-B',
    name: 'Butha-Buthe',
    camptown: 'Butha-Buthe',
    order: 1,
    areaKm2: 1767,
    population2006: 109_139,
    population2016: 118_242,
    aliases: [
      'Botha-Bothe',
      'Butha Buthe',
      'Buthabuthe',
      'Bothabothe',
      'BB',
      'B',
      'LSB',
      'LS.BB',
      'Butha-Buthe District',
      '01',
    ],
  },
  {
    code: 'LS-C',
    name: 'Leribe',
    camptown: 'Hlotse',
    order: 2,
    areaKm2: 2828,
    population2006: 296_673,
    population2016: 337_521,
    aliases: ['Hlotse', 'LE', 'C', 'LSC', 'LS.LE', 'Leribe District', '02'],
  },
  {
    code: 'LS-D',
    name: 'Berea',
    camptown: 'Teyateyaneng',
    order: 3,
    areaKm2: 2222,
    population2006: 248_225,
    population2016: 262_616,
    aliases: ['Teyateyaneng', 'TY', 'BE', 'D', 'LSD', 'LS.BE', 'Berea District', '03'],
  },
  {
    code: 'LS-A',
    name: 'Maseru',
    camptown: 'Maseru',
    order: 4,
    areaKm2: 4279,
    population2006: 436_399,
    population2016: 519_186,
    aliases: ['MS', 'A', 'LSA', 'LS.MS', 'Maseru District', 'Maseru city', 'Maseru urban', '04'],
  },
  {
    code: 'LS-E',
    name: 'Mafeteng',
    camptown: 'Mafeteng',
    order: 5,
    areaKm2: 2119,
    population2006: 192_795,
    population2016: 178_222,
    aliases: ['MF', 'E', 'LSE', 'LS.MF', 'Mafeteng District', '05'],
  },
  {
    code: 'LS-F',
    name: "Mohale's Hoek",
    camptown: "Mohale's Hoek",
    order: 6,
    areaKm2: 3530,
    population2006: 173_706,
    population2016: 165_590,
    aliases: ['Mohale Hoek', 'Mohaleshoek', "Mohale's Hoek District", 'MH', 'F', 'LSF', 'LS.MH', 'Mohales Hoek', '06'],
  },
  {
    code: 'LS-G',
    name: 'Quthing',
    camptown: 'Moyeni',
    order: 7,
    areaKm2: 2916,
    population2006: 119_811,
    population2016: 115_469,
    aliases: ['Moyeni', 'QT', 'G', 'LSG', 'LS.QT', 'Quthing District', '07'],
  },
  {
    code: 'LS-H',
    name: "Qacha's Nek",
    camptown: "Qacha's Nek",
    order: 8,
    areaKm2: 2349,
    population2006: 71_756,
    population2016: 74_566,
    aliases: ['Qachas Nek', 'Qacha Nek', "Qacha's Nek District", 'Qachasnek', 'QN', 'H', 'LSH', 'LS.QN', '08'],
  },
  {
    code: 'LS-J',
    name: 'Mokhotlong',
    camptown: 'Mokhotlong',
    order: 9,
    areaKm2: 4075,
    population2006: 95_332,
    population2016: 100_442,
    aliases: ['MK', 'J', 'LSJ', 'LS.MK', 'Mokhotlong District', '09'],
  },
  {
    code: 'LS-K',
    name: 'Thaba-Tseka',
    camptown: 'Thaba-Tseka',
    order: 10,
    areaKm2: 4270,
    population2006: 128_885,
    population2016: 135_347,
    aliases: ['Thaba Tseka', 'Thabatseka', 'TT', 'K', 'LSK', 'LS.TT', 'Thaba-Tseka District', '10'],
  },
];

/** The ten districts (there is no LS-I), `_T` for the whole country, `_U` where the district is not known. */
export const district = defineClassification({
  id: 'district',
  label: { en: 'Districts of Lesotho', st: 'Litereke tsa Lesotho' },
  description: { en: 'Districts by ISO 3166-2, with camptown, area and population at the censuses of 2006 and 2016.' },
  version: 'ISO 3166-2:LS',
  source: 'ISO 3166-2; Bureau of Statistics, Population and Housing Censuses 2006 and 2016',
  status: 'official',
  items: [
    {
      code: '_T',
      label: { en: 'Lesotho', st: 'Lesotho' },
      aliases: ['Total', 'All districts', 'National', 'Whole country', 'Kaofela'],
    },
    ...districtFacts.map(toItem),
    { code: '_U', label: { en: 'Not stated' }, aliases: ['Unknown', 'Not known', 'N/A'] },
  ],
});

function toItem(facts: DistrictFacts): ClassificationItem {
  return {
    code: facts.code,
    label: { en: facts.name, st: facts.name },
    aliases: facts.aliases,
    properties: {
      camptown: facts.camptown,
      order: facts.order,
      area_km2: facts.areaKm2,
      population_2006: facts.population2006,
      population_2016: facts.population2016,
    },
  };
}
