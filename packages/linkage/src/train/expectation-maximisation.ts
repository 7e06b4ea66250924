import { SILENT } from '../compare/level-finder.ts';
import type { Patterns } from './count-patterns.ts';

export interface EmResult {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** Probability that two records drawn at random are of one person. */
  readonly prior: number;
  /** Expected number of matching pairs among the candidates. */
  readonly matches: number;
  readonly iterations: number;
}

/**
 * Expectation maximisation over all pairs of the records (Fellegi and Sunter 1969; Winkler 1988), where pairs that no blocking
 * rule proposes are taken to be of two persons: they only add to the total of pairs that the prior is a share of. Comparisons
 * are taken to be independent given the truth. u is what random pairs show, less the share of matching pairs among them: in small
 * files with many doubles a good part of the pairs that agree on an address *are* of one person.
 *
 * @param patterns of the candidate pairs; counts scaled up where a sample was counted
 * @param random probabilities of levels among random pairs
 * @param totalPairs all pairs that could match
 * @param regular pseudo-counts a level starts with, as so many pairs that agree as `start.m` says
 */
export function maximise(
  patterns: Patterns,
  start: { readonly m: readonly Float64Array[]; readonly prior: number },
  random: readonly Float64Array[],
  totalPairs: number,
  { regular = 5, tolerance = 1e-5, most = 200 } = {},
): EmResult {
  const { levels, counts, comparisons: width } = patterns;
  let m: readonly Float64Array[] = start.m;
  let { prior } = start;
  let matches = 0;
  let iterations = 0;
  while (iterations < most) {
    iterations += 1;
    const u = withoutMatches(random, m, prior);
    const logs = m.map((own, c) => own.map((p, l) => Math.log(p) - Math.log((u[c] as Float64Array)[l] as number)));
    const logOdds = Math.log(prior) - Math.log1p(-prior);
    const sums = start.m.map((own) => own.map((p) => regular * p));
    matches = 0;
    for (let i = 0; i < counts.length; i += 1) {
      let odds = logOdds;
      for (let c = 0; c < width; c += 1) {
        const level = levels[i * width + c] as number;
        if (level !== SILENT) odds += (logs[c] as Float64Array)[level] as number;
      }
      const expected = (counts[i] as number) / (1 + Math.exp(-odds));
      matches += expected;
      for (let c = 0; c < width; c += 1) {
        const level = levels[i * width + c] as number;
        const own = sums[c] as Float64Array;
        if (level !== SILENT) own[level] = (own[level] as number) + expected;
      }
    }
    const next = sums.map(normalised);
    const nextPrior = Math.min(0.5, Math.max((matches + 0.5) / totalPairs, 1e-13));
    const change = Math.max(Math.abs(Math.log(nextPrior / prior)), ...next.map((own, c) => furthest(own, m[c])));
    m = next;
    prior = nextPrior;
    if (change < tolerance) break;
  }
  return { m, u: withoutMatches(random, m, prior), prior, matches, iterations };
}

/** u = (share among all pairs - prior * m) / (1 - prior), never below a fiftieth of what was counted. */
export function withoutMatches(
  random: readonly Float64Array[],
  m: readonly Float64Array[],
  prior: number,
): readonly Float64Array[] {
  return random.map((own, c) =>
    normalised(own.map((p, l) => Math.max((p - prior * ((m[c] as Float64Array)[l] as number)) / (1 - prior), p / 50))),
  );
}

function furthest(a: Float64Array, b: Float64Array | undefined): number {
  return a.reduce((top, p, l) => Math.max(top, Math.abs(p - (b?.[l] ?? 0))), 0);
}

function normalised(sums: Float64Array): Float64Array {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return sums.map((one) => one / total);
}

/** Probabilities of levels among random pairs, from their patterns; half a pair is added to each level, so that none is impossible. */
export function countLevels(patterns: Patterns, levelsOf: readonly number[]): readonly Float64Array[] {
  const { levels, counts, comparisons: width } = patterns;
  const sums = levelsOf.map((length) => new Float64Array(length).fill(0.5));
  for (let i = 0; i < counts.length; i += 1) {
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      const own = sums[c] as Float64Array;
      if (level !== SILENT) own[level] = (own[level] as number) + (counts[i] as number);
    }
  }
  return sums.map(normalised);
}
