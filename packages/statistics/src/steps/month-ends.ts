import type { MeasureStep } from '../measure.ts';

/** Step `moments`: the last day of each month (or year) within the observation and the period, as `day`. */
export function momentSteps(unit: 'month' | 'year'): readonly MeasureStep[] {
  return [
    {
      name: 'moments',
      describe: `The last day of each ${unit} that was observed whole.`,
      sql: `select day::date as day
from (
  select unnest(generate_series(
    date_trunc('${unit}', min(crossed_on)) + interval 1 ${unit} - interval 1 day,
    max(crossed_on),
    interval 1 day
  )) as day
  from residence_flows
)
where day = date_trunc('${unit}', day) + interval 1 ${unit} - interval 1 day
  and ($from is null or day >= $from::date) and ($to is null or day <= $to::date)`,
    },
    {
      name: 'last_crossings',
      describe: 'For each person and day, the last crossing until then: it says on which side and of which status.',
      sql: `select m.day, f.*
from residence_flows f
join moments m on f.crossed_on <= m.day and (f.next_on is null or f.next_on > m.day)`,
    },
  ];
}
