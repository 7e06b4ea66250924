import { SILENT } from '../compare/level-finder.ts';
import type { Patterns } from './count-patterns.ts';
import {
  type DifferenceRatios,
  differenceShares,
  independent,
  MOST_DIFFERENCES,
  makeDifferenceBits,
  ratiosOf,
} from './difference-ratios.ts';

/**
 * What a household shares, and what tells a person. `points[c][level]` says how far agreement at a level tells who somebody is;
 * pairs of fewer than `needed` points teach nothing, so that what is learnt is a person and not a home or a nationality.
 */
export interface HomeLimit {
  readonly isHome: readonly boolean[];
  readonly points: readonly (readonly number[])[];
  readonly needed: number;
  readonly limit: number;
}

const NO_HOME: HomeLimit = { isHome: [], points: [], needed: 0, limit: Number.POSITIVE_INFINITY };

export interface EmResult {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** Probability that two records drawn at random are of one person. */
  readonly prior: number;
  /** Expected number of matching pairs among the candidates. */
  readonly matches: number;
  readonly iterations: number;
  readonly differences: DifferenceRatios;
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
 * @param certain so many of the last patterns are of pairs known to be of one person
 */
export function maximise(
  patterns: Patterns,
  start: { readonly m: readonly Float64Array[]; readonly prior: number },
  random: readonly Float64Array[],
  totalPairs: number,
  { regular = 5, tolerance = 1e-5, most = 200, home = NO_HOME, certain = 0 } = {},
): EmResult {
  const shape = shapesOf(patterns, home, patterns.counts.length - certain);
  let m: readonly Float64Array[] = start.m;
  let { prior } = start;
  let iterations = 0;
  let matches = 0;
  while (iterations < most) {
    iterations += 1;
    const u = withoutMatches(random, m, prior);
    const expected = expect(patterns, shape, { m, u, prior, differences: independent, home });
    const next = expected.levels.map((own, c) =>
      normalised(own.map((n, l) => n + regular * ((start.m[c] as Float64Array)[l] as number))),
    );
    const nextPrior = Math.min(0.5, Math.max((expected.matches + 0.5) / totalPairs, 1e-13));
    const change = Math.max(Math.abs(Math.log(nextPrior / prior)), ...next.map((own, c) => furthest(own, m[c])));
    m = next;
    prior = nextPrior;
    matches = expected.matches;
    if (change < tolerance) break;
  }
  // The number of differences is learnt last, with all else held: left free together, it would follow namesakes instead of mistakes.
  const u = withoutMatches(random, m, prior);
  let differences = independent;
  for (let pass = 0; pass < DIFFERENCE_PASSES; pass += 1) {
    const expected = expect(patterns, shape, { m, u, prior, differences, home });
    differences = ratiosOf(expected.differing, expectedDifferences(expected.byStated, m.map(firstOf)));
  }
  return { m, u, prior, matches, iterations, differences };
}

const DIFFERENCE_PASSES = 3;

interface State {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  readonly prior: number;
  readonly differences: DifferenceRatios;
  readonly home: HomeLimit;
}

/** The expected matching pairs: in all, by level, by number of differences, by which comparisons are stated. */
function expect(
  { levels, counts, comparisons: width }: Patterns,
  shape: ReturnType<typeof shapesOf>,
  { m, u, prior, differences, home }: State,
) {
  const logs = m.map((own, c) => own.map((p, l) => Math.log(p) - Math.log((u[c] as Float64Array)[l] as number)));
  const logOdds = Math.log(prior) - Math.log1p(-prior);
  const bitsOf = makeDifferenceBits(m.map(firstOf), differences);
  const byLevel = m.map((own) => new Float64Array(own.length));
  const differing = new Array<number>(MOST_DIFFERENCES + 1).fill(0);
  const byStated = new Map<number, number>();
  let matches = 0;
  for (let i = 0; i < counts.length; i += 1) {
    if (shape.teaches[i] === 0) continue;
    const stated = shape.stated[i] as number;
    const differ = shape.differing[i] as number;
    let atHome = 0;
    let odds = logOdds + Math.LN2 * bitsOf(stated, differ);
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      if (level === SILENT) continue;
      const own = (logs[c] as Float64Array)[level] as number;
      if (home.isHome[c]) atHome += own;
      else odds += own;
    }
    odds += Math.min(atHome, home.limit * Math.LN2);
    const expected = (counts[i] as number) / (shape.teaches[i] === KNOWN ? 1 : 1 + Math.exp(-odds));
    matches += expected;
    differing[differ] = (differing[differ] as number) + expected;
    byStated.set(stated, (byStated.get(stated) ?? 0) + expected);
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      const own = byLevel[c] as Float64Array;
      if (level !== SILENT) own[level] = (own[level] as number) + expected;
    }
  }
  return { matches, levels: byLevel, differing, byStated };
}

/** Of pairs that a person has said to be of one person: they teach whatever they agree on. */
const KNOWN = 2;

/** For each pattern which comparisons are stated (a bit each), and how many of those differ. */
function shapesOf(
  { levels, counts, comparisons: width }: Patterns,
  { points, needed }: HomeLimit,
  knownFrom: number,
): { stated: Int32Array; differing: Uint8Array; teaches: Uint8Array } {
  const stated = new Int32Array(counts.length);
  const differing = new Uint8Array(counts.length);
  const teaches = new Uint8Array(counts.length);
  for (let i = 0; i < counts.length; i += 1) {
    let mask = 0;
    let differ = 0;
    let told = 0;
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      if (level === SILENT) continue;
      mask |= 1 << c;
      told += points[c]?.[level] ?? 0;
      if (level > 0) differ += 1;
    }
    stated[i] = mask;
    teaches[i] = i >= knownFrom ? KNOWN : told >= needed ? 1 : 0;
    differing[i] = Math.min(differ, MOST_DIFFERENCES);
  }
  return { stated, differing, teaches };
}

function expectedDifferences(byStated: ReadonlyMap<number, number>, exactM: readonly number[]): readonly number[] {
  const expected = new Array<number>(MOST_DIFFERENCES + 1).fill(0);
  for (const [stated, pairs] of byStated) {
    for (const [k, share] of differenceShares(exactM, stated).entries())
      expected[k] = (expected[k] as number) + share * pairs;
  }
  return expected;
}

function firstOf(own: Float64Array): number {
  return own[0] as number;
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
