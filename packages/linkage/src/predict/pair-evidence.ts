import type { PairEvidence } from '../cluster/group-evidence.ts';
import { SILENT } from '../compare/level-finder.ts';
import { LEVELS, type PairWeights } from './pair-weights.ts';
import type { PairScore } from './score-task.ts';

/** A pair's weight in its parts: one for each comparison, and the last one for the number of differences. */
export function makePairEvidence(
  { weightOf, levels, rarity }: Pick<PairScore, 'weightOf' | 'levels' | 'rarity'>,
  weights: Pick<PairWeights, 'prior' | 'levels'>,
): PairEvidence {
  const width = levels.length;
  const bits = new Float64Array(width + 1);
  return {
    prior: weights.prior,
    parts: width + 1,
    of(a, b) {
      const weight = weightOf(Math.min(a, b), Math.max(a, b));
      let sum = weights.prior;
      for (let c = 0; c < width; c += 1) {
        const level = levels[c] as number;
        const own =
          level === SILENT ? Number.NaN : (weights.levels[c * LEVELS + level] as number) + (rarity[c] as number);
        bits[c] = own;
        if (level !== SILENT) sum += own;
      }
      bits[width] = weight - sum;
      return bits;
    },
  };
}
