import { defineDataset } from '../shapes/define-dataset.ts';
import {
  ageGroupDimension,
  countryDimension,
  observationAttributes,
  obsValue,
  sexDimension,
  timePeriodDimension,
} from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** Inhabitants, the base of every rate. */
export const populationCount = defineDataset({
  id: 'population_count',
  label: { en: 'Population', st: 'Baahi' },
  description: { en: 'Inhabitants of the country and its districts at a census or by estimate.' },
  custodian: 'bureau_of_statistics',
  source: 'UN Principles and Recommendations for Population and Housing Censuses, Rev.3',
  datedBy: 'time_period',
  dimensions: ['reference_area', 'district', 'sex', 'age_group', 'time_period'],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: ['reference_area', 'district', 'sex', 'age_group', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country whose inhabitants are counted.', {
      concept: 'REF_AREA',
      aliases: ['reference area', 'ref_area', 'country', 'area', 'location', 'country name', 'iso3'],
    }),
    fieldOf('district', 'code', 'District', 'District, or _T for the whole country.', {
      required: true,
      classification: 'district',
      sesotho: 'Setereke',
      aliases: [
        'district',
        'setereke',
        'districts',
        'adm1',
        'admin 1',
        'district name',
        'district_census_spelling',
        'district code',
        'iso_3166_2',
        'region',
        'province',
      ],
    }),
    sexDimension,
    ageGroupDimension,
    timePeriodDimension,
    obsValue('integer', 'Number of inhabitants.', 'persons', [
      'population',
      'total population',
      'pop',
      'persons',
      'inhabitants',
      'total',
      'count',
      'population_census_2016',
      'baahi',
      'census population',
    ]),
    ...observationAttributes,
  ],
  rules: [],
});
