import { planBlocking } from './block/plan-blocking.ts';
import { clusterPairs } from './cluster/index.ts';
import { chooseMatchWeight } from './cluster/match-threshold.ts';
import { personsOfRecords } from './cluster/persons-of-records.ts';
import { chooseComparisons } from './compare/choose-comparisons.ts';
import { makeFieldTables } from './compare/field-tables.ts';
import type { TruthLabels } from './evaluate/truth-labels.ts';
import { linkApart } from './link-apart.ts';
import { LinkProblem } from './link-problem.ts';
import type { LinkNotice, LinkResult, StageTime } from './link-result.ts';
import type { LinkageModel } from './model.ts';
import type { Verdict } from './persons/person-event.ts';
import { PairEngine } from './predict/engine.ts';
import { gatherPairs } from './predict/gather-pairs.ts';
import { makePairEvidence } from './predict/pair-evidence.ts';
import { makePairWeights } from './predict/pair-weights.ts';
import { cutTasks, type PairWork } from './predict/pair-work.ts';
import { scoreDoubles } from './predict/score-doubles.ts';
import { makePairScore } from './predict/score-task.ts';
import { collapse, columnsOfEntries } from './records/collapse.ts';
import type { RecordSet } from './records/record-set.ts';
import { knownPairs } from './train/known-pairs.ts';
import { makeModel } from './train/make-model.ts';
import { train } from './train/train-model.ts';

export interface LinkOptions {
  /** A model trained before: nothing is learnt, blocking and weights are the model's. */
  readonly model?: LinkageModel;
  readonly seed?: number;
  /** Threads beside the caller's; 0: none. Two where absent, none for small files. */
  readonly threads?: number;
  /** Pairs below this weight (bits) are not kept; -10 where absent. */
  readonly keepAbove?: number;
  /** Most candidate pairs; 40 a record, at least 13 million, where absent. */
  readonly budget?: number;
  /**
   * Who is who, as far as known: learnt from, where a model is learnt. Binds nothing; `decisions` do, and are learnt from as well.
   */
  readonly labels?: TruthLabels;
  readonly decisions?: readonly { readonly left: number; readonly right: number; readonly verdict: Verdict }[];
  readonly onProgress?: (progress: {
    readonly stage: StageTime['stage'];
    readonly done: number;
    readonly total: number;
  }) => void;
  readonly signal?: AbortSignal;
}

/** Which fields two records state is a bit each. */
const MOST_FIELDS = 31;

/** Below this many candidate pairs, starting threads takes longer than the work. */
const WORTH_THREADS = 300_000;

/**
 * Links in threads, so that the caller's own work goes on, unless none are wanted or the records are few. All else as `linkHere`.
 */
export function linkRecords(records: RecordSet, options: LinkOptions = {}): Promise<LinkResult> {
  const isFew = (records.size * (records.size - 1)) / 2 < WORTH_THREADS;
  return options.threads === 0 || isFew ? linkHere(records, options) : linkApart(records, options);
}

/**
 * Finds out which records are of one person: collapses records alike in everything, chooses blocking rules within the budget, learns
 * the model (or takes the one given), scores the candidate pairs and makes persons of them. The same records, options and seed give
 * the same result, whatever the number of threads.
 */
export async function linkHere(records: RecordSet, options: LinkOptions = {}): Promise<LinkResult> {
  const clock = new StageClock(options.onProgress);
  const { spec } = records;
  const notices: LinkNotice[] = [];
  clock.begin('normalise');
  const entries = collapse(records);
  const columns = columnsOfEntries(records, entries);
  const tables = makeFieldTables(records);
  const comparisons = options.model?.comparisons ?? chooseComparisons(records.fields);
  if (comparisons.length > MOST_FIELDS) {
    throw new LinkProblem({
      code: 'too_many_fields',
      message: `${comparisons.length} fields are to be compared; ${MOST_FIELDS} are the most.`,
      remedy: 'Leave out of the spec what does not tell people apart.',
    });
  }
  clock.begin('block');
  const plan = planBlocking(records, entries, columns, spec, options);
  notices.push(...plan.notices);
  const sourceOf = Int32Array.from(entries.firstOf, (record) => records.sourceOf[record] as number);
  const work: PairWork = {
    entries: entries.count,
    tables,
    columns,
    comparisons,
    rules: plan.rules,
    eligible: eligibleOf(records),
    sourceOf: records.sources.length > 1 || records.sources.some(({ isUnique }) => isUnique) ? shared(sourceOf) : null,
    uniqueSources: records.sources.some(({ isUnique }) => isUnique)
      ? Uint8Array.from(records.sources, ({ isUnique }) => (isUnique ? 1 : 0))
      : null,
  };
  const tasks = cutTasks(plan.rules);
  const threads = options.threads ?? (plan.pairs < WORTH_THREADS ? 0 : 2);
  await using engine = new PairEngine(work, { threads, signal: options.signal });
  clock.begin('train');
  const totalPairs = countTotalPairs(sourceOf, records);
  let { model } = options;
  if (model === undefined) {
    const trained = await train(engine, work, comparisons, {
      spec,
      fields: records.fields,
      totalPairs,
      seed: options.seed ?? 1,
      known: knownPairs(records, entries, work, options),
      onProgress: (done, total) => clock.progress(done, total),
    });
    model = makeModel(spec, comparisons, trained, plan.choices, records.fields, columns);
  }
  clock.begin('compare');
  const weights = makePairWeights(model, records.fields, columns, options.keepAbove ?? -10);
  const scored = await engine.score(tasks, weights, (done, total) => clock.progress(done, total));
  const pairs = gatherPairs(scored, comparisons.length);
  if (options.model === undefined && spec.threshold === undefined) {
    model = { ...model, thresholds: { ...model.thresholds, match: chooseMatchWeight(pairs) } };
  }
  clock.begin('cluster');
  const selfWeight = scoreDoubles(work, weights, entries, model);
  const clusters = personsOfRecords(
    records,
    entries,
    pairs,
    selfWeight,
    model,
    options.decisions ?? [],
    clusterPairs,
    makePairEvidence(makePairScore(work, { ...weights, keepAbove: Number.NEGATIVE_INFINITY }), weights, comparisons),
  );
  clock.end();
  return {
    records,
    entries,
    model,
    pairs,
    selfWeight,
    clusters,
    candidatePairs: scored.reduce((sum, { candidates }) => sum + candidates, 0),
    notices,
    times: clock.times,
  };
}

function eligibleOf({ mode, sources }: RecordSet): PairWork['eligible'] {
  if (mode === 'link') return 'across';
  return mode === 'dedupe' && sources.length > 1 ? 'within' : 'any';
}

/** All pairs of entries that could be of one person. */
function countTotalPairs(sourceOf: Int32Array, records: RecordSet): number {
  const counts = records.sources.map(() => 0);
  for (const source of sourceOf) counts[source] = (counts[source] ?? 0) + 1;
  const pairsOf = (n: number) => (n * (n - 1)) / 2;
  const all = pairsOf(sourceOf.length);
  const own = counts.map(pairsOf);
  const sum = (pairs: readonly number[]) => pairs.reduce((total, one) => total + one, 0);
  const within = sum(own);
  const barred = sum(own.filter((_, s) => records.sources[s]?.isUnique));
  const eligible = eligibleOf(records);
  if (eligible === 'across') return Math.max(1, all - within);
  return Math.max(1, (eligible === 'within' ? within : all) - barred);
}

function shared(values: Int32Array): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(values.byteLength));
  array.set(values);
  return array;
}

/** Times the stages, one after the other, and tells of their progress. */
class StageClock {
  readonly times: StageTime[] = [];
  readonly #onProgress: LinkOptions['onProgress'];
  #stage: StageTime['stage'] | null = null;
  #since = 0;

  constructor(onProgress: LinkOptions['onProgress']) {
    this.#onProgress = onProgress;
  }

  begin(stage: StageTime['stage']): void {
    this.end();
    this.#stage = stage;
    this.#since = performance.now();
    this.progress(0, 1);
  }

  progress(done: number, total: number): void {
    if (this.#stage !== null) this.#onProgress?.({ stage: this.#stage, done, total });
  }

  end(): void {
    if (this.#stage !== null)
      this.times.push({ stage: this.#stage, seconds: (performance.now() - this.#since) / 1000 });
    this.#stage = null;
  }
}
