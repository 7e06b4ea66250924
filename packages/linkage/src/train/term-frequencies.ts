import type { ValueColumn } from '../compare/level-finder.ts';
import type { TermFrequencies } from '../model.ts';
import { NOT_STATED } from '../records/record-set.ts';
import type { ValuePool } from '../records/value-pool.ts';

/** A value that two records share has been seen twice at least: no share is taken below that. */
const RAREST = 2;

/** A few records do not show how rare a value is: one seen twice among ten is still taken to be rare. */
const FEW = 500;

/**
 * How often values occur among the entries that state one. Values seen no more than twice are not listed; they count as `rare`.
 */
export function countTermFrequencies(column: ValueColumn, pool: ValuePool): TermFrequencies | null {
  const counts = new Int32Array(pool.count);
  let stated = 0;
  for (const value of column.valueOf) {
    if (value === NOT_STATED) continue;
    counts[value] = (counts[value] as number) + 1;
    stated += 1;
  }
  for (const value of column.further?.values ?? []) counts[value] = (counts[value] as number) + 1;
  if (stated === 0) return null;
  const shares: [string, number][] = [];
  for (let value = 0; value < counts.length; value += 1) {
    const count = counts[value] as number;
    if (count > RAREST) shares.push([pool.textOf(value), (count - 1) / stated]);
  }
  shares.sort(([a], [b]) => (a < b ? -1 : 1));
  return { rare: (RAREST - 1) / Math.max(stated, FEW), shares: Object.fromEntries(shares) };
}

/** Shares of values among the entries of each stratum (a nationality), for those that state both. */
export function countWithin(
  column: ValueColumn,
  pool: ValuePool,
  stratum: ValueColumn,
  strataPool: ValuePool,
): NonNullable<TermFrequencies['within']>['strata'] {
  const sizes = new Int32Array(strataPool.count);
  const counts = Array.from({ length: strataPool.count }, () => new Map<number, number>());
  for (let entry = 0; entry < column.valueOf.length; entry += 1) {
    const value = column.valueOf[entry] as number;
    const own = stratum.valueOf[entry] as number;
    if (value === NOT_STATED || own === NOT_STATED) continue;
    sizes[own] = (sizes[own] as number) + 1;
    const ofStratum = counts[own] as Map<number, number>;
    ofStratum.set(value, (ofStratum.get(value) ?? 0) + 1);
  }
  const strata = counts.map((ofStratum, own): [string, { rare: number; shares: Record<string, number> }] => {
    const size = Math.max(1, sizes[own] as number);
    const shares = [...ofStratum]
      .filter(([, count]) => count > RAREST)
      .map(([value, count]): [string, number] => [pool.textOf(value), (count - 1) / size])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return [strataPool.textOf(own), { rare: (RAREST - 1) / size, shares: Object.fromEntries(shares) }];
  });
  return Object.fromEntries(strata.sort(([a], [b]) => (a < b ? -1 : 1)));
}
