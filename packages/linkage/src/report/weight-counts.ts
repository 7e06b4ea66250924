import type { LinkResult } from '../link-result.ts';

/** Pairs by zone, and by whole bits of weight. */
export interface WeightCounts {
  readonly below: number;
  readonly inReview: number;
  readonly linked: number;
  /** Weight at which the first bin begins; each bin is one bit wide. */
  readonly from: number;
  readonly bins: readonly number[];
}

/** Counts pairs of a result by weight. Weights outside −40 … 80 bits count in the first or last bin. */
export function countWeights({ pairs, model }: LinkResult): WeightCounts {
  const { match, review } = model.thresholds;
  let [below, inReview, linked] = [0, 0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const weight = pairs.weight[pair] ?? 0;
    if (weight >= match) linked += 1;
    else if (weight >= review) inReview += 1;
    else below += 1;
    least = Math.min(least, weight);
    most = Math.max(most, weight);
  }
  const from = Math.max(-40, Math.floor(Math.min(least, review)));
  const to = Math.min(80, Math.max(Math.ceil(match), Math.floor(most) + 1));
  const bins = new Array<number>(Math.max(1, to - from)).fill(0);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const bin = Math.max(0, Math.min(bins.length - 1, Math.floor(pairs.weight[pair] ?? 0) - from));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { below, inReview, linked, from, bins };
}
