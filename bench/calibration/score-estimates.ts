import type { FlowEstimate } from '@leeto/statistics';
import type { Session } from '@leeto/warehouse';

/** How well a group of estimates did against the figures that later were final. */
export interface Score {
  readonly group: string;
  readonly estimates: number;
  /** Share of intervals that hold the final figure, in percent; with chance alone, and with all of the error. */
  readonly coveredByChance: number;
  readonly covered: number;
  readonly meanFigure: number;
  /** Mean absolute errors. */
  readonly error: number;
  readonly errorOfShare: number;
  readonly errorOfIntention: number;
}

/** Makes the empty table `scored`. */
export async function prepareScores(session: Session): Promise<void> {
  await session.run(`create or replace table scored (
    seed integer, vintage date, month date, series varchar, lag integer,
    estimate double, low double, high double, sampling double, truth double, share double, intention double
  )`);
}

/** Adds the provisional estimates of a vintage with the truth and what the naive methods say. Needs the table `history`. */
export async function addScores(
  session: Session,
  estimates: readonly FlowEstimate[],
  { seed, vintage, window }: { readonly seed: number; readonly vintage: string; readonly window: number },
): Promise<void> {
  const provisional = estimates.filter((row) => !row.isFinal && row.unknown > 0);
  await session.run(
    `insert into scored
    with given as (select unnest(from_json($rows, '[{"month":"varchar","series":"varchar","estimate":"double","low":"double","high":"double","samplingError":"double"}]'), recursive := true)),
    months as (
      select
        date_trunc('month', crossed_on)::date as month, direction, count(*) as crossings, sum(is_migration) as migrations,
        sum(intends) as intended
      from history group by all
    ),
    naive as (
      select m.month, m.direction, any_value(m.migrations) as truth, any_value(m.intended) as intention,
        any_value(m.crossings) * arg_max(b.migrations / b.crossings, b.month) as share
      from months m
      join months b on b.direction = m.direction and month(b.month) = month(m.month) and b.month < m.month
        and b.month + interval 1 month + to_days($window::integer) <= $vintage::date
      group by m.month, m.direction
    ),
    told as (
      select month, direction as series, truth, share, intention from naive
      union all
      select month, 'net', sum(if(direction = 'arrival', truth, -truth)), sum(if(direction = 'arrival', share, -share)),
        sum(if(direction = 'arrival', intention, -intention))
      from naive group by month
    )
    select $seed, $vintage::date, (g.month || '-01')::date, g.series, date_diff('month', (g.month || '-01')::date, $vintage::date),
      estimate, low, high, samplingError, truth, share, intention
    from given g
    join told t on t.month = (g.month || '-01')::date and t.series = g.series`,
    { rows: JSON.stringify(provisional), seed, vintage, window },
  );
}

/** Scores of all arrivals and departures, of each series, and of arrivals and departures by months since the reference month. */
export async function readScores(session: Session): Promise<readonly Score[]> {
  const measured = `count(*), 100 * avg((abs(truth - estimate) <= 1.96 * sampling)::integer),
    100 * avg((truth between low - 1e-9 and high + 1e-9)::integer), avg(abs(truth)), avg(abs(truth - estimate)),
    avg(abs(truth - share)), avg(abs(truth - intention))`;
  const { rows } = await session.query(`
    select 0 as place, 'arrivals and departures' as name, ${measured} from scored where series <> 'net'
    union all
    select 1, series, ${measured} from scored group by series
    union all
    select 2, printf('%2d to %2d months after', lag // 3 * 3, lag // 3 * 3 + 2), ${measured} from scored where series <> 'net' group by lag // 3
    order by place, name`);
  return rows.map(([, group, ...numbers]) => {
    const [
      estimates = 0,
      coveredByChance = 0,
      covered = 0,
      meanFigure = 0,
      error = 0,
      errorOfShare = 0,
      errorOfIntention = 0,
    ] = numbers.map(Number);
    return {
      group: String(group),
      estimates,
      coveredByChance,
      covered,
      meanFigure,
      error,
      errorOfShare,
      errorOfIntention,
    };
  });
}
