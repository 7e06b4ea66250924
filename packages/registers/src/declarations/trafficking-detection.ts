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

/** Detected victims of trafficking as an authority has counted and published them; no record of any of them is here. */
export const traffickingDetection = defineDataset({
  id: 'trafficking_detection',
  label: { en: 'Detected victims of trafficking' },
  description: {
    en: 'Victims of trafficking in persons detected in a year, by sex, age and form of exploitation, as counted by the authority.',
  },
  custodian: 'tip_secretariat',
  source:
    'SDG indicator 16.2.2; UNODC Global Report on Trafficking in Persons; SADC regional trafficking data collection',
  datedBy: 'time_period',
  dimensions: ['reference_area', 'exploitation', 'sex', 'age_group', 'time_period'],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: ['reference_area', 'exploitation', 'sex', 'age_group', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country in which the victims were detected.', {
      concept: 'REF_AREA',
      aliases: ['reference area', 'ref_area', 'country', 'country of detection', 'iso3_code'],
    }),
    fieldOf('exploitation', 'code', 'Form of exploitation', 'The purpose of trafficking; _T for all.', {
      required: true,
      classification: 'exploitation',
      aliases: ['exploitation', 'form of exploitation', 'purpose of exploitation', 'type of exploitation'],
    }),
    sexDimension,
    ageGroupDimension,
    timePeriodDimension,
    obsValue('integer', 'Number of victims detected.', 'persons', ['victims', 'detected victims', 'victims detected']),
    ...observationAttributes,
  ],
  rules: [],
});
