import { dimension, publishedValue } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { publishedNotes } from '../notes.ts';
import { NO_PERSON } from '../sensitivity.ts';
import { allSources, publishedFacts, yearInPeriod } from '../steps/published.ts';

/** Remittances received as a share of gross domestic product: computed where both parts are there, else as published. */
export const remittancesShareOfGdp = defineMeasure({
  id: 'remittances_share_of_gdp',
  title: { en: 'Remittances received as a share of GDP' },
  definition: {
    en: 'Personal remittances received over gross domestic product of the same year. Computed from both parts where one source, or two, give them (the GDP of the same source is preferred); otherwise the share that a source published.',
  },
  clause: 'SDG indicator 17.3.2 (remittances as a proportion of GDP)',
  needs: ['indicator_series'],
  dimensions: [dimension.source, { name: 'method', label: { en: 'Computed or published' } }, dimension.timePeriod],
  values: [
    publishedValue('share_of_gdp', 'Share of GDP', '%', 1),
    publishedValue('remittances_usd_million', 'Remittances received', 'US dollars, millions', 1),
    publishedValue('gdp_usd_million', 'Gross domestic product', 'US dollars, millions', 1),
  ],
  basis: 'published',
  status: 'final',
  parameters: [allSources],
  steps: [
    ...publishedFacts({
      register: 'indicator_series',
      columns: {
        indicator: 'r.indicator',
        time_period: 'left(r.time_period, 4)',
        period: 'left(r.time_period, 4)',
        value: 'r.obs_value',
      },
      where: `r.reference_area = $country
  and r.obs_value is not null
  and coalesce(r.partner, '_T') = '_T'
  and r.indicator in ('gdp_usd_million', 'remittances_received_usd_million', 'remittances_share_gdp')
  and ${yearInPeriod}`,
      slice: ['indicator', 'time_period'],
      cell: ['indicator', 'time_period'],
    }),
    {
      name: 'computed',
      describe: 'The share where both parts are there; the GDP of the source that gives the remittances comes first.',
      sql: `select
  m.source,
  'computed' as method,
  m.time_period,
  100.0 * m.value / nullif(g.value, 0) as share_of_gdp,
  m.value as remittances_usd_million,
  g.value as gdp_usd_million
from facts m
join facts g on g.time_period = m.time_period and g.indicator = 'gdp_usd_million'
where m.indicator = 'remittances_received_usd_million'
qualify row_number() over (
  partition by m.source, m.time_period order by g.source = m.source desc, g.published_on desc, g.source
) = 1`,
    },
    {
      name: 'table_rows',
      describe: 'Computed shares, and published ones for years without.',
      sql: `select source, method, time_period, share_of_gdp, remittances_usd_million, gdp_usd_million
from computed
union all
select f.source, 'published', f.time_period, f.value, p.value, null
from facts f
left join facts p
  on p.time_period = f.time_period and p.source = f.source and p.indicator = 'remittances_received_usd_million'
where f.indicator = 'remittances_share_gdp'
  and f.time_period not in (select time_period from computed)`,
    },
  ],
  notes: publishedNotes,
  sensitivity: NO_PERSON,
});
