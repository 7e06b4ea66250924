import { dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';
import type { ValueColumn } from '../table.ts';

function percentOf(name: string, label: string): ValueColumn {
  return { name, label: { en: label }, unit: '%', kind: 'indicator', decimals: 2, additive: false };
}

/** SDG indicator 10.c.1. */
export const remittanceCosts = defineMeasure({
  id: 'remittance_costs',
  title: { en: 'Cost of sending remittances' },
  definition: {
    en: 'Fee and exchange-rate margin of sending 200 US dollars, as a share of the amount, by corridor and year: the simple mean over the offers of all providers, and the cheapest offer.',
  },
  clause:
    'SDG indicator 10.c.1 (remittance costs as a proportion of the amount remitted; SI_RMT_COST_BC): target below 3 %, no corridor above 5 %',
  needs: ['remittance_price'],
  dimensions: [
    { name: 'sender', label: { en: 'Sent from' }, classification: 'country' },
    { name: 'receiver', label: { en: 'Received in' }, classification: 'country' },
    dimension.year,
  ],
  values: [
    percentOf('mean_cost', 'Mean cost'),
    percentOf('lowest_cost', 'Cheapest offer'),
    { name: 'offers', label: { en: 'Offers' }, unit: 'offers', kind: 'indicator', decimals: 0, additive: false },
  ],
  basis: 'published',
  parameters: [
    { name: 'amount', describe: 'Amount sent, in US dollars; offers within a tenth of it are taken.', default: 200 },
  ],
  steps: [
    {
      name: 'facts',
      describe: 'Offers for the amount, to or from the country, with their cost in per cent.',
      sql: `select
  record_id,
  delivery_id,
  source_sheet,
  source_row,
  sender,
  receiver,
  strftime(collected_on, '%Y') as year,
  strftime(collected_on, '%Y-%m') as period,
  100.0 * fee / amount_sent + coalesce(exchange_margin, 0) as cost
from remittance_price_rows
where fee is not null
  and amount_sent between 0.9 * $amount and 1.1 * $amount
  and $country in (sender, receiver)
  and ${inPeriod('collected_on')}`,
    },
    {
      name: 'corridors',
      describe: 'Mean and lowest cost of each corridor and year.',
      sql: `select sender, receiver, year, avg(cost) as mean_cost, min(cost) as lowest_cost, count(*) as offers
from facts
group by sender, receiver, year`,
    },
    {
      name: 'table_rows',
      describe: 'The corridors, and the mean over the corridors into the country and out of it.',
      sql: `select sender, receiver, year, mean_cost, lowest_cost, offers from corridors
union all
select '_T', receiver, year, avg(mean_cost), min(lowest_cost), sum(offers) from corridors where receiver = $country group by receiver, year
union all
select sender, '_T', year, avg(mean_cost), min(lowest_cost), sum(offers) from corridors where sender = $country group by sender, year`,
    },
  ],
  notes: [
    {
      en: 'An offer that states no exchange margin counts with none: where the currencies are at par, as within the Common Monetary Area, it has none.',
    },
    { en: 'A mean over corridors gives each corridor the same weight; money sent is not known by corridor and offer.' },
  ],
  sensitivity: NO_PERSON,
});
