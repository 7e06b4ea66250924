import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, yearInPeriod } from '../steps/published.ts';

/** The series of personal remittances received. */
export const remittancesReceived = defineMeasure({
  id: 'remittances_received',
  title: { en: 'Remittances received' },
  definition: { en: 'Personal remittances received in the country in the year, as published.' },
  clause: 'Balance of Payments Manual (BPM6), personal remittances',
  needs: ['indicator_series'],
  dimensions: [dimension.source, dimension.timePeriod],
  values: [publishedValue('usd_million', 'Remittances received', 'US dollars, millions', 1)],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'indicator_series',
      columns: { time_period: 'left(r.time_period, 4)', period: 'left(r.time_period, 4)', value: 'r.obs_value' },
      where: `r.reference_area = $country
  and r.obs_value is not null
  and coalesce(r.partner, '_T') = '_T'
  and r.indicator = 'remittances_received_usd_million'
  and ${yearInPeriod}`,
      slice: ['time_period'],
      cell: ['time_period'],
    }),
    {
      name: 'table_rows',
      describe: 'The series as published.',
      sql: 'select source, time_period, value as usd_million from facts',
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
