import { type PipelineStep, quoteIdentifier } from '@leeto/warehouse';
import { bandDays, type EstimateColumns, today } from './estimate-options.ts';

/**
 * Steps from classified crossings to `flow_looks`: one row a crossing and a day on which it was provisional, now and in the past.
 * Looks at the past are taken every 30 days back from now, so that a crossing is seen once in each band of days observed and at
 * the same phase of the band as the crossings that are provisional now. What was known on such a day follows from the dates of
 * resolution: a value known on part of a history does not change when more is observed.
 */
export function lookSteps(options: EstimateColumns): readonly PipelineStep[] {
  const traits = options.traits.map(quoteIdentifier);
  const tolerance = '($window::integer - $threshold::integer)';
  const inGroups = traits.length > 0 ? `join flow_groups using (${traits.join(', ')})` : 'cross join flow_groups';
  const kept = options.withoutCommuters ? 'and not coalesce(commuter, false)' : '';
  return [
    {
      name: 'flow_positions',
      describe:
        'Crossings in order, each with the days that the person had spent inside before it since the first one.',
      sql: `select *, coalesce(sum(inside_after) over (
    partition by person_id order by crossed_on, crossing_no, direction rows between unbounded preceding and 1 preceding
  ), 0)::integer as inside_before
from (
  select
    ${['person_id', 'crossing_no', 'crossed_on', 'direction', 'migration', 'status_before', 'observed_days'].join(', ')},
    ${traits.map((name) => `coalesce(${name}::varchar, '_U') as ${name}`).join(', ')}${traits.length > 0 ? ',' : ''}
    status_before_final_on,
    migration_final_on,
    error_code is null ${kept} as is_counted,
    lead(crossed_on) over person as next_on,
    case when direction = 'arrival' then next_on - crossed_on else 0 end as inside_after
  from ${quoteIdentifier(options.classified)}
  window person as (partition by person_id order by crossed_on, crossing_no, direction)
)`,
    },
    {
      name: 'flow_groups',
      describe: 'The groups of travellers that the traits make, numbered, so that looks carry a number and not words.',
      sql: `select *, row_number() over ()::integer as group_no
from (select distinct ${traits.length > 0 ? traits.join(', ') : 'true as everybody'} from flow_positions)`,
    },
    {
      name: 'flow_spells',
      describe: 'Where each person was from which day on: the last crossing of a day decides.',
      sql: `select person_id, crossed_on, direction = 'arrival' as is_inside, inside_before
from flow_positions
where next_on is null or next_on > crossed_on`,
    },
    {
      name: 'flow_look_days',
      describe:
        'Each crossing on each day of looking on which it was not resolved yet; 0 is today, n is 30 n days ago.',
      sql: `select
  person_id, crossed_on, direction, inside_before, status_before_final_on, group_no,
  case migration when 'yes' then 1 when 'no' then 0 end as is_migration,
  case when migration = 'unknown' then 0 else (day - migration_final_on - (migration = 'no')::integer) // ${bandDays} + 1 end as last_look,
  unnest(range(last_look, (day - crossed_on + ${bandDays - 1}) // ${bandDays})) as look,
  day - (${bandDays} * look)::integer as look_on
from flow_positions
cross join flow_today
${inGroups}
where is_counted and (migration = 'unknown' or migration_final_on > crossed_on)`,
    },
    {
      name: 'flow_looks',
      describe:
        'The looks with what was seen: days observed, days on the side left (of those allowed), the side of that day.',
      sql: `select
  date_trunc('month', crossed_on)::date as month,
  look,
  look = last_look as is_last,
  observed <= ${bandDays} as is_new,
  crossed_on <= ${today} - $window::integer as is_ripe,
  direction,
  person_id,
  is_migration,
  group_no,
  (case when is_first then 0 else 1 end)::integer as situation,
  (least(observed, $window::integer - 1) // ${bandDays})::integer as days_observed,
  (case
    when old_days = 0 then 0
    else least(1 + old_days * 4 // (${tolerance} + 1), 5) + case when is_inside = (direction = 'arrival') then 0 else 5 end
  end)::integer as course
from (
  select
    d.*,
    s.is_inside,
    look_on - d.crossed_on as observed,
    s.inside_before + case when s.is_inside then look_on - s.crossed_on else 0 end
      - d.inside_before as inside_days,
    case when d.direction = 'arrival' then observed - inside_days else inside_days end as old_days,
    coalesce(d.status_before_final_on <= look_on, false) as is_first
  from flow_look_days d
  asof join flow_spells s
    on d.person_id = s.person_id and d.look_on > s.crossed_on
)
where look = 0 or not is_first or (old_days <= ${tolerance} and observed - old_days < $threshold::integer)`,
    },
  ];
}
