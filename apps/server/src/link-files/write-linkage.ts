import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  clustersCsv,
  makeExplainer,
  makeRecordScorer,
  type PairExpansion,
  renderLinkageReport,
  reportEvaluation,
  type StageTime,
  writePairs,
} from '@leeto/linkage';
import { embeddedFontFaces } from '@leeto/publication';
import { inLanguage, type Language } from '@leeto/registers';
import { codeVersion } from '../main-job/code-version.ts';
import { makeFolder } from '../main-job/make-folder.ts';
import type { Progress } from '../progress.ts';
import type { LinkedFiles } from './link-files.ts';
import { SAMPLE_FILE, sampleFor } from './sample-file.ts';

export interface WriteLinkageOptions {
  readonly folder: string;
  readonly keepAbove?: number | undefined;
  readonly seed?: number | undefined;
  readonly showValues?: boolean | undefined;
  /** Of the report; English where absent. */
  readonly language?: Language | undefined;
  /** What to run to get the same again. */
  readonly command: string;
  readonly onProgress: Progress;
}

export interface WrittenLinkage {
  readonly pairs: PairExpansion;
  /** Pairs for a person to judge; 0 where none were asked for: errors are known. */
  readonly toLabel: number;
  readonly notices: readonly string[];
  readonly seconds: number;
}

/**
 * Writes pairs.parquet, clusters.csv, model.json, report.html and spec.json; and to-label.csv, where errors are not known otherwise. All are
 * whole under passing names before the first takes its own, so that a full disk leaves an earlier run's files as they were.
 */
export async function writeLinkage(linked: LinkedFiles, options: WriteLinkageOptions): Promise<WrittenLinkage> {
  const { folder, onProgress } = options;
  const { result } = linked;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  await makeFolder(folder);
  const sample = await sampleFor(linked, folder, options.seed);
  const names = ['spec.json', 'model.json', 'clusters.csv', 'pairs.parquet', 'report.html'];
  if (sample.text !== null) names.push(SAMPLE_FILE);
  const unfinished = (name: string) => join(folder, `${name}.unfinished`);
  try {
    await writeFile(unfinished('spec.json'), `${JSON.stringify(linked.spec, null, 2)}\n`);
    await writeFile(unfinished('model.json'), `${JSON.stringify(result.model, null, 2)}\n`);
    if (sample.text !== null) await writeFile(unfinished(SAMPLE_FILE), sample.text);
    onProgress({ step: 'Writing persons' });
    await writePieces(unfinished('clusters.csv'), clustersCsv(result));
    const pairs = await writePairs(result, unfinished('pairs.parquet'), {
      temporaryFolder: folder,
      ...(options.keepAbove === undefined ? {} : { keepAbove: options.keepAbove }),
      onProgress: (done, total) => onProgress({ step: 'Writing pairs', done, total }),
    });
    // The report is last, so that it can say how long the others took.
    onProgress({ step: 'Writing the report' });
    const times: readonly StageTime[] = [
      { stage: 'read', seconds: linked.seconds.read ?? 0 },
      ...result.times,
      { stage: 'write', seconds: seconds() },
    ];
    const notices = [...linked.notices, ...sample.notices];
    await writeFile(unfinished('report.html'), reportOf({ ...linked, notices }, options, times, sample.pairs));
    for (const name of names) await rename(unfinished(name), join(folder, name));
    return { pairs, toLabel: sample.pairs, notices: sample.notices, seconds: seconds() };
  } catch (error) {
    await Promise.all(names.map((name) => rm(unfinished(name), { force: true }).catch(() => {})));
    throw error;
  }
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}

function reportOf(
  linked: LinkedFiles,
  options: WriteLinkageOptions,
  times: readonly StageTime[],
  toLabel: number,
): string {
  const { result, files, counts, evaluation, sample, expected, isTruthLearnt } = linked;
  const names = files.map(({ path }) => basename(path)).join(', ');
  const severities = new Map(result.notices.map(({ message, severity }) => [message, severity]));
  return renderLinkageReport({
    result,
    title: inLanguage({ en: `Linkage of ${names}`, st: `Khokahanyo ea ${names}` }, options.language ?? 'en'),
    madeAt: new Date().toISOString(),
    files: files.map(({ source, opened }, index) => ({
      name: source,
      records: counts[index] ?? 0,
      sha256: opened.sha256,
    })),
    notices: linked.notices.map((message) => ({ message, severity: severities.get(message) ?? 'info' })),
    evaluation: reportEvaluation({
      match: result.model.thresholds.match,
      expected,
      isTruthLearnt,
      ...(evaluation === null ? {} : { evaluation }),
      ...(sample === null ? {} : { sample }),
    }),
    ...(toLabel === 0 ? {} : { toLabel: { file: SAMPLE_FILE, pairs: toLabel } }),
    times,
    explainer: makeExplainer(result.records, result.model, makeRecordScorer(result.records, result.model)),
    showValues: options.showValues === true,
    commands: [options.command],
    version: codeVersion,
    fontFaces: embeddedFontFaces(),
    ...(options.language === undefined ? {} : { language: options.language }),
    seed: options.seed ?? 1,
  });
}
