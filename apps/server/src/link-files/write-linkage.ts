import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  clustersCsv,
  makeExplainer,
  makeRecordScorer,
  type PairExpansion,
  renderLinkageReport,
  reportEvaluation,
  writePairs,
} from '@leeto/linkage';
import { codeVersion } from '../main-job/code-version.ts';
import { makeFolder } from '../main-job/make-folder.ts';
import type { Progress } from '../progress.ts';
import type { LinkedFiles } from './link-files.ts';

export interface WriteLinkageOptions {
  readonly folder: string;
  readonly keepAbove?: number | undefined;
  readonly seed?: number | undefined;
  readonly showValues?: boolean | undefined;
  /** What to run to get the same again. */
  readonly command: string;
  readonly onProgress: Progress;
}

/**
 * Writes pairs.parquet, clusters.csv, model.json, report.html and spec.json. All are whole under passing names before the first takes its own, so
 * that a full disk leaves an earlier run's files as they were.
 */
export async function writeLinkage(linked: LinkedFiles, options: WriteLinkageOptions): Promise<PairExpansion> {
  const { folder, onProgress } = options;
  const { result } = linked;
  await makeFolder(folder);
  const names = ['spec.json', 'model.json', 'clusters.csv', 'report.html', 'pairs.parquet'];
  const unfinished = (name: string) => join(folder, `${name}.unfinished`);
  try {
    await writeFile(unfinished('spec.json'), `${JSON.stringify(linked.spec, null, 2)}\n`);
    await writeFile(unfinished('model.json'), `${JSON.stringify(result.model, null, 2)}\n`);
    onProgress({ step: 'Writing persons' });
    await writePieces(unfinished('clusters.csv'), clustersCsv(result));
    onProgress({ step: 'Writing the report' });
    await writeFile(unfinished('report.html'), reportOf(linked, options));
    const expansion = await writePairs(result, unfinished('pairs.parquet'), {
      temporaryFolder: folder,
      ...(options.keepAbove === undefined ? {} : { keepAbove: options.keepAbove }),
      onProgress: (done, total) => onProgress({ step: 'Writing pairs', done, total }),
    });
    for (const name of names) await rename(unfinished(name), join(folder, name));
    return expansion;
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

function reportOf({ result, files, counts, evaluation }: LinkedFiles, options: WriteLinkageOptions): string {
  const names = files.map(({ path }) => basename(path)).join(', ');
  return renderLinkageReport({
    result,
    title: `Linkage of ${names}`,
    madeAt: new Date().toISOString(),
    files: files.map(({ source, opened }, index) => ({
      name: source,
      records: counts[index] ?? 0,
      sha256: opened.sha256,
    })),
    ...(evaluation === null ? {} : { evaluation: reportEvaluation({ evaluation }) }),
    explainer: makeExplainer(result.records, result.model, makeRecordScorer(result.records, result.model)),
    showValues: options.showValues === true,
    commands: [options.command],
    version: codeVersion,
    seed: options.seed ?? 1,
  });
}
