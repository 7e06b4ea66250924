import type { Session } from '@leeto/warehouse';
import { type FlowSeries, flowSeries } from './estimate-flows.ts';

/** The interval of a series in a month that the replicates give: their 2.5 and 97.5 % points. */
export interface BootstrapInterval {
  readonly month: string;
  readonly series: FlowSeries;
  readonly low: number;
  readonly high: number;
}

/**
 * Bootstrap over persons, after `estimateFlows` in the same session: in each replicate each person with provisional crossings in a month
 * migrates in, out or not, so that what one person does counts once in arrivals, departures and net migration; and the
 * probabilities of the month are moved by their own error. Months without provisional crossings have no interval.
 */
export async function bootstrapFlows(
  session: Session,
  { seed, replicates = 500 }: { readonly seed: number; readonly replicates?: number },
): Promise<readonly BootstrapInterval[]> {
  const { rows: months } = await session.query(`select
    strftime(month, '%Y-%m'),
    coalesce(sum(n_known) filter (direction = 'arrival'), 0),
    coalesce(sum(n_known) filter (direction = 'departure'), 0),
    coalesce(sqrt(sum(error + drift * drift) filter (direction = 'arrival')), 0),
    coalesce(sqrt(sum(error + drift * drift) filter (direction = 'departure')), 0)
    from flow_directions group by month having sum(n_unknown) > 0 order by month`);
  const unit = makeUnit(seed);
  const intervals: BootstrapInterval[] = [];
  for (const [month, ...numbers] of months) {
    const [knownIn = 0, knownOut = 0, errorIn = 0, errorOut = 0] = numbers.map(Number);
    const { rows } = await session.query(
      `select arrives, departs from flow_persons where month = ($month || '-01')::date and arrives + departs > 0 order by all`,
      { month: String(month) },
    );
    const arrives = Float64Array.from(rows, ([value]) => Number(value));
    const either = Float64Array.from(rows, ([one, other]) => Number(one) + Number(other));
    const draws = {
      arrival: new Float64Array(replicates),
      departure: new Float64Array(replicates),
      net: new Float64Array(replicates),
    };
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      let comes = 0;
      let leaves = 0;
      for (let person = 0; person < arrives.length; person += 1) {
        const at = unit();
        if (at < (arrives[person] ?? 0)) comes += 1;
        else if (at < (either[person] ?? 0)) leaves += 1;
      }
      const arrival = knownIn + Math.max(0, comes + errorIn * normal(unit));
      const departure = knownOut + Math.max(0, leaves + errorOut * normal(unit));
      draws.arrival[replicate] = arrival;
      draws.departure[replicate] = departure;
      draws.net[replicate] = arrival - departure;
    }
    for (const series of flowSeries) {
      const sorted = draws[series].sort();
      intervals.push({ month: String(month), series, low: pointOf(sorted, 0.025), high: pointOf(sorted, 0.975) });
    }
  }
  return intervals;
}

function pointOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
}

function normal(unit: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
}

/** mulberry32 (Ettinger): the same draws for the same seed. */
function makeUnit(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
