import { defineDataset } from '../shapes/define-dataset.ts';
import { countryDimension, observationAttributes, obsValue, timePeriodDimension } from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

const ASYLUM_ALIASES = [
  'coa_name',
  'country of asylum',
  'asylum country',
  'country of asylum (name)',
  'coa_iso',
  'country of asylum (iso)',
  'host country',
  'asylum',
  "pays d'asile",
  'country / territory of asylum/residence',
  'country of residence',
];
const ORIGIN_ALIASES = [
  'coo_name',
  'country of origin',
  'country of origin (name)',
  'coo_iso',
  'country of origin (iso)',
  'origin',
  "pays d'origine",
  'nationality',
];

export const asylumCountryDimension = countryDimension(
  'asylum_country',
  'Country of asylum',
  'Country in which the persons are.',
  {
    concept: 'REF_AREA',
    aliases: ASYLUM_ALIASES,
  },
);

export const asylumOriginDimension = countryDimension(
  'origin',
  'Country of origin',
  'Country from which the persons come.',
  {
    concept: 'COUNTERPART_AREA',
    aliases: ORIGIN_ALIASES,
  },
);

/** Refugees and the other populations that UNHCR counts, at the end of each year. */
export const refugeePopulation = defineDataset({
  id: 'refugee_population',
  label: { en: 'Refugees and displaced persons', st: 'Baphaphathehi' },
  description: { en: 'Forcibly displaced and stateless persons at the end of a year.' },
  custodian: 'unhcr',
  source: 'UNHCR Refugee Data Finder, methodology; EGRISS recommendations (2018)',
  datedBy: 'time_period',
  dimensions: ['asylum_country', 'origin', 'population_type', 'time_period'],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: ['asylum_country', 'origin', 'population_type', 'time_period'],
  fields: [
    asylumCountryDimension,
    asylumOriginDimension,
    fieldOf(
      'population_type',
      'code',
      'Population',
      'Refugees, asylum-seekers, returned, internally displaced, stateless …',
      {
        required: true,
        classification: 'population_type',
        aliases: ['population type', 'population', 'pop_type', 'type', 'category', 'population group'],
      },
    ),
    timePeriodDimension,
    obsValue('integer', 'Number of persons at the end of the year.', 'persons', [
      'persons',
      'total',
      'number',
      'individuals',
    ]),
    ...observationAttributes,
  ],
  rules: [],
});
