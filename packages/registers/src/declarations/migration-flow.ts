import { defineDataset } from '../shapes/define-dataset.ts';
import {
  ageGroupDimension,
  countryDimension,
  observationAttributes,
  obsValue,
  residenceRuleField,
  sexDimension,
  timePeriodDimension,
} from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** Migrants who came or left within a year, as a publisher counted them. */
export const migrationFlow = defineDataset({
  id: 'migration_flow',
  label: { en: 'Migration flows' },
  description: { en: 'Persons who changed their country of residence within a year.' },
  custodian: 'bureau_of_statistics',
  source: 'UN 1998 Recommendations Rev.1, chapter III',
  datedBy: 'time_period',
  dimensions: ['reference_area', 'partner', 'direction', 'sex', 'age_group', 'citizenship', 'time_period'],
  measure: 'obs_value',
  attributes: ['residence_rule', 'obs_status', 'note'],
  key: ['reference_area', 'partner', 'direction', 'sex', 'age_group', 'citizenship', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country that counts the flow.', {
      concept: 'REF_AREA',
      aliases: [
        'reference area',
        'ref_area',
        'country',
        'reporting country',
        'reporter',
        'reporting country name',
        'destination',
      ],
    }),
    countryDimension('partner', 'Partner country', 'Country of previous or next residence; _T for all.', {
      concept: 'COUNTERPART_AREA',
      aliases: [
        'partner',
        'partner country',
        'country of previous residence',
        'country of next residence',
        'origin',
        'odname',
        'previous/next residence',
        'counterpart area',
      ],
    }),
    fieldOf('direction', 'code', 'Direction', 'Immigration or emigration.', {
      required: true,
      classification: 'flow_direction',
      aliases: ['direction', 'type', 'immigrants/emigrants', 'flow type', 'variable'],
    }),
    sexDimension,
    ageGroupDimension,
    countryDimension('citizenship', 'Citizenship', 'Country of citizenship; _T for all.', {
      concept: 'CITIZENSHIP',
      aliases: ['citizenship', 'nationality', 'country of citizenship', 'citizens/foreigners'],
    }),
    timePeriodDimension,
    obsValue('integer', 'Number of migrants.', 'persons', [
      'migrants',
      'flow',
      'number',
      'persons',
      'inflow',
      'outflow',
      'immigrants',
      'emigrants',
      'total',
    ]),
    residenceRuleField,
    ...observationAttributes,
  ],
  rules: [],
});
