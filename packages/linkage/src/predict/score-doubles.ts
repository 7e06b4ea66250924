import type { Entries } from '../link-result.ts';
import { type LinkageModel, priorWeight } from '../model.ts';
import type { PairWeights } from './pair-weights.ts';
import type { PairWork } from './pair-work.ts';
import { makePairScore } from './score-task.ts';

/**
 * Bits that a record's own double begins with beyond any pair. The prior is of two records drawn at random; that a record has a double word
 * for word is judged against the others that might have written the same: one in the number of entries, at least.
 */
export function priorOfDoubles({ prior, trainedOn }: Pick<LinkageModel, 'prior' | 'trainedOn'>): number {
  return Math.max(0, -Math.log2(Math.max(1, trainedOn.records)) - priorWeight(prior));
}

/** Weight of each entry of several records against its own double: whether records alike in all they state are one person. */
export function scoreDoubles(
  work: PairWork,
  weights: PairWeights,
  entries: Entries,
  model: Pick<LinkageModel, 'prior' | 'trainedOn'>,
): Float64Array {
  const score = makePairScore(work, { ...weights, keepAbove: Number.NEGATIVE_INFINITY });
  const own = new Float64Array(entries.count).fill(Number.NaN);
  const more = priorOfDoubles(model);
  for (let entry = 0; entry < entries.count; entry += 1) {
    if ((entries.starts[entry + 1] as number) - (entries.starts[entry] as number) > 1)
      own[entry] = score.weightOf(entry, entry) + more;
  }
  return own;
}
