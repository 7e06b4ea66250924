import type { ClericalSample, Stratum } from './clerical-sample.ts';
import type { Estimate } from './interval.ts';
import { wilson } from './interval.ts';

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

/**
 * Precision, recall and F1 of linking at a threshold, from a judged sample. The values are the stratified estimator: a band of N pairs, n
 * judged, y of them matches, holds N y/n matches; with A matches above the threshold and B below, M pairs above,
 * precision = A/M, recall = A/(A + B), F1 = 2A/(M + A + B).
 *
 * Intervals (95 %) are Wilson's over the effective size of the sample, about value (1 - value) / variance (Korn and Graubard 1998), with the
 * linearised variance of each ratio from Var(N y/n) = N² (1 - n/N) s (1 - s) / n. In s = (y + ½)/(n + 1), a band in which no error was seen
 * still counts as uncertain; the plain share would give it no width at all.
 *
 * Throws a RangeError when the threshold is no bound of the sample's bands.
 */
export function estimateFromSample(
  sample: ClericalSample,
  answers: readonly ClericalAnswer[],
  { threshold }: { readonly threshold: number },
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
  const matches = { above: 0, below: 0 };
  const variance = { above: 0, below: 0 };
  for (const [band, stratum] of strata.entries()) {
    const { count, matches: seen } = judged[band] as { count: number; matches: number };
    const side = isAbove(stratum) ? 'above' : 'below';
    matches[side] += stratum.pairs * (count > 0 ? seen / count : 0.5);
    variance[side] += varianceOf(stratum.pairs, count, seen);
  }
  const all = matches.above + matches.below;
  const f1Base = pairsAbove + all;
  const answered = judged.reduce((sum, { count }) => sum + count, 0);
  return {
    threshold,
    precision: intervalOf(matches.above / pairsAbove, variance.above / pairsAbove ** 2),
    recallWithinCandidates: intervalOf(
      matches.above / all,
      (matches.below ** 2 * variance.above + matches.above ** 2 * variance.below) / all ** 4,
    ),
    f1: intervalOf(
      (2 * matches.above) / f1Base,
      (4 * (pairsAbove + matches.below) ** 2 * variance.above + 4 * matches.above ** 2 * variance.below) / f1Base ** 4,
    ),
    answered,
    unanswered: sample.pairs.length - answered,
    unjudged: strata.filter(({ pairs }, band) => pairs > 0 && judged[band]?.count === 0),
  };
}

/** Of the estimated number of matches in a band; where nobody judged any, every share is as likely as another. */
function varianceOf(pairs: number, judged: number, matches: number): number {
  if (judged === 0) return pairs ** 2 / 12;
  const share = (matches + 0.5) / (judged + 1);
  return (pairs ** 2 * (1 - judged / pairs) * share * (1 - share)) / judged;
}

/** A share and its 95 % interval from its variance, as if it had been seen in the number of trials that would vary as much. */
export function intervalOf(value: number, variance: number): Estimate {
  // All pairs were judged: nothing is left to estimate.
  if (variance === 0) return { value, low: value, high: value };
  // n · variance = s (1 - s) with s a half away from the value by 1/(n + 1), about value (1 - value) + 1/(2n), solved for n. The
  // plain value (1 - value) would make a sample without any error worth nothing.
  const spread = value * (1 - value);
  return wilson(value, (spread + Math.sqrt(spread ** 2 + 2 * variance)) / (2 * variance));
}
