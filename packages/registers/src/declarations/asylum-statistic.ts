import { defineDataset } from '../shapes/define-dataset.ts';
import { observationAttributes, obsValue, timePeriodDimension } from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';
import { asylumCountryDimension, asylumOriginDimension } from './refugee-population.ts';

/** Asylum applications, decisions and solutions, as UNHCR publishes them. */
export const asylumStatistic = defineDataset({
  id: 'asylum_statistic',
  label: { en: 'Asylum applications and decisions' },
  description: { en: 'Applications for asylum, decisions and durable solutions within a year.' },
  custodian: 'unhcr',
  source: 'UNHCR Refugee Data Finder, methodology',
  datedBy: 'time_period',
  dimensions: [
    'asylum_country',
    'origin',
    'indicator',
    'procedure_type',
    'decision_level',
    'application_type',
    'counted_unit',
    'time_period',
  ],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: [
    'asylum_country',
    'origin',
    'indicator',
    'procedure_type',
    'decision_level',
    'application_type',
    'counted_unit',
    'time_period',
  ],
  fields: [
    asylumCountryDimension,
    asylumOriginDimension,
    fieldOf('indicator', 'code', 'Indicator', 'Applications, decisions by kind, or solutions.', {
      required: true,
      classification: 'asylum_indicator',
      aliases: ['indicator', 'measure', 'variable', 'decision', 'type of decision'],
    }),
    fieldOf('procedure_type', 'text', 'Procedure', 'Who decided: G government, U UNHCR, J both.', {
      aliases: ['procedure type', 'procedure_type', 'procedure', 'rsd procedure type'],
    }),
    fieldOf('decision_level', 'text', 'Level', 'First instance, appeal, review (codes of UNHCR).', {
      aliases: ['decision level', 'dec_level', 'level', 'rsd procedure level', 'instance'],
    }),
    fieldOf('application_type', 'text', 'Type of application', 'New, repeat, appeal (codes of UNHCR).', {
      aliases: ['application type', 'app_type', 'type of application'],
    }),
    fieldOf(
      'counted_unit',
      'text',
      'Counted in',
      'P persons, C cases (codes of UNHCR): the same row may stand once in each.',
      {
        aliases: ['counted unit', 'app_pc', 'dec_pc', 'persons or cases', 'cases / persons', 'unit'],
      },
    ),
    timePeriodDimension,
    obsValue('integer', 'Number in the year, in persons or cases.', undefined, [
      'number',
      'total',
      'applied',
      'persons',
      'cases',
      'decisions',
    ]),
    ...observationAttributes,
  ],
  rules: [],
});
