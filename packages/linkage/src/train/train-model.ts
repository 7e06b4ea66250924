import type { Comparison } from '../compare/comparison.ts';
import { SILENT } from '../compare/level-finder.ts';
import type { PairEngine } from '../predict/engine.ts';
import { isHomeField, makePairWeights, type PairWeights } from '../predict/pair-weights.ts';
import type { PairWork } from '../predict/pair-work.ts';
import { cutTasks } from '../predict/pair-work.ts';
import type { FieldColumn } from '../records/record-set.ts';
import type { LinkSpec } from '../spec/link-spec.ts';
import { addPatterns, joinPatterns, type Patterns } from './count-patterns.ts';
import { independent } from './difference-ratios.ts';
import { countLevels, type EmResult, maximise } from './expectation-maximisation.ts';
import { countKnown, type KnownPairs } from './known-pairs.ts';
import { makeModel } from './make-model.ts';
import { rolesOfNamesakes } from './roles-of-namesakes.ts';
import { tellingPoints } from './telling-points.ts';

/** Random pairs that u is counted on. */
const RANDOM_PAIRS = 2_000_000;
/** Random pairs that a level needs for its u to be counted. */
const COUNTED = 5;
/** Candidate pairs that m is learnt from. */
const TRAINING_PAIRS = 4_000_000;
/** Others that a person shares a home with: agreement on all of an address says no more than that two are among them. */
const SHARING_A_HOME = 3;
const MIN_HOME_LIMIT = 4;
/** Most pairs a record that a rule may propose for its pairs to be learnt from. */
const NARROW = 6;
/** Share of matching pairs that agree in everything they state, for the prior to start from. */
const DETERMINISTIC_RECALL = 0.6;

export interface Trained extends EmResult {
  /** Probability that two records drawn at random agree, of one person or of two, by comparison. */
  readonly agreement: readonly number[];
  readonly randomPairs: number;
  readonly candidatePairs: number;
  readonly homeLimit: number | null;
  /** Pairs of which people said what they are; null where there were none. */
  readonly labels: { readonly matches: number; readonly others: number } | null;
}

/**
 * Learns a model without labels: u from random pairs, the prior's start from pairs that agree in all they state, then m, u and the
 * prior by expectation maximisation over the candidates of all blocking rules together. Pairs of which the answer is known are taken as
 * it says.
 */
export async function train(
  engine: PairEngine,
  work: PairWork,
  comparisons: readonly Comparison[],
  {
    spec,
    fields,
    totalPairs,
    seed,
    known = null,
    onProgress,
  }: {
    readonly spec: LinkSpec;
    readonly fields: readonly FieldColumn[];
    readonly totalPairs: number;
    readonly seed: number;
    readonly known?: KnownPairs | null;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<Trained> {
  const width = comparisons.length;
  const levelCounts = comparisons.map(({ levels }) => levels.length);
  // Random pairs are the first half of the work, candidates the second.
  const told = (half: number) => (done: number, total: number) => onProgress?.(half * total + done, 2 * total);
  const random = addPatterns(await engine.countRandom(RANDOM_PAIRS, seed, told(0)), width);
  const taught = trainingRules(work);
  const tasks = cutTasks(work.rules).flatMap((task) => (taught.has(task.rule) ? [{ ...task, among: taught }] : []));
  const proposed = work.rules.reduce((sum, { pairs }, rule) => sum + (taught.has(rule) ? pairs : 0), 0);
  const share = Math.min(1, TRAINING_PAIRS / Math.max(1, proposed));
  const u = countLevels(random, levelCounts);
  const rarity = rarityWeights(spec, comparisons, u, fields, work);
  const counted = addPatterns(await engine.countPatterns(tasks, share, rarity, told(1)), width);
  const sample: Patterns = { ...counted, counts: counted.counts.map((count) => count / share) };
  const labelled = known === null ? null : await countKnown(work, tasks, share, known, rarity);
  const patterns = labelled === null ? sample : labelled.unknownOf(sample);
  const start = comparisons.map(({ levels }) => Float64Array.from(levels, ({ initialM }) => initialM));
  const agreed = agreeInAll(patterns, comparisons);
  const prior = Math.min(0.3, Math.max(agreed / DETERMINISTIC_RECALL, 1) / totalPairs);
  const isHome = comparisons.map(({ fields: [name] }) => isHomeField(spec, name));
  const homeLimit = isHome.includes(true) ? Math.max(MIN_HOME_LIMIT, Math.log2(work.entries / SHARING_A_HOME)) : null;
  const randomPairs = sum(random.counts);
  const roles = {
    isScarce: comparisons.map(({ levels }, c) =>
      // Swapped names are two agreements in one.
      levels.map(({ test }, l) => l > 0 && test.is !== 'swapped_with' && (u[c]?.[l] ?? 0) * randomPairs < COUNTED),
    ),
    isHome,
    homeLimit: homeLimit ?? Number.POSITIVE_INFINITY,
    ...tellingPoints(comparisons, fields),
    namesakes: rolesOfNamesakes(comparisons, fields),
  };
  const result = maximise(
    labelled === null ? patterns : joinPatterns(patterns, labelled.matches),
    { m: start.map(sumToOne), prior },
    u,
    totalPairs,
    { roles, certain: labelled?.matches.counts.length ?? 0 },
  );
  return {
    ...result,
    agreement: u.map((own) => own[0] as number),
    homeLimit,
    randomPairs,
    candidatePairs: sum(sample.counts),
    labels: known === null ? null : { matches: known.matches.length / 2, others: known.others },
  };
}

/** Of these weights only what rarity adds is asked for. */
function rarityWeights(
  spec: LinkSpec,
  comparisons: readonly Comparison[],
  u: readonly Float64Array[],
  fields: readonly FieldColumn[],
  { columns }: PairWork,
): PairWeights {
  const learnt = { m: u, u, prior: 0.5, matches: 0, iterations: 0, differences: independent, namesakes: null };
  const trained = {
    ...learnt,
    agreement: u.map((own) => own[0] as number),
    randomPairs: 0,
    candidatePairs: 0,
    homeLimit: null,
    labels: null,
  };
  return makePairWeights(makeModel(spec, comparisons, trained, [], fields, columns), fields, columns, 0);
}

/**
 * Rules whose pairs teach: those that propose few pairs a record, so that a good part of them are of one person. Among the pairs of a loose
 * rule (a surname, a street) people who share a home outnumber them, and it is the home that would be learnt.
 */
function trainingRules({ rules, entries }: PairWork): ReadonlySet<number> {
  const all = rules.map((_, rule) => rule);
  const narrow = all.filter((rule) => (rules[rule]?.pairs ?? 0) <= NARROW * entries);
  return new Set(narrow.length >= 2 ? narrow : all);
}

/** Pairs in which every stated comparison is at its best level, at least two of them of many values (a sex alone says little). */
function agreeInAll({ levels, counts, comparisons: width }: Patterns, comparisons: readonly Comparison[]): number {
  const isTelling = comparisons.map(({ levels: own }) => own.length > 2);
  let agreed = 0;
  for (let i = 0; i < counts.length; i += 1) {
    let telling = 0;
    let isAgreed = true;
    for (let c = 0; c < width && isAgreed; c += 1) {
      const level = levels[i * width + c] as number;
      isAgreed = level === 0 || level === SILENT;
      if (level === 0 && isTelling[c]) telling += 1;
    }
    if (isAgreed && telling >= Math.min(2, width)) agreed += counts[i] as number;
  }
  return agreed;
}

function sumToOne(m: Float64Array): Float64Array {
  const total = sum(m);
  return m.map((one) => one / total);
}

function sum(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
