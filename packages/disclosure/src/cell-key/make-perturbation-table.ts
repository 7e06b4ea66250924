import type { PerturbationTable } from './perturb-counts.ts';

export interface PerturbationOptions {
  /** Most that a count is changed by. */
  readonly maximum: number;
  readonly variance: number;
  /** Perturbed counts are 0, or at least this (default: 0, no gap). */
  readonly smallest?: number;
  readonly keys?: 256 | 4096;
}

/**
 * Makes a perturbation table by maximum entropy: for each count the distribution of changes from -maximum to maximum with mean 0 and the
 * variance asked for, or as near to it as the smallest allowed count leaves (Giessing, 2016; Marley and Leaver, 2011). Throws a RangeError
 * where no distribution has that variance.
 */
export function makePerturbationTable({
  maximum,
  variance,
  smallest = 0,
  keys = 256,
}: PerturbationOptions): PerturbationTable {
  if (!(Number.isInteger(maximum) && maximum >= 1))
    throw new RangeError('The greatest change is a whole number of 1 or more.');
  if (!(variance > 0 && variance < maximum ** 2))
    throw new RangeError(`The variance is between 0 and ${maximum ** 2}.`);
  const distributions: { changes: readonly number[]; limits: readonly number[] }[] = [];
  const last = maximum + smallest;
  for (let count = 0; count <= last; count += 1) {
    const changes = Array.from({ length: 2 * maximum + 1 }, (_, at) => at - maximum).filter((change) => {
      const result = count + change;
      return result === 0 || result >= Math.max(1, smallest);
    });
    const shares = count === 0 ? [1] : entropyShares(changes, variance);
    const own = count === 0 ? [0] : changes;
    let sum = 0;
    distributions.push({ changes: own, limits: shares.map((share) => (sum += share)) });
  }
  return {
    keys,
    look: (pcv, cellKey) => {
      const { changes, limits } = distributions[Math.min(pcv, last)] ?? { changes: [0], limits: [1] };
      const at = limits.findIndex((limit) => (cellKey + 0.5) / keys < limit);
      return changes[at < 0 ? changes.length - 1 : at] ?? 0;
    },
  };
}

/** Shares exp(a·change + b·change²), normalised, of mean 0 and the variance: a by bisection inside a bisection of b. */
export function entropyShares(changes: readonly number[], variance: number): readonly number[] {
  if (!changes.some((change) => change < 0) || !changes.some((change) => change > 0)) {
    return changes.map((change) => (change === 0 ? 1 : 0));
  }
  const sharesOf = (a: number, b: number): readonly number[] => {
    const powers = changes.map((change) => a * change + b * change * change);
    const most = Math.max(...powers);
    const weights = powers.map((power) => Math.exp(power - most));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  const moment = (shares: readonly number[], power: number): number =>
    shares.reduce((sum, share, at) => sum + share * (changes[at] ?? 0) ** power, 0);
  const centred = (b: number): readonly number[] => {
    let [low, high] = [-60, 60];
    for (let step = 0; step < 80; step += 1) {
      const middle = (low + high) / 2;
      if (moment(sharesOf(middle, b), 1) < 0) low = middle;
      else high = middle;
    }
    return sharesOf((low + high) / 2, b);
  };
  let [low, high] = [-30, 30];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (moment(centred(middle), 2) < variance) low = middle;
    else high = middle;
  }
  return centred((low + high) / 2);
}
