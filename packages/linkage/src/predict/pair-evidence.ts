import type { PairEvidence } from '../cluster/group-evidence.ts';
import type { Comparison, LevelTest } from '../compare/comparison.ts';
import { SILENT } from '../compare/level-finder.ts';
import { LEVELS, type PairWeights } from './pair-weights.ts';
import type { PairScore } from './score-task.ts';

/** Levels at which two dates are known in full, alike, and not the same. */
const slipsOfDates: ReadonlySet<LevelTest['is']> = new Set([
  'date_swapped',
  'date_last_figure',
  'date_one_edit',
  'date_year_and_part',
  'date_month_and_day',
  'date_same_year',
]);

/** A pair's weight in its parts: one for each comparison, and the last one for the number of differences. */
export function makePairEvidence(
  { weightOf, levels, rarity }: Pick<PairScore, 'weightOf' | 'levels' | 'rarity'>,
  weights: Pick<PairWeights, 'prior' | 'levels'>,
  comparisons: readonly Comparison[],
): PairEvidence {
  const width = levels.length;
  const bits = new Float64Array(width + 1);
  const isSlip = comparisons.map((comparison) => comparison.levels.map(({ test }) => slipsOfDates.has(test.is)));
  const slips = new Uint8Array(width + 1);
  return {
    slips,
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
        slips[c] = isSlip[c]?.[level] ? 1 : 0;
        if (level !== SILENT) sum += own;
      }
      bits[width] = weight - sum;
      return bits;
    },
  };
}
