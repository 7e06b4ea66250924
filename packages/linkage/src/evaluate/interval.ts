/** A share between 0 and 1 with its 95 % interval. NaN throughout where there is nothing to divide by. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Standard normal quantile of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/** Wilson's score interval (1927) for a share seen in `trials` trials, which need not be a whole number. */
export function wilson(share: number, trials: number, z = Z95): Estimate {
  if (!(trials > 0) || Number.isNaN(share)) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const spread = z ** 2 / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Σ hits / Σ trials over independent units (persons, clusters), gathered unit by unit. */
export interface Ratio {
  hits: number;
  trials: number;
  units: number;
  hitsSquared: number;
  trialsSquared: number;
  product: number;
}

export function emptyRatio(): Ratio {
  return { hits: 0, trials: 0, units: 0, hitsSquared: 0, trialsSquared: 0, product: 0 };
}

export function addUnit(ratio: Ratio, hits: number, trials: number): void {
  if (trials === 0) return;
  ratio.hits += hits;
  ratio.trials += trials;
  ratio.units += 1;
  ratio.hitsSquared += hits ** 2;
  ratio.trialsSquared += trials ** 2;
  ratio.product += hits * trials;
}

/**
 * How many independent trials a ratio is worth. Pairs of one person stand and fall together: a person with ten records has 45 pairs, and
 * one record gone loses nine. With R = Σx / Σy and the linearised variance V = k/(k - 1) · Σ(x - R y)² / (Σy)² over k units,
 * n = R(1 - R)/V, at most Σy; where all units are right or all wrong (V = 0), Kish's (Σy)² / Σy².
 */
export function effectiveTrials({ hits, trials, units, hitsSquared, trialsSquared, product }: Ratio): number {
  if (units === 0) return 0;
  const share = hits / trials;
  const kish = trials ** 2 / trialsSquared;
  const squares = hitsSquared - 2 * share * product + share ** 2 * trialsSquared;
  if (units < 2 || share <= 0 || share >= 1 || squares <= 1e-12 * trialsSquared) return kish;
  const variance = (units / (units - 1)) * (squares / trials ** 2);
  return Math.min(trials, (share * (1 - share)) / variance);
}

/** Wilson's interval over the effective number of trials. */
export function estimateOf(ratio: Ratio): Estimate {
  return wilson(ratio.hits / ratio.trials, effectiveTrials(ratio));
}

/** P(Z ≤ z) of a standard normal number; error below 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
