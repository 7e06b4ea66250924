import type { PipelineStep } from '@leeto/warehouse';
import { cellNumbers } from './cell-steps.ts';
import { today } from './estimate-options.ts';

/** 97.5 % point of the normal distribution: intervals of 95 %. */
const normal95 = 1.959964;
/** The recent past weighs half as much this many looks of 30 days ago, and nothing after three years. */
const halfLife = 6;
const remembered = 36;
/** Chance that must have been spent before what is seen lately counts as much as the long run: a shift of a fifth is usual. */
const priorWeight = 25;

/**
 * Steps from `flow_cells` to `flow_estimates`: by month and direction the migrations known, the provisional crossings, the estimate
 * and its standard error: chance of each crossing, error of each probability, and what months differ by that no cell explains.
 */
export function intervalSteps(): readonly PipelineStep[] {
  return [
    {
      name: 'flow_steps',
      describe:
        'What was expected of the open crossings on each day of looking, of the new ones among them, and what those resolved by the next became.',
      sql: `select
  direction,
  look,
  sum(n * p) as expected,
  sum(n * p * (1 - p)) as chance,
  coalesce(sum(n * p) filter (is_new), 0) as new_expected,
  coalesce(sum(n * p * (1 - p)) filter (is_new), 0) as new_chance,
  coalesce(sum(x) filter (is_last and look > 0), 0) as became
from flow_counts
join flow_cells using (${cellNumbers})
group by direction, look`,
    },
    {
      name: 'flow_surprises',
      describe:
        'From one day of looking to the next: by how much the expectation of the same crossings rose, and how much chance was spent.',
      sql: `select
  t.direction,
  t.look,
  t.became + s.expected - s.new_expected - t.expected as surprise,
  greatest(0, t.chance - s.chance + s.new_chance) as spent
from flow_steps t
join flow_steps s on s.direction = t.direction and s.look = t.look - 1`,
    },
    {
      name: 'flow_shifts',
      describe:
        'How much more (or less) likely migrations have become lately than the cells say, on the logit scale, as seen on each day of looking.',
      sql: `select
  t.direction,
  t.look,
  sum(0.5 ** ((s.look - t.look) / ${halfLife}) * s.surprise)
    / (sum(0.5 ** ((s.look - t.look) / ${halfLife}) * s.spent) + ${priorWeight}) as shift
from (select direction, look from flow_steps) t
join flow_surprises s on s.direction = t.direction and s.look > t.look and s.look <= t.look + ${remembered}
group by t.direction, t.look`,
    },
    {
      name: 'flow_misses',
      describe:
        'Days of looking whose crossings are all final: by how much the estimate of each band missed, on the logit scale, with its noise.',
      sql: `select
  direction,
  days_observed,
  look,
  sum(n * p * (1 - p)) as weight,
  (sum(x) - sum(n * p)) / weight - any_value(shift) as miss,
  1 / weight as noise
from flow_counts
join flow_cells using (${cellNumbers})
join flow_shifts using (direction, look)
where look > 0
group by direction, days_observed, look
having bool_and(is_ripe) and sum(n * p * (1 - p)) > 0`,
    },
    {
      name: 'flow_drift',
      describe: 'Variance of what the estimates missed beyond chance, by direction and days observed.',
      sql: `select
  direction,
  days_observed,
  greatest(0, sum(least(weight, 50) * (miss * miss - noise)) / sum(least(weight, 50))) as drift,
  count(*) as looks
from flow_misses
group by direction, days_observed`,
    },
    {
      name: 'flow_chances',
      describe: 'The cells of today with what has been learnt lately: the probability of each provisional crossing.',
      sql: `select
  ${cellNumbers},
  n_cell,
  p * exp(coalesce(shift, 0)) / (1 - p + p * exp(coalesce(shift, 0))) as p
from flow_cells
left join (select direction, shift from flow_shifts where look = 0) using (direction)`,
    },
    {
      name: 'flow_persons',
      describe:
        'Persons with provisional crossings in a month: at most one of these is a migration, since a migration takes longer than a month to make.',
      sql: `select
  month,
  person_id,
  least(1, coalesce(sum(p) filter (direction = 'arrival'), 0)) as arrives,
  least(1 - arrives, coalesce(sum(p) filter (direction = 'departure'), 0)) as departs
from (select *, month(month)::integer as season from flow_looks where look = 0)
join flow_chances using (${cellNumbers})
group by month, person_id`,
    },
    {
      name: 'flow_open',
      describe:
        'The provisional crossings of today by month and direction: expected migrations, error of the probabilities, drift.',
      sql: `select month, direction, sum(expected) as expected, sum(error) as error, sum(chance * sqrt(coalesce(drift, 0))) as drift
from (
  select
    month,
    direction,
    days_observed,
    sum(n * p) as expected,
    sum(n * p * (1 - p)) as chance,
    sum(n * n * p * (1 - p) / (n_cell + $shrinkage::double)) as error
  from flow_counts
  join flow_chances using (${cellNumbers})
  where look = 0
  group by month, direction, days_observed
)
left join flow_drift using (direction, days_observed)
group by month, direction`,
    },
    {
      name: 'flow_person_chance',
      describe: 'Variance by chance of what the persons do: of arrivals, of departures and of their difference.',
      sql: `select
  month,
  sum(arrives * (1 - arrives)) as arrival,
  sum(departs * (1 - departs)) as departure,
  sum(arrives + departs - (arrives - departs) * (arrives - departs)) as net
from flow_persons
group by month`,
    },
    {
      name: 'flow_known',
      describe:
        'Migrations that are known, by month and direction, and whether every crossing has been observed for the whole window.',
      sql: `select
  month,
  direction,
  count(*) filter (migration = 'yes') as n_known,
  count(*) filter (migration = 'unknown') as n_unknown,
  max(max(crossed_on)) over (partition by month) + $window::integer <= ${today} as is_final
from (select *, date_trunc('month', crossed_on)::date as month from flow_positions)
where is_counted and crossed_on < ${today}
group by month, direction`,
    },
    {
      name: 'flow_directions',
      describe:
        'Arrivals and departures of each month: what is known, what is expected, and the parts of its variance.',
      sql: `select
  k.month,
  k.direction,
  k.n_known,
  k.n_unknown,
  k.is_final,
  coalesce(o.expected, 0) as expected,
  coalesce(case k.direction when 'arrival' then c.arrival else c.departure end, 0) as chance,
  coalesce(c.net, 0) as net_chance,
  coalesce(o.error, 0) as error,
  coalesce(o.drift, 0) as drift
from flow_known k
left join flow_open o using (month, direction)
left join flow_person_chance c on c.month = k.month`,
    },
    {
      name: 'flow_estimates',
      describe: 'The estimate of each month and series with its standard error; known migrations set the lower bound.',
      sql: `with series as (
  select
    month, direction as series, n_known, n_unknown, is_final, n_known + expected as estimate,
    chance + error as sampling, drift * drift as drift, n_known as least_value, n_known + n_unknown as most_value
  from flow_directions
  union all
  select
    month, 'net', sum(n_known), sum(n_unknown), bool_and(is_final),
    sum(if(direction = 'arrival', 1, -1) * (n_known + expected)),
    max(net_chance) + sum(error), sum(drift * drift),
    sum(if(direction = 'arrival', n_known, -n_known - n_unknown)),
    sum(if(direction = 'arrival', n_known + n_unknown, -n_known))
  from flow_directions
  group by month
)
select
  month,
  series,
  n_known::bigint as n_known,
  n_unknown::bigint as n_unknown,
  is_final,
  estimate,
  sqrt(sampling) as sampling_error,
  sqrt(drift) as drift_error,
  sqrt(sampling + drift) as standard_error,
  greatest(least_value, estimate - ${normal95} * sqrt(sampling + drift)) as low,
  least(most_value, estimate + ${normal95} * sqrt(sampling + drift)) as high
from series`,
    },
  ];
}
