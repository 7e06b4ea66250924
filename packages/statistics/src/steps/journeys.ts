import type { PipelineStep } from '@leeto/warehouse';
import { movementSteps } from './crossings.ts';

/**
 * Steps to `journeys`: each movement up to the day of judgement with the movement of the same traveller before and after it.
 *
 * Movements of one day are put in order by their time where every one of that day has it. Where one has none, they are put
 * so that they alternate: a traveller inside at the start of the day leaves first, one outside (or not seen before) enters first.
 */
export const journeySteps: readonly PipelineStep[] = [
  ...movementSteps,
  {
    name: 'seen',
    describe: 'Movements of identified travellers up to the day as of which stays are judged.',
    sql: `select * from movements where is_identified and direction <> '_U' and crossed_on <= $as_of::date`,
  },
  {
    name: 'days',
    describe: 'Per traveller and day: by how much entries outnumber exits, and whether every movement has its time.',
    sql: `select
  traveller,
  crossed_on,
  count(*) as movements,
  count(*) = count(distinct crossed_at) as is_timed,
  sum(case direction when 'arrival' then 1 else -1 end) as net
from seen
group by traveller, crossed_on`,
  },
  {
    name: 'muddled_days',
    describe: 'Days of several movements, with the direction that came first if they alternate.',
    sql: `select
  traveller,
  crossed_on,
  is_timed,
  case
    when net > 0 then 'arrival'
    when net < 0 then 'departure'
    when side_before = 'arrival' then 'departure'
    else 'arrival'
  end as first_direction
from (
  select
    *,
    last_value(case when net > 0 then 'arrival' when net < 0 then 'departure' end ignore nulls) over (
      partition by traveller order by crossed_on rows between unbounded preceding and 1 preceding
    ) as side_before
  from days
  where traveller in (select traveller from days where movements > 1)
)
where movements > 1`,
  },
  {
    name: 'placed',
    describe: 'Each movement with its place in the day.',
    sql: `select
  s.*,
  case when m.is_timed then s.crossed_at end as moment,
  case
    when m.traveller is null then 0
    else 2 * row_number() over (
      partition by s.traveller, s.crossed_on, s.direction order by s.crossed_at, s.record_id
    ) + (s.direction <> m.first_direction)::integer
  end as place
from seen s
left join muddled_days m on m.traveller = s.traveller and m.crossed_on = s.crossed_on`,
  },
  {
    name: 'journeys',
    describe: 'Each movement with the one before and the one after it of the same traveller.',
    sql: `select
  *,
  lag(direction) over sequence as previous_direction,
  lead(direction) over sequence as next_direction,
  lead(crossed_on) over sequence as next_on
from placed
window sequence as (partition by traveller order by crossed_on, moment, place, record_id)`,
  },
];

/** The last day that can be judged: the day asked for, or that of the last movement recorded, whichever is earlier. */
export const observedUntil: PipelineStep = {
  name: 'observation',
  describe: 'The last day observed: beyond the last movement recorded, a missing exit means nothing.',
  sql: `select least($as_of::date, max(crossed_on)) as until from movements`,
};
