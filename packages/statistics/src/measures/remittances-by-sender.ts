import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, publishedTotals, yearInPeriod } from '../steps/published.ts';

/** Remittances received in the country, by sending country. */
export const remittancesBySender = defineMeasure({
  id: 'remittances_by_sender',
  title: { en: 'Remittances received by sending country' },
  definition: {
    en: 'Remittances received in the country in the year, by the country they were sent from, as published.',
  },
  clause: 'Balance of Payments Manual (BPM6), personal remittances; bilateral estimates as published',
  needs: ['remittance_flow'],
  dimensions: [
    dimension.source,
    { name: 'sender', label: { en: 'Sending country' }, classification: 'country' },
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
        sender: "coalesce(r.sender, '_U')",
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.receiver = $country and r.obs_value is not null and ${yearInPeriod}`,
      slice: ['time_period'],
      cell: ['sender', 'time_period'],
    }),
    ...publishedTotals({ dimensions: ['source', 'sender', 'time_period'], totals: ['sender'], value: 'usd_million' }),
  ],
  notes: [
    ...publishedNotes,
    { en: 'Bilateral remittances are model estimates from migrant stocks and incomes, not recorded transfers.' },
  ],
  sensitivity: NO_PERSON,
});
