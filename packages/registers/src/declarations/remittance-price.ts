import { defineRegister } from '../shapes/define-register.ts';
import { countryDimension } from './dataset-fields.ts';
import { fieldOf } from './field-of.ts';

/** What it costs to send money home, as found by asking each provider on one day. */
export const remittancePrice = defineRegister({
  id: 'remittance_price',
  label: { en: 'Prices of remittances' },
  description: { en: 'One record for each offer of a provider to send an amount from one country to another.' },
  custodian: 'central_bank',
  source:
    'SDG indicator 10.c.1; World Bank, Remittance Prices Worldwide (200 US dollars, fee and exchange-rate margin)',
  datedBy: 'collected_on',
  key: ['collected_on', 'sender', 'receiver', 'provider', 'product', 'amount_sent'],
  fields: [
    fieldOf('collected_on', 'date', 'Collected on', 'Day on which the price was asked.', {
      required: true,
      minimum: '2000-01-01',
      aliases: ['collected on', 'date collected', 'survey date', 'date', 'collection date'],
    }),
    countryDimension('sender', 'Sent from', 'Country from which money is sent.', {
      aliases: ['sender', 'sending country', 'source country', 'from', 'source_code', 'source_name'],
    }),
    countryDimension('receiver', 'Received in', 'Country in which money is received.', {
      aliases: ['receiver', 'receiving country', 'destination country', 'to', 'destination_code', 'destination_name'],
    }),
    fieldOf('provider', 'text', 'Provider', 'Bank, operator or service that sends.', {
      required: true,
      aliases: ['provider', 'firm', 'operator', 'service provider', 'rsp', 'money transfer operator'],
    }),
    fieldOf('product', 'text', 'Product', 'Kind of service: account to account, cash, mobile money.', {
      aliases: ['product', 'service', 'payment instrument', 'channel'],
    }),
    fieldOf('amount_sent', 'money', 'Amount sent', 'The amount for which the price was asked.', {
      required: true,
      minimum: 0.01,
      unit: 'US dollars',
      aliases: ['amount', 'amount sent', 'send amount', 'usd', 'amount usd'],
    }),
    fieldOf('fee', 'money', 'Fee', 'Fee of the provider.', {
      required: true,
      minimum: 0,
      unit: 'US dollars',
      aliases: ['fee', 'transaction fee', 'charge', 'commission', 'fee usd'],
    }),
    fieldOf(
      'exchange_margin',
      'decimal',
      'Exchange margin',
      'By how much the rate given is worse than the market rate.',
      {
        unit: 'per cent of the amount',
        minimum: -50,
        maximum: 100,
        aliases: ['exchange margin', 'fx margin', 'exchange rate margin', 'margin', 'exchange rate margin %'],
      },
    ),
  ],
  rules: [],
});
