import { defineDataset } from '../shapes/define-dataset.ts';
import {
  countryDimension,
  observationAttributes,
  obsValue,
  sexDimension,
  timePeriodDimension,
} from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** Who lives in which district and lived in which before: the matrix of a census or survey. */
export const internalMigration = defineDataset({
  id: 'internal_migration',
  label: { en: 'Internal migration' },
  description: { en: 'Persons by district of residence now and before, as a census or survey counted them.' },
  custodian: 'bureau_of_statistics',
  source:
    'UN Principles and Recommendations for Population and Housing Censuses, Rev.3, internal migration characteristics',
  datedBy: 'time_period',
  dimensions: ['reference_area', 'migration_interval', 'from_district', 'to_district', 'sex', 'time_period'],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: ['reference_area', 'migration_interval', 'from_district', 'to_district', 'sex', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country within which people moved.', {
      concept: 'REF_AREA',
      aliases: ['reference area', 'ref_area', 'country'],
    }),
    fieldOf('migration_interval', 'code', 'Interval', 'Since birth, within five years, or within one year.', {
      required: true,
      classification: 'migration_interval',
      aliases: ['interval', 'migration interval', 'kind of migration', 'period of migration', 'lifetime/recent'],
    }),
    fieldOf('from_district', 'code', 'District before', 'District of residence (or birth) before.', {
      required: true,
      classification: 'district',
      aliases: [
        'from district',
        'district of previous residence',
        'district of birth',
        'origin district',
        'previous district',
        'origin',
      ],
    }),
    fieldOf('to_district', 'code', 'District now', 'District of residence at the count.', {
      required: true,
      classification: 'district',
      aliases: [
        'to district',
        'district of residence',
        'district of enumeration',
        'destination district',
        'current district',
        'destination',
      ],
    }),
    sexDimension,
    timePeriodDimension,
    obsValue('integer', 'Number of persons.', 'persons', ['persons', 'migrants', 'count', 'number of persons']),
    ...observationAttributes,
  ],
  rules: [],
});
