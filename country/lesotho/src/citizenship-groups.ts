import { type CountryPack, SADC_MEMBERS } from '@leeto/registers';

/** The groups in which tables of the ports show citizenship: own, South African, other SADC, all others. */
export const citizenshipGroups: CountryPack['citizenshipGroups'] = [
  { code: 'own', label: { en: 'Lesotho', st: 'Lesotho' }, countries: ['LSO'] },
  { code: 'zaf', label: { en: 'South Africa', st: 'Afrika Boroa' }, countries: ['ZAF'] },
  {
    code: 'sadc',
    label: { en: 'Other SADC', st: 'Linaha tse ling tsa SADC' },
    countries: [...SADC_MEMBERS].filter((code) => code !== 'LSO' && code !== 'ZAF'),
  },
  { code: 'other', label: { en: 'Other countries', st: 'Linaha tse ling' }, countries: [] },
];
