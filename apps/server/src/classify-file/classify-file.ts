import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type ClassifiedSummary,
  classifyCrossings,
  type GapMode,
  getResidenceRule,
  type PutInCounts,
  type ResidenceRule,
  type StartMode,
  summariseClassified,
} from '@leeto/statistics';
import { openSession, quoteIdentifier, quoteLiteral, type Session } from '@leeto/warehouse';
import { makeFolder } from '../main-job/make-folder.ts';
import type { Progress } from '../progress.ts';
import type { ClassifyProblem } from './classify-problem.ts';
import { type ColumnNames, refused } from './open-table.ts';
import { findProblems, readCrossings } from './read-crossings.ts';
import { markOutages } from './read-outages.ts';
import { readPersons } from './read-persons.ts';

export interface ClassifyFileOptions {
  readonly file: string;
  /** CSV, or Parquet where the name ends so. */
  readonly out: string;
  readonly rule?: string | undefined;
  readonly window?: number | undefined;
  readonly threshold?: number | undefined;
  /** First day observed, first day not observed, `YYYY-MM-DD`. */
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly initial?: string | undefined;
  readonly persons?: string | undefined;
  /** `port, direction, from_on, to_on`: when crossings were not recorded. */
  readonly outages?: string | undefined;
  readonly excluded?: readonly string[] | undefined;
  readonly start?: StartMode | undefined;
  readonly gaps?: GapMode | undefined;
  /** Further columns: days observed and inside, commuter, gap, error. */
  readonly details?: boolean | undefined;
  readonly onProgress: Progress;
}

export interface ClassifiedFile {
  readonly rule: ResidenceRule;
  readonly summary: ClassifiedSummary;
  readonly putIn: PutInCounts;
  readonly withoutCrossings: number;
  /** The first of the rows that could not be used. */
  readonly problems: readonly ClassifyProblem[];
  /** All of them, where there are any. */
  readonly issuesFile: string | null;
  readonly notices: readonly string[];
}

const added = [
  ...['status_before', 'status_after', 'migration', 'class'],
  ...['status_before_final_on', 'status_after_final_on', 'migration_final_on', 'imputed'],
];
const detailed = ['observed_days', 'inside_days', 'commuter', 'after_gap', 'error_code'];
const shownProblems = 20;

/** Classifies the crossings of a file, without any database. Throws ClassifyRefused where nothing can be said. */
export async function classifyFile(options: ClassifyFileOptions): Promise<ClassifiedFile> {
  const { onProgress, observedFrom, observedTo } = options;
  const rule = ruleOf(options);
  if (observedTo <= observedFrom)
    throw refused(
      basename(options.file),
      `cannot have been observed from ${observedFrom} to ${observedTo}`,
      '--observed-to is the first day that is not observed: give a day after --observed-from.',
    );
  const out = resolve(options.out);
  if (
    [options.file, options.initial, options.persons, options.outages].some(
      (path) => path !== undefined && resolve(path) === out,
    )
  )
    throw refused(basename(out), 'is both read and written', 'Give --out another name.');
  await makeFolder(dirname(out));
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'leeto-classify-'));
  try {
    using session = await openSession({ temporaryFolder });
    onProgress({ step: 'Reading crossings' });
    const columns = await readCrossings(session, options.file);
    const persons = await readPersons(session, { ...options, excluded: options.excluded ?? [] });
    const file = basename(options.file);
    const problems = await findProblems(session, columns, { file, most: shownProblems });
    if (options.outages !== undefined) await markOutages(session, options.outages, { columns, observedTo });
    onProgress({ step: 'Sorting crossings' });
    const putIn = await classifyCrossings(session, {
      crossings: options.outages === undefined ? 'crossing' : 'crossing_marked',
      ...(persons.isGiven ? { persons: 'person' } : {}),
      rule,
      observedFrom,
      observedTo,
      ...(options.start === undefined ? {} : { start: options.start }),
      ...(options.gaps === undefined ? {} : { gaps: options.gaps }),
      onProgress: (done, total) => onProgress({ step: 'Classifying crossings', done, total, unit: 'crossings' }),
    });
    onProgress({ step: 'Writing' });
    const replaced = await writeClassified(session, { columns, out, details: options.details === true });
    const issuesFile = problems.length === 0 ? null : `${out}.issues.csv`;
    if (issuesFile !== null)
      await writeFile(issuesFile, issuesCsv(await findProblems(session, columns, { file, most: -1 })));
    else await rm(`${out}.issues.csv`, { force: true });
    const summary = await summariseClassified(session);
    return {
      rule,
      summary,
      putIn,
      withoutCrossings: persons.withoutCrossings,
      problems,
      issuesFile,
      notices: noticesOf({ summary, replaced, options, withoutCrossings: persons.withoutCrossings }),
    };
  } finally {
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

function ruleOf(options: ClassifyFileOptions): ResidenceRule {
  try {
    return getResidenceRule(options.rule, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(error.message, { cause: error });
  }
}

/** Writes the input's columns and those added, in the order of the input, under a passing name first. Returns input columns that gave way. */
async function writeClassified(
  session: Session,
  { columns, out, details }: { readonly columns: ColumnNames; readonly out: string; readonly details: boolean },
): Promise<readonly string[]> {
  const names = [...added, ...(details ? detailed : [])];
  const kept = [...columns].filter(([form]) => !names.includes(form)).map(([, { name }]) => name);
  const selected = [
    ...kept.map((name) => `input.${quoteIdentifier(name)}`),
    ...names.map((name) =>
      /^(status_(before|after)|migration|class)$/.test(name) ? `c.${name}::varchar as ${name}` : `c.${name}`,
    ),
  ];
  const format = /\.(parquet|pq)$/i.test(out)
    ? 'format parquet, compression zstd'
    : `format csv, header${/\.gz$/i.test(out) ? ', compression gzip' : ''}`;
  const unfinished = `${out}.unfinished`;
  try {
    await session.run(`copy (
      select ${selected.join(', ')}
      from input
      positional join (from classified order by crossing_no) c
    ) to ${quoteLiteral(unfinished)} (${format})`);
    await rename(unfinished, out);
  } finally {
    await rm(unfinished, { force: true });
  }
  return [...columns].filter(([form]) => names.includes(form)).map(([, { name }]) => name);
}

function issuesCsv(problems: readonly ClassifyProblem[]): string {
  const quoted = (value: string | number | null) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
  const lines = problems.map(({ row, column, value, problem, remedy }) =>
    [row, column, value, problem, remedy].map(quoted).join(','),
  );
  return `${['row,column,value,problem,remedy', ...lines].join('\n')}\n`;
}

function noticesOf({
  summary,
  replaced,
  options,
  withoutCrossings,
}: {
  readonly summary: ClassifiedSummary;
  readonly replaced: readonly string[];
  readonly options: ClassifyFileOptions;
  readonly withoutCrossings: number;
}): readonly string[] {
  const notices: string[] = [];
  const count = (value: number) => value.toLocaleString('en');
  if (summary.crossings === 0) notices.push('There are no crossings: the result has a header and nothing else.');
  if (summary.notObserved > 0)
    notices.push(
      `${count(summary.notObserved)} crossings were not observed: before ${options.observedFrom}, on or after ${options.observedTo}, or after a death. They are not classified.`,
    );
  if (withoutCrossings > 0)
    notices.push(`${count(withoutCrossings)} persons named beside the crossings have none (code 5).`);
  if (replaced.length > 0)
    notices.push(`Columns of the input gave way to those of the result: ${replaced.join(', ')}.`);
  return notices;
}
