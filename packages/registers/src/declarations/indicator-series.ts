import { defineDataset } from '../shapes/define-dataset.ts';
import { countryDimension, observationAttributes, obsValue, timePeriodDimension } from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** Single published figures: economy, remittances, permits of a host country. */
export const indicatorSeries = defineDataset({
  id: 'indicator_series',
  label: { en: 'Indicators' },
  description: { en: 'Published figures that give migration its context, one a year, with unit and citation.' },
  custodian: 'bureau_of_statistics',
  source: 'IOM Migration Profiles guide; World Development Indicators',
  datedBy: 'time_period',
  dimensions: ['reference_area', 'indicator', 'partner', 'time_period'],
  measure: 'obs_value',
  attributes: ['unit', 'obs_status', 'note', 'citation'],
  key: ['reference_area', 'indicator', 'partner', 'time_period'],
  fields: [
    countryDimension('reference_area', 'Country', 'Country to which the figure refers.', {
      concept: 'REF_AREA',
      aliases: ['reference area', 'ref_area', 'country', 'country name', 'country code', 'area', 'iso3'],
    }),
    fieldOf('indicator', 'code', 'Indicator', 'What is measured.', {
      required: true,
      classification: 'indicator',
      concept: 'INDICATOR',
      aliases: ['indicator', 'indicator name', 'indicator code', 'series', 'series name', 'series code', 'variable'],
    }),
    countryDimension('partner', 'Partner country', 'The other country of the figure; _T where there is none.', {
      concept: 'COUNTERPART_AREA',
      aliases: ['partner', 'partner country', 'counterpart', 'counterpart area'],
    }),
    timePeriodDimension,
    obsValue('decimal', 'The figure, in the unit that `unit` states.', undefined, [
      'amount',
      'number',
      'total',
      'estimate',
    ]),
    fieldOf('unit', 'text', 'Unit', 'Unit of the figure.', {
      concept: 'UNIT_MEASURE',
      aliases: ['unit', 'unit of measure', 'units', 'unit measure'],
    }),
    ...observationAttributes,
    fieldOf('citation', 'long_text', 'Citation', 'Where the figure is published.', {
      aliases: ['citation', 'source', 'reference', 'publication', 'url'],
    }),
  ],
  rules: [],
});
