import { probabilityOf, weightOf } from '../model.ts';

export interface ThresholdInput {
  /** Scored candidate pairs. */
  readonly weight: Float64Array;
  readonly pairs: number;
  /** How many pairs of records a pair stands for; one each where absent. */
  readonly multiplicity?: Float64Array;
  /** Probability that two records drawn at random are of one person. */
  readonly prior: number;
  /** All pairs that could be formed: n(n - 1)/2, or across sources Σ n_i n_j. */
  readonly possiblePairs: number;
  /** Probabilities to tell about. */
  readonly probabilities?: readonly number[];
  /** The suggestion has at least this expected precision: a false merge of two people is worse than a missed link. */
  readonly leastPrecision?: number;
  /** True and false pairs of records behind each pair and true pairs in all, where the truth is known. */
  readonly truth?: { readonly truePairs: Float64Array; readonly falsePairs: Float64Array; readonly allTrue: number };
}

export interface ThresholdRow {
  /** Bits, and the probability that it is. */
  readonly threshold: number;
  readonly probability: number;
  /** Pairs of records at or above it. */
  readonly pairs: number;
  readonly expected: ExpectedErrors;
  /** Against the truth; null where there is none. */
  readonly measured: { readonly precision: number; readonly recall: number; readonly f1: number } | null;
}

export interface ExpectedErrors {
  readonly falseLinks: number;
  /** True pairs below the threshold, among those proposed. */
  readonly missedLinks: number;
  readonly precision: number;
  /** Of the true pairs that were proposed. */
  readonly recallWithinCandidates: number;
  /** Of all true pairs there are by the prior; what was not proposed counts as missed. */
  readonly recall: number;
  /** From `precision` and `recall`. */
  readonly f1: number;
}

export interface ThresholdChoice {
  readonly rows: readonly ThresholdRow[];
  /** Expected true pairs: in all by the prior (at least those proposed), and among those proposed. */
  readonly expectedTrue: { readonly all: number; readonly proposed: number };
  readonly suggested: ThresholdRow;
}

export const TOLD_PROBABILITIES: readonly number[] = [0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999];

/**
 * Errors at each threshold, estimated without any truth from the pairs' own probabilities (Fellegi and Sunter 1969; as far as the
 * model is calibrated): of the pairs at or above t, Σ p are true and Σ (1 - p) false; of those below, Σ p are missed. True pairs
 * that blocking never proposed can't be seen in the scores: their number is prior × possible pairs less Σ p of all candidates, and not
 * less than nothing. Suggested is the threshold with the highest expected F1 among those with at least `leastPrecision`
 * (0.99), or the one with the highest precision where none has it. With truth the same table is measured as well, and
 * the suggestion goes by what was measured.
 */
export function chooseThreshold(input: ThresholdInput): ThresholdChoice {
  const probabilities = [...(input.probabilities ?? TOLD_PROBABILITIES)].sort((a, b) => a - b);
  if (probabilities.length === 0) throw new RangeError('chooseThreshold: no probability to tell about');
  const thresholds = probabilities.map(weightOf);
  const sums = sumByBand(input, thresholds);
  const proposed = sums.reduce((sum, band) => sum + band.expectedTrue, 0);
  const all = Math.max(proposed, input.prior * input.possiblePairs);
  const rows = thresholds.map((threshold, at): ThresholdRow => {
    const above = addBands(sums.slice(at + 1));
    const precision = above.expectedTrue / above.pairs;
    const recall = above.expectedTrue / all;
    return {
      threshold,
      probability: probabilityOf(threshold),
      pairs: above.pairs,
      expected: {
        falseLinks: above.pairs - above.expectedTrue,
        missedLinks: proposed - above.expectedTrue,
        precision,
        recallWithinCandidates: above.expectedTrue / proposed,
        recall,
        f1: (2 * above.expectedTrue) / (above.pairs + all),
      },
      measured: input.truth
        ? {
            precision: above.truePairs / (above.truePairs + above.falsePairs),
            recall: above.truePairs / input.truth.allTrue,
            f1: (2 * above.truePairs) / (above.truePairs + above.falsePairs + input.truth.allTrue),
          }
        : null,
    };
  });
  return { rows, expectedTrue: { all, proposed }, suggested: suggest(rows, input.leastPrecision ?? 0.99) };
}

function suggest(rows: readonly ThresholdRow[], leastPrecision: number): ThresholdRow {
  const of = (row: ThresholdRow) => row.measured ?? row.expected;
  const told = rows.filter((row) => !Number.isNaN(of(row).precision));
  const precise = told.filter((row) => of(row).precision >= leastPrecision);
  const better = precise.length > 0 ? (row: ThresholdRow) => of(row).f1 : (row: ThresholdRow) => of(row).precision;
  const candidates = precise.length > 0 ? precise : told;
  // Where nothing reaches any threshold, the strictest is as good as any.
  return candidates.reduce(
    (best, row) => (better(row) > better(best) ? row : best),
    candidates[0] ?? (rows.at(-1) as ThresholdRow),
  );
}

interface Band {
  pairs: number;
  expectedTrue: number;
  truePairs: number;
  falsePairs: number;
}

/** Sums below the first threshold, between each two, and from the last one on. */
function sumByBand({ weight, pairs, multiplicity, truth }: ThresholdInput, thresholds: readonly number[]): Band[] {
  const bands: Band[] = Array.from({ length: thresholds.length + 1 }, () => addBands([]));
  for (let pair = 0; pair < pairs; pair += 1) {
    const bits = weight[pair] as number;
    if (Number.isNaN(bits)) continue;
    let at = 0;
    while (at < thresholds.length && bits >= (thresholds[at] as number)) at += 1;
    const band = bands[at] as Band;
    const records = multiplicity ? (multiplicity[pair] as number) : 1;
    band.pairs += records;
    band.expectedTrue += records * probabilityOf(bits);
    if (!truth) continue;
    band.truePairs += truth.truePairs[pair] as number;
    band.falsePairs += truth.falsePairs[pair] as number;
  }
  return bands;
}

function addBands(bands: readonly Band[]): Band {
  const sum: Band = { pairs: 0, expectedTrue: 0, truePairs: 0, falsePairs: 0 };
  for (const band of bands) {
    sum.pairs += band.pairs;
    sum.expectedTrue += band.expectedTrue;
    sum.truePairs += band.truePairs;
    sum.falsePairs += band.falsePairs;
  }
  return sum;
}
