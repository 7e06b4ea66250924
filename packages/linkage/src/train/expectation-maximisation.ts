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
import { KNOWN, type PatternShapes, shapesOf, TEACHES_NOTHING } from './pattern-shapes.ts';

/** What each comparison is to training. */
export interface TrainingRoles {
  /** Levels that too few random pairs are at for their u to be counted. */
  readonly isScarce: readonly (readonly boolean[])[];
  /** Comparisons of where a person lives: people who share a home agree on all of them, so that together they add no more than `homeLimit` bits. */
  readonly isHome: readonly boolean[];
  readonly homeLimit: number;
  /** How far agreement at a level tells who somebody is; pairs of fewer than `needed` points teach nothing. */
  readonly points: readonly (readonly number[])[];
  readonly needed: number;
  /** What namesakes have in common, by comparison: nothing but by chance where null. */
  readonly namesakes: readonly (NamesakeRole | null)[] | null;
}

/**
 * `same`: as one person would; `free`: more or less often than by chance. Of dates: names have their generation, so that two of one name are
 * more often of one year; how much more is told by one level (same year, nothing else), and goes for all of a year.
 */
export type NamesakeRole = 'same' | 'free' | { readonly toldBy: number; readonly isScaled: readonly boolean[] };

const NO_ROLES: TrainingRoles = {
  isScarce: [],
  isHome: [],
  homeLimit: Number.POSITIVE_INFINITY,
  points: [],
  needed: 0,
  namesakes: null,
};

/** Two persons of one name: how often two records are of such, beyond what independent names would make, and how they agree. */
export interface Namesakes {
  readonly prior: number;
  /** Probability of each level by comparison; null where they agree by chance. */
  readonly levels: readonly (Float64Array | null)[];
}

export interface EmResult {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** Probability that two records drawn at random are of one person. */
  readonly prior: number;
  /** Expected number of matching pairs among the candidates. */
  readonly matches: number;
  readonly iterations: number;
  readonly differences: DifferenceRatios;
  readonly namesakes: Namesakes | null;
}

/**
 * Expectation maximisation over all pairs of the records (Fellegi and Sunter 1969; Winkler 1988), where pairs that no blocking
 * rule proposes are taken to be of two persons: they only add to the total of pairs that the prior is a share of. Comparisons
 * are taken to be independent given the truth. u is what random pairs show, less the share of matching pairs among them: in small
 * files with many doubles a good part of the pairs that agree on an address *are* of one person.
 *
 * Pairs of two persons are of two sorts: those that agree by chance, field by field, and namesakes. Names come in sets (a people's
 * surnames with its given names, men's with men's), so that two persons agree on both far more often than chance has it; without a
 * sort of their own, namesakes would be taken for one person whose birth date and documents keep changing.
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
  { regular = 5, tolerance = 1e-5, most = 200, roles = NO_ROLES, certain = 0 } = {},
): EmResult {
  const shape = shapesOf(patterns, roles, patterns.counts.length - certain);
  let { m, prior } = start;
  let namesakes = roles.namesakes === null ? null : firstNamesakes(roles.namesakes, start, random);
  const sums = (u: readonly Float64Array[], differences: DifferenceRatios) =>
    expect(patterns, shape, { m, u, prior, differences, roles, namesakes });
  let iterations = 0;
  let matches = 0;
  while (iterations < most) {
    iterations += 1;
    const expected = sums(withoutMatches(random, m, prior, roles.isScarce), independent);
    const next = expected.levels.map((own, c) =>
      normalised(own.map((n, l) => n + regular * ((start.m[c] as Float64Array)[l] as number))),
    );
    const nextPrior = shareOf(expected.matches, totalPairs);
    let change = Math.max(Math.abs(Math.log(nextPrior / prior)), ...next.map((own, c) => furthest(own, m[c])));
    if (namesakes !== null && roles.namesakes !== null) {
      const nextNamesakes = {
        prior: Math.max(expected.namesakes / totalPairs, 1e-13),
        levels: roles.namesakes.map((role, c) => {
          if (role === null) return null;
          if (role === 'same') return next[c] as Float64Array;
          const counted = expected.namesakeLevels[c] as Float64Array;
          const chance = random[c] as Float64Array;
          const own = normalised(counted.map((n, l) => n + regular * (chance[l] as number)));
          return role === 'free'
            ? own
            : scaled(chance, role.isScaled, (own[role.toldBy] as number) / (chance[role.toldBy] as number));
        }),
      };
      // Few namesakes make no difference to anything.
      if (expected.namesakes > 1)
        change = Math.max(change, Math.abs(Math.log(nextNamesakes.prior / namesakes.prior)) / 10);
      namesakes = nextNamesakes;
    }
    m = next;
    prior = nextPrior;
    matches = expected.matches;
    if (change < tolerance) break;
  }
  // The number of differences is learnt last, with all else held: left free together, it would follow namesakes instead of mistakes.
  const u = withoutMatches(random, m, prior, roles.isScarce);
  let differences = independent;
  for (let pass = 0; pass < DIFFERENCE_PASSES; pass += 1) {
    const expected = sums(u, differences);
    differences = ratiosOf(expected.differing, expectedDifferences(expected.byStated, m.map(firstOf)));
  }
  return { m, u, prior, matches, iterations, differences, namesakes };
}

const DIFFERENCE_PASSES = 3;

function firstNamesakes(
  roles: NonNullable<TrainingRoles['namesakes']>,
  { m, prior }: { readonly m: readonly Float64Array[]; readonly prior: number },
  random: readonly Float64Array[],
): Namesakes {
  return {
    prior,
    levels: roles.map((role, c) => (role === null ? null : ((role === 'same' ? m : random)[c] as Float64Array))),
  };
}

/** Chances of which some are so many times as large, and the others make up for it. */
function scaled(chance: Float64Array, isScaled: readonly boolean[], times: number): Float64Array {
  const share = chance.reduce((sum, p, l) => sum + (isScaled[l] ? p : 0), 0);
  const most = Math.min(Math.max(times, 1), 0.5 / share);
  return chance.map((p, l) => (isScaled[l] ? p * most : (p * (1 - share * most)) / (1 - share)));
}

interface State {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  readonly prior: number;
  readonly differences: DifferenceRatios;
  readonly roles: TrainingRoles;
  readonly namesakes: Namesakes | null;
}

/** The expected matching pairs: in all, by level, by number of differences, by which comparisons are stated; and the namesakes. */
function expect(
  { levels, counts, comparisons: width, rarity }: Patterns,
  shape: PatternShapes,
  { m, u, prior, differences, roles, namesakes }: State,
) {
  const over = (own: Float64Array, c: number) =>
    own.map((p, l) => Math.log(p) - Math.log((u[c] as Float64Array)[l] as number));
  const logs = m.map(over);
  const logOdds = Math.log(prior) - Math.log1p(-prior);
  const namesakeLogs = namesakes?.levels.map((own, c) => (own === null ? null : over(own, c))) ?? [];
  const namesakeOdds = namesakes === null ? Number.NEGATIVE_INFINITY : Math.log(namesakes.prior);
  const bitsOf = makeDifferenceBits(m.map(firstOf), differences);
  const byLevel = m.map((own) => new Float64Array(own.length));
  const namesakeLevels = m.map((own) => new Float64Array(own.length));
  const differing = new Array<number>(MOST_DIFFERENCES + 1).fill(0);
  const byStated = new Map<number, number>();
  let matches = 0;
  let ofNamesakes = 0;
  for (let i = 0; i < counts.length; i += 1) {
    if (shape.teaches[i] === TEACHES_NOTHING) continue;
    const stated = shape.stated[i] as number;
    const differ = shape.differing[i] as number;
    let atHome = 0;
    let odds = logOdds + Math.LN2 * (bitsOf(stated, differ) + (rarity[i] as number));
    let namesake = namesakeOdds;
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      if (level === SILENT) continue;
      const own = (logs[c] as Float64Array)[level] as number;
      if (roles.isHome[c]) atHome += own;
      else odds += own;
      namesake += namesakeLogs[c]?.[level] ?? 0;
    }
    odds += Math.min(atHome, roles.homeLimit * Math.LN2);
    const isKnown = shape.teaches[i] === KNOWN;
    // Of two persons by chance: 1. The others in proportion to it.
    const asNamesakes = Math.exp(namesake);
    const count = counts[i] as number;
    const expected = isKnown ? count : count / (1 + (1 + asNamesakes) * Math.exp(-odds));
    const other = isKnown ? 0 : (count - expected) * (asNamesakes / (1 + asNamesakes));
    matches += expected;
    ofNamesakes += other;
    differing[differ] = (differing[differ] as number) + expected;
    byStated.set(stated, (byStated.get(stated) ?? 0) + expected);
    for (let c = 0; c < width; c += 1) {
      const level = levels[i * width + c] as number;
      if (level === SILENT) continue;
      const own = byLevel[c] as Float64Array;
      own[level] = (own[level] as number) + expected;
      const theirs = namesakeLevels[c] as Float64Array;
      theirs[level] = (theirs[level] as number) + other;
    }
  }
  return { matches, levels: byLevel, differing, byStated, namesakes: ofNamesakes, namesakeLevels };
}

function shareOf(pairs: number, totalPairs: number): number {
  return Math.min(0.5, Math.max((pairs + 0.5) / totalPairs, 1e-13));
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

/**
 * u = (share among all pairs - prior * m) / (1 - prior), never below a fiftieth of what was counted. A level that hardly any random pair is
 * at says no more than agreement: its u is the part of that of agreement that its m is.
 */
export function withoutMatches(
  random: readonly Float64Array[],
  m: readonly Float64Array[],
  prior: number,
  isScarce: TrainingRoles['isScarce'] = [],
): readonly Float64Array[] {
  return random.map((own, c) => {
    const ofMatches = m[c] as Float64Array;
    const u = own.map((p, l) => Math.max((p - prior * (ofMatches[l] as number)) / (1 - prior), p / 50));
    const agreement = (u[0] as number) / (ofMatches[0] as number);
    return normalised(u.map((p, l) => (isScarce[c]?.[l] ? Math.max(p, agreement * (ofMatches[l] as number)) : p)));
  });
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
