import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import { getMeasure, listMeasures } from '@leeto/statistics';
import { createRelease, type Instance, type Release, releaseNumber } from '@leeto/store';
import { codeVersion } from '../main-job/code-version.ts';
import { computeReleased, measureParameters, withSnapshot } from '../main-job/compute-tables.ts';
import type { CountryContext } from '../main-job/country-context.ts';
import { freezeInstance } from '../main-job/freeze-instance.ts';
import { instancePaths } from '../main-job/instance-paths.ts';
import type { Progress } from '../progress.ts';
import { compareVintages, type KeptTable, type VintageFinding } from './compare-vintages.ts';
import { exchangeContextOf } from './exchange-context-of.ts';
import { releaseFiles } from './release-files.ts';

export interface MakeReleaseOptions {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly title: string;
  /** Measures; none: all there are. */
  readonly measures: readonly string[];
  /** The day as of which the figures are made, `YYYY-MM-DD`: their vintage. */
  readonly asOf: string;
  /** Who makes it. */
  readonly by: string;
  /** ISO instant; null: none. */
  readonly embargoUntil: string | null;
  readonly creatorMaySign: boolean;
  /** Leave out tables that earlier releases do not allow, rather than refuse the release. */
  readonly leaveOutRefused: boolean;
  readonly onProgress: Progress;
}

/** A table of a release, or one that was left out, and why. */
export interface ReleasedLine {
  readonly measure: string;
  readonly title: string;
  readonly rows: number;
  readonly suppressed: number;
  /** Cells that differ from an earlier vintage by less than the threshold. */
  readonly smallRevisions: number;
  readonly leftOut: '' | 'no data' | 'earlier releases';
}

export interface MadeRelease {
  readonly release: Release;
  readonly tables: readonly ReleasedLine[];
  readonly findings: readonly ReleaseFinding[];
}

export interface ReleaseFinding extends VintageFinding {
  /** The earlier release with which the table was compared. */
  readonly release: string;
}

/** Tables and earlier releases together would tell small counts. */
export class ReleaseRefused extends Error {
  readonly findings: readonly ReleaseFinding[];
  readonly remedy: string;
  constructor(findings: readonly ReleaseFinding[]) {
    const measures = [...new Set(findings.map(({ measure }) => measure))];
    super(
      `Nothing was released: with earlier releases, ${measures.length === 1 ? 'a table' : `${measures.length} tables`} would tell small counts (${measures.join(', ')}).`,
    );
    this.name = 'ReleaseRefused';
    this.findings = findings;
    this.remedy =
      'Leave these tables out (--leave-out-refused, or name the others); release tables of a year when it is over, or when more has been recorded.';
  }
}

/**
 * Freezes the records, computes and protects the tables, checks them against every release that is public or may become so, and
 * keeps them with their files as a release to be signed. Throws `ReleaseRefused` with all findings.
 */
export async function makeRelease(options: MakeReleaseOptions): Promise<MadeRelease> {
  const { instance, context, measures, asOf, onProgress } = options;
  const wanted = measures.length === 0 ? listMeasures().map(({ id }) => id) : measures.map((id) => getMeasure(id).id);
  const snapshot = await freezeInstance(instance, context, onProgress);
  const parameters = measureParameters(context, snapshot, asOf);
  const computed = await withSnapshot(snapshot, context, instancePaths(instance.folder).temporary, async (session) => {
    const tables: ReleasedTable[] = [];
    const step = 'Computing measures and protecting them';
    for (const id of new Set(wanted)) {
      onProgress({ step, done: tables.length, total: wanted.length, unit: 'measures' });
      tables.push((await computeReleased(session, id, parameters)).released);
    }
    return tables;
  });
  const filled = computed.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new Error('There is nothing to release: none of these measures has data.');
  return keepRelease(options, snapshot.id, filled, computed);
}

async function keepRelease(
  options: MakeReleaseOptions,
  snapshot: string,
  filled: readonly ReleasedTable[],
  computed: readonly ReleasedTable[],
): Promise<MadeRelease> {
  const { instance, context, title, asOf, by, embargoUntil, creatorMaySign, leaveOutRefused, onProgress } = options;
  onProgress({ step: 'Checking against earlier releases and writing the files' });
  const preparedAt = new Date().toISOString();
  const findings: ReleaseFinding[] = [];
  const smallRevisions = new Map<string, number>();
  let kept = filled;
  const release = await createRelease(
    instance,
    {
      title,
      snapshot,
      codeVersion,
      policy: { creatorMaySign },
      createdBy: by,
      embargoUntil,
      tables: filled.map((table) => ({ measure: table.measure, title: inLanguage(table.title, 'en'), content: table })),
      makeFiles: (id) =>
        releaseFiles(kept, exchangeContextOf(context, { id: releaseNumber(id), vintage: asOf, preparedAt }, title)),
    },
    (earlier) => {
      for (const table of filled.filter(({ measure }) => countsPersons(measure))) {
        for (const before of earlier.filter(({ measure }) => measure === table.measure)) {
          const comparison = compareVintages(before.content as KeptTable, table);
          findings.push(
            ...comparison.findings.map((finding) => ({ ...finding, release: releaseNumber(before.release) })),
          );
          smallRevisions.set(table.measure, comparison.smallRevisions);
        }
      }
      const refused = new Set(findings.map(({ measure }) => measure));
      if (refused.size > 0 && !leaveOutRefused) throw new ReleaseRefused(findings);
      kept = filled.filter(({ measure }) => !refused.has(measure));
      if (kept.length === 0) throw new ReleaseRefused(findings);
      return refused;
    },
  );
  const names = new Set(kept.map(({ measure }) => measure));
  return {
    release,
    findings,
    tables: computed.map((table) => ({
      measure: table.measure,
      title: inLanguage(table.title, 'en'),
      rows: table.rows.length,
      suppressed: table.protection.primarySuppressed + table.protection.secondarySuppressed,
      smallRevisions: smallRevisions.get(table.measure) ?? 0,
      leftOut: names.has(table.measure) ? '' : table.rows.length === 0 ? 'no data' : 'earlier releases',
    })),
  };
}

/** Counts of files and records tell of no person, and grow by ones and twos with each delivery. */
const countsPersons = (measure: string): boolean => getMeasure(measure).sensitivity.threshold > 0;
