/**
 * Mistakes do not come one by one: who typed a record with care made none, and a record that was found to be a double has often
 * exactly one. Fellegi and Sunter's model takes the fields to be independent; the number of fields that differ is where that
 * fails first. So the model keeps, for pairs of one person, how much more or less often k fields differ than independence says
 * (a log-linear term for the number of differences; Winkler 1993, Thibaudeau 1993, put terms for single pairs of fields).
 */
export interface DifferenceRatios {
  /** By the number of fields that differ; the last one stands for that many and more. 1: as independence says. */
  readonly ratios: readonly number[];
}

/** Differences counted one by one; more of them count as so many. */
export const MOST_DIFFERENCES = 5;

export const independent: DifferenceRatios = { ratios: new Array<number>(MOST_DIFFERENCES + 1).fill(1) };

/** log2 of what the number of differences adds, given which fields both records state (a bit each). */
export type DifferenceBits = (stated: number, differences: number) => number;

export function makeDifferenceBits(exactM: readonly number[], { ratios }: DifferenceRatios): DifferenceBits {
  const logs = ratios.map((ratio) => Math.log2(ratio));
  const norms = new Map<number, number>();
  return (stated, differences) => {
    let norm = norms.get(stated);
    if (norm === undefined) {
      norm = Math.log2(differenceShares(exactM, stated).reduce((sum, share, k) => sum + share * (ratios[k] ?? 1), 0));
      norms.set(stated, norm);
    }
    return (logs[Math.min(differences, MOST_DIFFERENCES)] as number) - norm;
  };
}

/** Probability of each number of differences if fields were independent (Poisson binomial), the last for that many and more. */
export function differenceShares(exactM: readonly number[], stated: number): readonly number[] {
  const shares = new Array<number>(MOST_DIFFERENCES + 1).fill(0);
  shares[0] = 1;
  for (let c = 0; c < exactM.length; c += 1) {
    if ((stated & (1 << c)) === 0) continue;
    const differs = 1 - (exactM[c] as number);
    shares[MOST_DIFFERENCES] =
      (shares[MOST_DIFFERENCES] as number) + (shares[MOST_DIFFERENCES - 1] as number) * differs;
    for (let k = MOST_DIFFERENCES - 1; k >= 0; k -= 1) {
      shares[k] = (shares[k] as number) * (1 - differs) + (k > 0 ? (shares[k - 1] as number) * differs : 0);
    }
  }
  return shares;
}

/** Pairs as which independence is believed; no ratio leaves these bounds. */
const BELIEVED = 25;
const BOUNDS = [1 / 8, 8] as const;

/** Ratios of counted to expected pairs by number of differences. */
export function ratiosOf(counted: readonly number[], expected: readonly number[]): DifferenceRatios {
  const total = counted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return independent;
  return {
    ratios: counted.map((own, k) => {
      const e = expected[k] ?? 0;
      const ratio = (own + (BELIEVED * e) / total) / (e + (BELIEVED * e) / total || 1);
      return Math.min(BOUNDS[1], Math.max(BOUNDS[0], ratio));
    }),
  };
}
