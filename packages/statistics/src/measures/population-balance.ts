import { countOf, dimension } from '../dimensions.ts';
import { emigration, immigration } from '../flow-measure.ts';
import { defineMeasure } from '../measure.ts';
import { finalYears, residenceNotes } from '../notes.ts';
import { NORMAL } from '../sensitivity.ts';
import { residenceFlowSteps, residenceParameters, residenceUses } from '../steps/residence-flows.ts';

/** The balancing identity: residents at the end of a year are those at its start, and who came, less who went. */
export const populationBalance = defineMeasure({
  id: 'population_balance',
  title: { en: 'Balance of residents who have crossed the border' },
  definition: {
    en: 'Residents among those followed at the border at the start and the end of the year, immigrants, emigrants, and all other changes of what is known of residence (persons first seen as residents, persons whose status became open), citizens and foreigners apart. Start plus immigrants less emigrants plus other changes is the end.',
  },
  clause:
    'UN 1998 Recommendations Rev.1, balancing equation: stock at the end = stock at the start + immigrants − emigrants + births − deaths',
  needs: ['border_movement'],
  uses: residenceUses,
  dimensions: [{ name: 'citizens', label: { en: 'Citizens or foreigners' } }, dimension.year],
  values: [
    countOf('at_start', 'Residents at the start', 'persons'),
    countOf('immigrants', 'Immigrants', 'persons'),
    countOf('emigrants', 'Emigrants', 'persons'),
    {
      name: 'other_changes',
      label: { en: 'Other changes' },
      unit: 'persons',
      kind: 'rate',
      of: 'at_start',
      alsoOf: ['immigrants', 'emigrants', 'at_end'],
      decimals: 0,
    },
    countOf('at_end', 'Residents at the end', 'persons'),
  ],
  basis: 'microdata',
  status: 'interim',
  residenceRule: '12m',
  parameters: residenceParameters,
  steps: [
    ...residenceFlowSteps,
    {
      name: 'spells',
      describe: 'Each crossing with the last day until which what it says of residence holds.',
      sql: `select f.*, case f.citizenship when $country then 'citizens' when '_U' then '_U' else 'foreigners' end as citizens
from residence_flows f
where ($from is null or f.year >= left($from, 4)) and ($to is null or f.year <= left($to, 4)) or f.status_after = 'resident'`,
    },
    {
      name: 'years',
      describe: 'The years observed that are final.',
      sql: `select unnest(generate_series(min(year::integer), max(year::integer))) as y from residence_flows where is_year_final`,
    },
    {
      name: 'facts',
      describe:
        'What each crossing adds to the balance of each year: a resident at its start or end, a migration in it.',
      sql: `select
  s.record_id, s.delivery_id, s.source_sheet, s.source_row, s.citizens, y.y::varchar as year, y.y::varchar as period,
  (s.status_after = 'resident' and s.crossed_on < make_date(y.y::integer, 1, 1)
    and (s.next_on is null or s.next_on >= make_date(y.y::integer, 1, 1)))::integer as at_start,
  (s.status_after = 'resident' and s.crossed_on <= make_date(y.y::integer, 12, 31)
    and (s.next_on is null or s.next_on > make_date(y.y::integer, 12, 31)))::integer as at_end,
  (year(s.crossed_on) = y.y and ${immigration.replaceAll('f.', 's.')})::integer as immigrants,
  (year(s.crossed_on) = y.y and ${emigration.replaceAll('f.', 's.')})::integer as emigrants
from spells s
join years y on year(s.crossed_on) <= y.y and (s.next_on is null or year(s.next_on) >= y.y)
where ($from is null or y.y >= left($from, 4)::integer) and ($to is null or y.y <= left($to, 4)::integer)`,
    },
    {
      name: 'table_rows',
      describe: 'The balance of each year, and what remains as other changes.',
      sql: `select
  coalesce(citizens, '_T') as citizens,
  year,
  sum(at_start) as at_start,
  sum(immigrants) as immigrants,
  sum(emigrants) as emigrants,
  sum(at_end) - sum(at_start) - sum(immigrants) + sum(emigrants) as other_changes,
  sum(at_end) as at_end
from facts
group by grouping sets ((citizens, year), (year))`,
    },
  ],
  notes: [
    ...residenceNotes,
    finalYears,
    {
      en: 'Births, deaths and naturalisations are not in the log of movements; where their registers are delivered they stand in tables of their own.',
    },
  ],
  sensitivity: NORMAL,
});
