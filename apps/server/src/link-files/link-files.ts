import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Evaluation,
  type ExpectedAccuracy,
  estimateFromLabels,
  evaluateLinkage,
  expectAccuracy,
  fitSpecToModel,
  haveInCommon,
  type LinkageModel,
  LinkProblem,
  type LinkResult,
  type LinkSpec,
  linkRecords,
  PROBABILITIES,
  parseLinkSpec,
  readModel,
  recordGroupings,
  type SampleEstimates,
  type SpecProblem,
  SpecRefused,
  type TruthLabels,
  toldProbabilities,
  truthFromColumn,
  withThreshold,
} from '@leeto/linkage';
import type { Progress } from '../progress.ts';
import { findColumns, missing } from './find-columns.ts';
import { nameSources } from './name-sources.ts';
import { type LinkFile, openLinkFiles } from './open-link-files.ts';
import { proposeSpecOfFiles } from './propose-spec-of-files.ts';
import { readLinkRecords } from './read-link-records.ts';
import { readSample } from './read-sample.ts';
import { readTruth } from './read-truth.ts';

export interface LinkFilesOptions {
  readonly files: readonly string[];
  /** Paths. Without a spec that of the model is taken; without either, one is proposed from headers and values. */
  readonly spec?: string | undefined;
  readonly truth?: string | undefined;
  /** Pairs that people have judged, or persons: learnt from. */
  readonly labels?: string | undefined;
  /** The sample that was written beside an earlier report, filled in: errors are estimated from it. */
  readonly sample?: string | undefined;
  readonly model?: string | undefined;
  readonly threshold?: number | undefined;
  readonly budget?: number | undefined;
  readonly keepAbove?: number | undefined;
  readonly seed?: number | undefined;
  readonly onProgress: Progress;
  readonly signal?: AbortSignal;
}

export interface LinkedFiles {
  readonly result: LinkResult;
  readonly files: readonly LinkFile[];
  /** Records by file. */
  readonly counts: readonly number[];
  /** As it was used: fields without any value are out. */
  readonly spec: LinkSpec;
  /** Why each column was taken for what it is; empty where a spec was given. */
  readonly proposed: readonly string[];
  readonly evaluation: Evaluation | null;
  /** The truth was learnt from, in part at least. */
  readonly isTruthLearnt: boolean;
  readonly sample: SampleEstimates | null;
  /** What the model expects of its own errors. */
  readonly expected: ExpectedAccuracy;
  readonly notices: readonly string[];
  readonly seconds: Readonly<Record<string, number>>;
}

const stageWords: Readonly<Record<string, string>> = {
  read: 'Reading',
  normalise: 'Finding records that are alike',
  block: 'Choosing which pairs to compare',
  train: 'Learning the model',
  compare: 'Comparing pairs',
  cluster: 'Making persons of pairs',
};

/** Links the records of files, without any database. Throws FileRefused, LinkProblem, SpecRefused. */
export async function linkFiles(options: LinkFilesOptions): Promise<LinkedFiles> {
  const { onProgress } = options;
  onProgress({ step: 'Opening files' });
  const opened = await openLinkFiles(options.files);
  const model = options.model === undefined ? null : readModel(await readText(options.model), basename(options.model));
  const notices: string[] = [];
  const plan = await specOf(options, opened, model, notices);
  const files = plan.files;
  const problems: SpecProblem[] = [];
  const columns = findColumns(plan.spec, files, problems);
  const { truth: truthColumn } = plan.spec;
  if (truthColumn !== undefined && options.truth === undefined && columns.files.every(({ truth }) => truth < 0)) {
    const [first] = files;
    notices.push(
      `${first === undefined ? '' : missing(first, 'truth', truthColumn).message}: errors are not measured.`,
    );
  }
  if (problems.length > 0) throw new SpecRefused(specName(options), problems);
  for (const { file, field, header } of columns.lacking)
    notices.push(`${file} has no column "${header}": "${field}" counts as not stated there.`);

  const started = performance.now();
  const read = await readLinkRecords(plan.spec, files, columns.files, {
    keepsEmptyFields: model !== null,
    wantsScripts: options.truth !== undefined || truthColumn !== undefined,
    signal: options.signal,
    onProgress: (done, total) => onProgress({ step: 'Reading', done, total, unit: 'records' }),
  });
  notices.push(...read.notices);
  const seconds: Record<string, number> = { read: (performance.now() - started) / 1000 };
  const truth = await truthOf(options, read, notices);
  const labels = await labelsOf(options, read, notices);
  const sample = options.sample === undefined ? null : await readSample(options.sample, read.records);
  if (read.records.size === 1) notices.push('There is one record only: nothing to link.');

  const result = await linkRecords(read.records, {
    ...(model === null ? {} : { model: withThreshold(model, options.threshold) }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.budget === undefined ? {} : { budget: options.budget }),
    ...(options.keepAbove === undefined ? {} : { keepAbove: options.keepAbove }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(labels === null ? {} : { labels }),
    onProgress: ({ stage, done, total }) =>
      onProgress({ step: stageWords[stage] ?? stage, ...(total > 1 ? { done, total } : {}) }),
  });
  for (const { stage, seconds: own } of result.times) seconds[stage] = (seconds[stage] ?? 0) + own;
  notices.push(...result.notices.map(({ message }) => message));
  onProgress({ step: 'Measuring errors' });
  const isTruthLearnt = truth !== null && labels !== null && haveInCommon(truth, labels);
  if (isTruthLearnt)
    notices.push('Errors are measured by labels that were also learnt from: the figures flatter. Keep labels apart.');
  notices.push(...(sample?.notices ?? []));
  return {
    result,
    files,
    counts: read.counts,
    spec: read.records.spec,
    proposed: plan.proposed,
    evaluation:
      truth === null
        ? null
        : evaluateLinkage(result, truth, {
            probabilities: toldProbabilities(result.model.thresholds.match, PROBABILITIES),
            groupings: recordGroupings(read.records, read.scriptOf ?? undefined),
            examples: EXAMPLES,
          }),
    isTruthLearnt,
    sample:
      sample === null || options.sample === undefined
        ? null
        : estimateFromLabels(result, sample.rows, basename(options.sample)),
    expected: expectAccuracy(result),
    notices,
    seconds,
  };
}

/** Errors of each kind that the report shows. */
const EXAMPLES = 2;

interface Plan {
  readonly spec: LinkSpec;
  readonly files: readonly LinkFile[];
  readonly proposed: readonly string[];
}

async function specOf(
  options: LinkFilesOptions,
  opened: readonly LinkFile[],
  model: LinkageModel | null,
  notices: string[],
): Promise<Plan> {
  let proposed: readonly string[] = [];
  let given: LinkSpec;
  if (options.spec !== undefined) {
    const parsed = parseLinkSpec(await readText(options.spec), basename(options.spec), opened.length);
    notices.push(...parsed.notices);
    given = parsed.spec;
  } else if (model !== null) {
    given = model.spec;
  } else {
    const proposal = await proposeSpecOfFiles(opened);
    proposed = proposal.because;
    given = proposal.spec;
  }
  const named = nameSources(given, opened, specName(options));
  let { spec } = named;
  if (model !== null) {
    const fitted = fitSpecToModel(spec, model);
    spec = fitted.spec;
    for (const name of fitted.leftOut) notices.push(`"${name}" is not compared: the model does not know it.`);
  }
  if (options.threshold !== undefined) spec = { ...spec, threshold: options.threshold };
  return { spec, files: named.files, proposed };
}

async function truthOf(
  options: LinkFilesOptions,
  { records, truth }: Awaited<ReturnType<typeof readLinkRecords>>,
  notices: string[],
): Promise<TruthLabels | null> {
  if (options.truth !== undefined) {
    const read = await readTruth(options.truth, records, records.spec.id);
    notices.push(...read.notices);
    return read.truth;
  }
  if (truth === null) return null;
  const labels = truthFromColumn(truth);
  if (labels.labelled > 0) return labels;
  notices.push(`The truth column "${records.spec.truth}" is blank throughout: errors are not measured.`);
  return null;
}

async function labelsOf(
  options: LinkFilesOptions,
  { records }: Awaited<ReturnType<typeof readLinkRecords>>,
  notices: string[],
): Promise<TruthLabels | null> {
  if (options.labels === undefined) return null;
  if (options.model !== undefined) {
    throw new LinkProblem({
      code: 'nothing_to_teach',
      message: 'With a model that is given nothing is learnt, so labels teach nothing.',
      remedy: 'Leave out --model to have a model learnt with the labels, or --labels to use the model as it is.',
    });
  }
  const read = await readTruth(options.labels, records, records.spec.id);
  notices.push(...read.notices);
  return read.truth;
}

function specName({ spec, model }: LinkFilesOptions): string {
  return basename(spec ?? model ?? 'spec.json');
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}
