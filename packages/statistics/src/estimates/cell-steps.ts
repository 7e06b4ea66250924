import { type PipelineStep, quoteIdentifier } from '@leeto/warehouse';
import { type EstimateColumns, today } from './estimate-options.ts';

/** Columns that make a cell, broadest first; a parent lacks the last one. */
export function cellKeys(options: EstimateColumns): readonly string[] {
  return ['direction', 'situation', 'days_observed', 'course', ...options.traits.map(quoteIdentifier), 'season'];
}

/** The same cells, with all traits in one number. */
export const cellNumbers = ['direction', 'situation', 'days_observed', 'course', 'group_no', 'season'].join(', ');

/**
 * Steps from `flow_looks` to `flow_cells`: the probability of a migration in each cell, learnt from finalised crossings as they looked
 * when as many days of them had been observed, each level shrunk towards the one above: p = (x + k p_parent) / (n + k).
 */
export function cellSteps(options: EstimateColumns): readonly PipelineStep[] {
  const keys = cellKeys(options);
  const levels = keys.map((_, index) => keys.slice(0, index + 1));
  const k = '$shrinkage::double';
  const probability = levels
    .map((_, index) =>
      index === 0
        ? '(l1.x + 0.5) / (l1.n + 1) as p1'
        : `(coalesce(l${index + 1}.x, 0) + ${k} * p${index}) / (coalesce(l${index + 1}.n, 0) + ${k}) as p${index + 1}`,
    )
    .join(',\n  ');
  const joins = levels
    .slice(1)
    .map((names, index) => `left join flow_level_${index + 2} l${index + 2} using (${names.join(', ')})`);
  return [
    {
      name: 'flow_counts',
      describe: 'Looks counted by cell and month, now and in the past.',
      sql: `select *, month(month)::integer as season
from (
  select month, look, is_last, is_new, is_ripe, direction, situation, days_observed, course, group_no,
    count(*)::double as n, coalesce(sum(is_migration), 0)::double as x
  from flow_looks
  group by all
)`,
    },
    {
      name: 'flow_training',
      describe: 'Cells of the months that teach: the most recent ones that are final.',
      sql: `select *
from (
  select ${cellNumbers}, sum(n) as n, sum(x) as x
  from flow_counts
  where is_ripe and look > 0
    and month > ${today} - $window::integer - to_months($training_months::integer)
  group by all
)
join flow_groups using (group_no)`,
    },
    ...levels.map((names, index) => ({
      name: `flow_level_${index + 1}`,
      describe: `What the finalised crossings became, by ${names.join(', ')}.`,
      sql: `select ${names.join(', ')}, sum(n) as n, sum(x) as x from flow_training group by ${names.join(', ')}`,
    })),
    {
      name: 'flow_cells',
      describe:
        'The probability of each cell, from the broadest group to the cell itself, each shrunk towards the one before.',
      sql: `select
  ${cellNumbers},
  coalesce(l${levels.length}.n, 0) as n_cell,
  ${probability},
  p${levels.length} as p
from (select distinct ${cellNumbers} from flow_counts)
join flow_groups using (group_no)
join flow_level_1 l1 using (direction)
${joins.join('\n')}`,
    },
  ];
}
