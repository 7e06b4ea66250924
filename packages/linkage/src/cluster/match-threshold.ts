import { probabilityOf, weightOf } from '../model.ts';
import type { ScoredPairs } from '../predict/scored-pairs.ts';

/** From this probability two records are always linked. */
const SURE = 0.95;
/** Below this one they never are without a person's word. */
const LEAST = 0.8;
/** Share of the links that the model itself expects to be right. */
const PRECISION = 0.985;

/**
 * The weight from which pairs are linked, chosen without truth: 0.95 as a probability, or as far below it (to 0.8) as the links
 * taken together are still expected to be right in 98.5 of 100. Where most pairs are clear, the few in doubt may be taken; where
 * many are in doubt, they wait for a reviewer.
 */
export function chooseMatchWeight(pairs: Pick<ScoredPairs, 'count' | 'weight'>): number {
  const doubtful: number[] = [];
  let links = 0;
  let right = 0;
  const sure = weightOf(SURE);
  const least = weightOf(LEAST);
  for (let i = 0; i < pairs.count; i += 1) {
    const weight = pairs.weight[i] as number;
    if (weight >= sure) {
      links += 1;
      right += probabilityOf(weight);
    } else if (weight >= least) doubtful.push(weight);
  }
  let threshold = sure;
  for (const weight of doubtful.sort((a, b) => b - a)) {
    links += 1;
    right += probabilityOf(weight);
    if (right / links < PRECISION) break;
    threshold = weight;
  }
  return threshold;
}
