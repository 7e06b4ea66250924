import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

/** Remittances sent from the country, by receiving country. */
export const remittancesByReceiver = defineMeasure({
  id: 'remittances_by_receiver',
  title: { en: 'Remittances sent by receiving country' },
  definition: { en: 'Remittances sent from the country in the year, by the country that received them, as published.' },
  clause: 'Balance of Payments Manual (BPM6), personal remittances; bilateral estimates as published',
  needs: ['remittance_flow'],
  dimensions: [
    dimension.source,
    { name: 'receiver', label: { en: 'Receiving country' }, classification: 'country' },
    dimension.timePeriod,
  ],
  values: [publishedValue('usd_million', 'Remittances', 'US dollars, millions', 1)],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'remittance_flow',
      columns: {
        receiver: "coalesce(r.receiver, '_U')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.sender = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      cell: ['receiver', 'time_period'],
    }),
    ...publishedTotals({
      dimensions: ['source', 'receiver', 'time_period'],
      totals: ['receiver'],
      value: 'usd_million',
    }),
  ],
  notes: [
    ...publishedNotes,
    { en: 'Bilateral remittances are model estimates from migrant stocks and incomes, not recorded transfers.' },
  ],
  sensitivity: NO_PERSON,
});
