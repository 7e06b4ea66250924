import { defineDataset } from '../shapes/define-dataset.ts';
import { countryDimension, observationAttributes, obsValue, timePeriodDimension } from './dataset-fields.ts';

/** Money that migrants send, from country to country. */
export const remittanceFlow = defineDataset({
  id: 'remittance_flow',
  label: { en: 'Remittances' },
  description: { en: 'Personal remittances sent from one country to another within a year.' },
  custodian: 'central_bank',
  source: 'IMF Balance of Payments Manual 6, appendix 5; World Bank bilateral remittance estimates',
  datedBy: 'time_period',
  dimensions: ['sender', 'receiver', 'time_period'],
  measure: 'obs_value',
  attributes: ['obs_status', 'note'],
  key: ['sender', 'receiver', 'time_period'],
  fields: [
    countryDimension('sender', 'Sent from', 'Country from which the money is sent; _T for all.', {
      concept: 'REF_AREA',
      aliases: [
        'sender',
        'sending country',
        'remittance-sending country',
        'remittance-sending country (down)',
        'from',
        'source country',
        'sending (down)',
        'host country',
        'corridor from',
      ],
    }),
    countryDimension('receiver', 'Received in', 'Country in which the money is received; _T for all.', {
      concept: 'COUNTERPART_AREA',
      aliases: [
        'receiver',
        'receiving country',
        'remittance-receiving country',
        'remittance-receiving country (across)',
        'to',
        'recipient',
        'receiving (across)',
        'home country',
        'corridor to',
      ],
    }),
    timePeriodDimension,
    obsValue('decimal', 'Amount of the year.', 'million US dollars', [
      'remittances',
      'amount',
      'usd',
      'us$',
      'million usd',
      'us dollars',
      'remittance',
      'millions of us$',
      'inflow',
    ]),
    ...observationAttributes,
  ],
  rules: [],
});
