import type { PipelineStep } from '@leeto/warehouse';

const inMonths = `($from is null or left(r.occurred_on, 7) >= left($from, 7))
  and ($to is null or left(r.occurred_on, 7) <= left($to, 7))`;

/** Steps to `facts` with one row an incident of death or disappearance in migration, each incident once. */
export const deathFacts: readonly PipelineStep[] = [
  {
    name: 'facts',
    describe: 'Incidents of the period, each once, with the dead and the missing where they are stated.',
    sql: `select
  r.record_id,
  r.delivery_id,
  r.source_sheet,
  r.source_row,
  coalesce(r.incident_region, '_U') as incident_region,
  r.incident_country,
  r.origin_country,
  coalesce(r.cause, '_U') as cause,
  coalesce(left(r.occurred_on, 4), '_U') as year,
  case when length(r.occurred_on) >= 7 then left(r.occurred_on, 7) else '_U' end as month,
  left(r.occurred_on, 7) as period,
  r.dead,
  r.missing,
  coalesce(
    r.dead_and_missing,
    case when r.dead is not null or r.missing is not null then coalesce(r.dead, 0) + coalesce(r.missing, 0) end
  ) as dead_and_missing
from migration_death_rows r
where ${inMonths}
qualify row_number() over (partition by coalesce(r.incident_id, r.record_id) order by r.record_id) = 1`,
  },
];

/** What is counted over incidents. */
export const deathCounts: Readonly<Record<string, string>> = {
  dead_and_missing: 'sum(dead_and_missing)',
  dead: 'sum(dead)',
  missing: 'sum(missing)',
  incidents: 'count(*)',
};
