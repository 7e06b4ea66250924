import type { PipelineStep } from '@leeto/warehouse';
import type { MeasureStep } from '../measure.ts';
import { movementSteps } from './crossings.ts';

/**
 * Steps to `journeys`: each movement up to the day of judgement with the movement of the same traveller before and after it.
 *
 * Movements of one day are put in order by their time where every one of that day has it. Where one has none, they are put
 * so that they alternate: a traveller inside at the start of the day leaves first, one outside (or not seen before) enters first.
 */
export const journeySteps: readonly MeasureStep[] = [
  ...movementSteps,
  {
    name: 'seen',
    describe: 'Movements of identified travellers up to the day as of which stays are judged.',
    sql: `select *, hash(record_id) as tie
from movements
where is_identified and direction <> '_U' and crossed_on <= $as_of::date`,
  },
  {
    name: 'busy_days',
    describe: 'Days on which a traveller moved more than once.',
    sql: `select traveller, crossed_on
from seen
group by traveller, crossed_on
having count(*) > 1`,
  },
  {
    name: 'timed_days',
    describe: 'Those of them on which every movement has a time of its own.',
    sql: `select traveller, crossed_on
from seen
semi join busy_days using (traveller, crossed_on)
group by traveller, crossed_on
having count(*) = count(distinct crossed_at)`,
  },
  {
    name: 'muddled_days',
    describe: 'The rest of them: the order has to be inferred.',
    sql: `from busy_days anti join timed_days using (traveller, crossed_on)`,
  },
  {
    name: 'balances',
    describe: 'By how much entries outnumber exits, on every day of the travellers whose order is inferred.',
    sql: `select traveller, crossed_on, sum(case direction when 'arrival' then 1 else -1 end) as net
from seen
where traveller in (select traveller from muddled_days)
group by traveller, crossed_on`,
  },
  {
    name: 'first_directions',
    describe: 'The direction that came first on such a day if directions alternate.',
    sql: `select
  traveller,
  crossed_on,
  case
    when net > 0 then 'arrival'
    when net < 0 then 'departure'
    when side_before = 'inside' then 'departure'
    else 'arrival'
  end as first_direction
from (
  select
    *,
    last_value(case when net > 0 then 'inside' when net < 0 then 'outside' end ignore nulls) over (
      partition by traveller order by crossed_on rows between unbounded preceding and 1 preceding
    ) as side_before
  from balances
)
semi join muddled_days using (traveller, crossed_on)`,
  },
  {
    name: 'places',
    describe: 'The place of each movement of such a day.',
    sql: `select
  s.tie,
  2 * row_number() over (
    partition by s.traveller, s.crossed_on, s.direction order by s.crossed_at, s.tie
  ) + (s.direction <> f.first_direction)::integer as place
from seen s
join first_directions f using (traveller, crossed_on)`,
  },
  {
    name: 'placed',
    describe:
      'Each movement with what puts it in order within its day: its place where that is inferred, else its time.',
    sql: `select
  s.*,
  coalesce(p.place, 0) as place,
  case when p.place is null then s.crossed_at end as moment
from seen s
left join places p on p.tie = s.tie`,
  },
  {
    name: 'journeys',
    isKept: true,
    describe: 'Each movement with the one before and the one after it of the same traveller.',
    sql: `select
  record_id, delivery_id, source_sheet, source_row, traveller, nationality, citizenship_group, port, direction,
  crossed_on, place, month, year, permit_number, authorised_until,
  lag(direction) over sequence as previous_direction,
  lead(direction) over sequence as next_direction,
  lead(crossed_on) over sequence as next_on
from placed
window sequence as (partition by traveller order by crossed_on, place, moment, tie)`,
  },
];

/** The last day that can be judged: the day asked for, or that of the last movement recorded, whichever is earlier. */
export const observedUntil: PipelineStep = {
  name: 'observation',
  describe: 'The last day observed: beyond the last movement recorded, a missing exit means nothing.',
  sql: `select least($as_of::date, max(crossed_on)) as until from movements`,
};
