import type { LinkOptions, LinkResult } from '@leeto/linkage';
import type { LinkState } from '@leeto/store';
import type { PairStanding } from './linked-content-of.ts';
import { standingOf } from './settle-links.ts';

/**
 * How each pair of entries stands: linked, held back by a guard or a reviewer, to be asked about, or settled by others (two entries
 * that are one person by way of a third are not asked about).
 */
export function standingsOf(
  result: LinkResult,
  constraints: NonNullable<LinkOptions['decisions']>,
): { readonly of: (pair: number) => PairStanding; readonly counts: Readonly<Record<LinkState, number>> } {
  const { pairs, entries, clusters, model } = result;
  const keyOf = (a: number, b: number) => Math.min(a, b) * entries.count + Math.max(a, b);
  const entriesOf = (left: number, right: number) => keyOf(entries.entryOf[left] ?? 0, entries.entryOf[right] ?? 0);
  const held = new Map(clusters.heldBack.map(({ left, right, guard }) => [entriesOf(left, right), guard]));
  // Of decisions on records that are alike, what keeps people apart counts.
  const weaker = ['unsure', 'same', 'not_the_same'];
  const ordered = [...constraints].sort((one, other) => weaker.indexOf(one.verdict) - weaker.indexOf(other.verdict));
  const decided = new Map(ordered.map(({ left, right, verdict }) => [entriesOf(left, right), verdict]));
  const personOf = (entry: number) => clusters.personOf[entries.firstOf[entry] ?? 0];
  const of = (pair: number): PairStanding => {
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    return standingOf(
      {
        weight: pairs.weight[pair] ?? 0,
        isOnePerson: personOf(left) === personOf(right),
        verdict: decided.get(keyOf(left, right)),
        guard: held.get(keyOf(left, right)),
      },
      model,
    );
  };
  const counts = { accepted: 0, held_back: 0, review: 0, below: 0 };
  for (let pair = 0; pair < pairs.count; pair += 1) counts[of(pair).state] += 1;
  return { of, counts };
}
