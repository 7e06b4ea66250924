import type { Guard } from '../cluster/person-clusters.ts';
import type { LinkResult } from '../link-result.ts';
import type { VisibleEntries } from './visible-entries.ts';

/**
 * For each pair (by place) that a guard held back, the guard. `hidden` where one of the two persons has a record that the
 * reviewer may not see: the guard might speak of that record, so such a pair is not shown at all.
 */
export function heldBackPairs(result: LinkResult, seen: VisibleEntries): ReadonlyMap<number, Guard | 'hidden'> {
  const { clusters, entries, pairs } = result;
  const guardOf = new Map<number, Guard | 'hidden'>();
  const key = (a: number, b: number) => Math.min(a, b) * entries.count + Math.max(a, b);
  for (const { left, right, guard } of clusters.heldBack) {
    const isHidden = [left, right].some((record) => seen.hasHidden[clusters.personOf[record] ?? 0] === 1);
    guardOf.set(key(entries.entryOf[left] ?? 0, entries.entryOf[right] ?? 0), isHidden ? 'hidden' : guard);
  }
  const byPair = new Map<number, Guard | 'hidden'>();
  if (guardOf.size === 0) return byPair;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const guard = guardOf.get(key(pairs.left[pair] ?? 0, pairs.right[pair] ?? 0));
    if (guard !== undefined) byPair.set(pair, guard);
  }
  return byPair;
}

/** Levels of a pair's comparisons, two hexadecimal signs each. */
export function patternOf({ pairs }: LinkResult, pair: number): string {
  const from = pair * pairs.comparisons;
  return Buffer.from(pairs.levels.subarray(from, from + pairs.comparisons)).toString('hex');
}
