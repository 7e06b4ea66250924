import { chooseThreshold, type ThresholdChoice, TOLD_PROBABILITIES } from '../cluster/choose-threshold.ts';
import type { LinkResult } from '../link-result.ts';
import { probabilityOf } from '../model.ts';
import { intervalOf } from './clerical-estimate.ts';
import type { Estimate } from './interval.ts';
import { possiblePairs } from './possible-pairs.ts';

/** What the model expects of its own errors, where there is neither truth nor a sample that was looked through. */
export interface ExpectedAccuracy {
  readonly precision: Estimate;
  /** Of all true pairs there are by the prior, those never proposed included. */
  readonly recall: Estimate;
  readonly f1: Estimate;
  /** At other thresholds, the model's own among them. */
  readonly thresholds: ThresholdChoice;
}

/**
 * Expected precision, recall and F1 of linking at the model's threshold, over pairs of different records. With p the probabilities of the
 * pairs, A = Σ p at the threshold and above (M pairs), B = Σ p below, and never proposed C = prior × possible pairs − A − B (0 at least):
 * precision = A/M, recall = A/(A + B + C), F1 = 2A/(M + A + B + C). Intervals (95 %) are of chance alone, from Σ p(1 − p) above and below, and
 * C as a Poisson number: they hold as far as the probabilities do. NaN where nothing reaches the threshold.
 */
export function expectAccuracy({ records, entries, pairs, model }: LinkResult): ExpectedAccuracy {
  const possible = possiblePairs({
    size: entries.count,
    mode: records.mode,
    sources: records.sources,
    sourceOf: Uint16Array.from(entries.firstOf, (record) => records.sourceOf[record] as number),
  });
  const { match } = model.thresholds;
  let [above, linked, below, varianceAbove, varianceBelow] = [0, 0, 0, 0, 0];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const weight = pairs.weight[pair] as number;
    const p = probabilityOf(weight);
    if (weight >= match) {
      linked += 1;
      above += p;
      varianceAbove += p * (1 - p);
    } else {
      below += p;
      varianceBelow += p * (1 - p);
    }
  }
  const never = Math.max(0, model.prior * possible - above - below);
  const missed = below + never;
  const all = above + missed;
  const base = linked + all;
  const varianceMissed = varianceBelow + never;
  return {
    precision: intervalOf(above / linked, varianceAbove / linked ** 2),
    recall: intervalOf(above / all, (missed ** 2 * varianceAbove + above ** 2 * varianceMissed) / all ** 4),
    f1: intervalOf(
      (2 * above) / base,
      (4 * (linked + missed) ** 2 * varianceAbove + 4 * above ** 2 * varianceMissed) / base ** 4,
    ),
    thresholds: chooseThreshold({
      weight: pairs.weight,
      pairs: pairs.count,
      prior: model.prior,
      possiblePairs: possible,
      probabilities: toldProbabilities(match),
    }),
  };
}

/**
 * The usual probabilities and that of the threshold in use, ascending. The threshold may be the very weight of a pair, so a hair less is
 * asked for: rounding would leave the pair out.
 */
export function toldProbabilities(match: number, usual: readonly number[] = TOLD_PROBABILITIES): readonly number[] {
  const used = probabilityOf(match - 1e-9);
  return [...usual.filter((own) => Math.abs(own - used) > 1e-6), used].sort((a, b) => a - b);
}
