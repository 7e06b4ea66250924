import type { ClericalSample, Stratum } from './clerical-sample.ts';
import type { Estimate } from './interval.ts';
import { drawBeta, drawNormal, makeRandom } from './random.ts';

/** What a reviewer said of a pair of the sample; null for "unsure". */
export interface ClericalAnswer {
  /** Number of the pair among the scored pairs. */
  readonly pair: number;
  readonly isMatch: boolean | null;
}

export interface ClericalEstimate {
  /** Bits. */
  readonly threshold: number;
  readonly precision: Estimate;
  /** Of the true pairs that were proposed; what blocking missed is not in the sample. */
  readonly recallWithinCandidates: Estimate;
  readonly f1: Estimate;
  readonly answered: number;
  /** Said to be unsure, or not answered: left out, as if they were like the others of their band. */
  readonly unanswered: number;
  /** Bands of which no pair was judged; what they hold is not known and makes the intervals wide. */
  readonly unjudged: readonly { readonly from: number; readonly to: number; readonly pairs: number }[];
}

const DRAWS = 4000;

/**
 * Precision, recall and F1 of linking at a threshold, from a judged sample. The values are the stratified estimator: a band of N pairs, n
 * judged, y of them matches, holds N y/n matches; precision = Σ above / pairs above, recall = Σ above / Σ all,
 * F1 = 2 Σ above / (pairs above + Σ all). The 95 % intervals are simulated: in each band the share of matches is drawn from Beta(y + ½,
 * n - y + ½) (Jeffreys' prior), and the pairs not judged from the binomial of that share. At small counts, and where a band
 * has no error at all, this stays honest where the normal approximation has no width.
 *
 * Throws a RangeError when the threshold is no bound of the sample's bands.
 */
export function estimateFromSample(
  sample: ClericalSample,
  answers: readonly ClericalAnswer[],
  { threshold, seed = 1 }: { readonly threshold: number; readonly seed?: number },
): ClericalEstimate {
  const { strata } = sample;
  if (!strata.some(({ from }) => Math.abs(from - threshold) < 1e-9)) {
    throw new RangeError(`estimateFromSample: the sample has no band that begins at ${threshold} bits`);
  }
  const verdicts = new Map(answers.map(({ pair, isMatch }) => [pair, isMatch]));
  const judged = strata.map(() => ({ count: 0, matches: 0 }));
  for (const { pair, stratum } of sample.pairs) {
    const isMatch = verdicts.get(pair) ?? null;
    const band = judged[stratum];
    if (isMatch === null || !band) continue;
    band.count += 1;
    if (isMatch) band.matches += 1;
  }
  const isAbove = ({ from }: Stratum): boolean => from >= threshold - 1e-9;
  const pairsAbove = strata.reduce((sum, stratum) => sum + (isAbove(stratum) ? stratum.pairs : 0), 0);
  const sharesOf = (matchesOf: (band: number) => number): Shares => {
    let [above, all] = [0, 0];
    for (const [band, stratum] of strata.entries()) {
      if (stratum.pairs === 0) continue;
      const matches = matchesOf(band);
      all += matches;
      if (isAbove(stratum)) above += matches;
    }
    return { precision: above / pairsAbove, recall: above / all, f1: (2 * above) / (pairsAbove + all) };
  };
  const point = sharesOf((band) => {
    const { count, matches } = judged[band] as { count: number; matches: number };
    return (strata[band] as Stratum).pairs * (count > 0 ? matches / count : 0.5);
  });
  const random = makeRandom(seed);
  const draws = Array.from({ length: DRAWS }, () =>
    sharesOf((band) => {
      const { count, matches } = judged[band] as { count: number; matches: number };
      const share = drawBeta(random, matches + 0.5, count - matches + 0.5);
      return matches + drawMatches(random, (strata[band] as Stratum).pairs - count, share);
    }),
  );
  const answered = judged.reduce((sum, { count }) => sum + count, 0);
  return {
    threshold,
    precision: intervalOf(point, draws, 'precision'),
    recallWithinCandidates: intervalOf(point, draws, 'recall'),
    f1: intervalOf(point, draws, 'f1'),
    answered,
    unanswered: sample.pairs.length - answered,
    unjudged: strata.filter(({ pairs }, band) => pairs > 0 && judged[band]?.count === 0),
  };
}

interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A binomial number; for many trials by the normal approximation. */
function drawMatches(random: () => number, trials: number, share: number): number {
  if (trials > 200) {
    const drawn = Math.round(trials * share + drawNormal(random) * Math.sqrt(trials * share * (1 - share)));
    return Math.min(trials, Math.max(0, drawn));
  }
  let matches = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < share) matches += 1;
  return matches;
}

function intervalOf(point: Shares, draws: readonly Shares[], of: keyof Shares): Estimate {
  const sorted = Float64Array.from(draws, (draw) => draw[of]).sort();
  const value = point[of];
  // With no error seen at all, the estimate itself lies at the end of what can be.
  const low = Math.min(value, sorted[Math.floor(0.025 * (DRAWS - 1))] as number);
  const high = Math.max(value, sorted[Math.ceil(0.975 * (DRAWS - 1))] as number);
  return { value, low, high };
}
