import type { Entries } from '../link-result.ts';
import type { PairWeights } from './pair-weights.ts';
import type { PairWork } from './pair-work.ts';
import { makePairScore } from './score-task.ts';

/** Weight of each entry of several records against its own double: whether records alike in all they state are one person. */
export function scoreDoubles(work: PairWork, weights: PairWeights, entries: Entries): Float64Array {
  const score = makePairScore(work, { ...weights, keepAbove: Number.NEGATIVE_INFINITY });
  const own = new Float64Array(entries.count).fill(Number.NaN);
  for (let entry = 0; entry < entries.count; entry += 1) {
    if ((entries.starts[entry + 1] as number) - (entries.starts[entry] as number) > 1)
      own[entry] = score.weightOf(entry, entry);
  }
  return own;
}
