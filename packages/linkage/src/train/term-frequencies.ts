import type { ValueColumn } from '../compare/level-finder.ts';
import type { ComparisonModel } from '../model.ts';
import { NOT_STATED } from '../records/record-set.ts';
import type { ValuePool } from '../records/value-pool.ts';

/** A value that two records share has been seen twice at least: no share is taken below that. */
const RAREST = 2;

/**
 * How often values occur among the entries that state one. Values seen no more than twice are not listed; they count as `rare`.
 */
export function countTermFrequencies(column: ValueColumn, pool: ValuePool): ComparisonModel['termFrequencies'] {
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
  return { rare: (RAREST - 1) / stated, shares: Object.fromEntries(shares) };
}
