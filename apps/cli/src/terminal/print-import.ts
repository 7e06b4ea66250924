import { dirname } from 'node:path';
import type { FileOutcome, FolderImport } from '@leeto/server';
import { printTable } from './print-table.ts';

/** The same in a few lines, register by register: for the first start, whose user has not asked for files. */
export function printImportInBrief({ files }: FolderImport): string {
  const deliveries = files.flatMap(({ deliveries }) => deliveries);
  const registers = Map.groupBy(deliveries, ({ register }) => register);
  const rows = [...registers].map(([register, own]) => {
    const sum = (of: (counts: FileOutcome['deliveries'][number]['counts']) => number) =>
      own.reduce((total, { counts }) => total + of(counts), 0);
    const others = sum(({ duplicates, leftOut, unchanged }) => duplicates + leftOut + unchanged);
    return [
      register,
      own.length,
      sum(({ read }) => read),
      sum(({ taken }) => taken),
      sum(({ refused }) => refused),
      others,
    ];
  });
  const issues = deliveries.flatMap(({ issuesFile }) => (issuesFile === null ? [] : [issuesFile]));
  return [
    `What went in\n${printTable(['register', 'files', 'rows read', 'taken', 'refused', 'left out'], rows)}`,
    ...(issues[0] === undefined
      ? []
      : [`Why rows were refused, and what would be accepted: ${issues.length} issues files in ${dirname(issues[0])}`]),
  ].join('\n');
}

/** What a folder's import came to: what went in, what did not and why, which issues wait. */
export function printImport({ files }: FolderImport): string {
  const taken = files.filter(({ deliveries }) => deliveries.length > 0);
  const notTaken = files.filter(({ status }) => status === 'not_recognised' || status === 'refused');
  const lists = files.filter(({ status }) => status === 'code_list');
  return [
    taken.length === 0 ? 'No file went in.' : `What went in\n${printTaken(taken)}`,
    ...(lists.length === 0
      ? []
      : [`\nLists of codes, used to read the others: ${lists.map(({ file }) => file).join(', ')}`]),
    ...(notTaken.length === 0 ? [] : [`\nWhat did not go in\n${notTaken.map(printNotTaken).join('\n')}`]),
    ...printIssues(taken),
  ].join('\n');
}

function printTaken(files: readonly FileOutcome[]): string {
  const rows = files.flatMap(({ file, deliveries, seconds }) =>
    deliveries.map(({ register, status, counts }) => [
      file,
      register,
      counts.read,
      counts.taken,
      counts.unchanged,
      counts.duplicates,
      counts.refused,
      counts.leftOut,
      status === 'already_imported' ? 'known already' : `${seconds.toFixed(1)} s`,
    ]),
  );
  return printTable(['file', 'register', 'read', 'taken', 'unchanged', 'twice', 'refused', 'left out', 'time'], rows);
}

function printNotTaken({ file, because, remedy }: FileOutcome): string {
  return `  ${file}: ${because}${because.endsWith('.') ? '' : '.'}${remedy === '' ? '' : `\n    ${remedy}`}`;
}

/** The most frequent problems; the issues files have all of them. */
function printIssues(files: readonly FileOutcome[]): readonly string[] {
  const withIssues = files.flatMap(({ file, deliveries }) =>
    deliveries.filter(({ issuesFile }) => issuesFile !== null).map((delivery) => ({ file, delivery })),
  );
  const known = files.filter(({ deliveries }) =>
    deliveries.some(({ status, counts }) => status === 'already_imported' && counts.refused > 0),
  );
  const again = known.map(
    ({ file }) =>
      `\n${file} was taken before, and rows of it refused. For their issues file: the same command with --dry-run`,
  );
  if (withIssues.length === 0) return again;
  return [
    '\nIssues',
    ...mostRefused(withIssues).flatMap(({ file, delivery }) => [
      `  ${file}: ${delivery.counts.refused.toLocaleString('en')} refused`,
      ...delivery.issues
        .slice(0, 4)
        .map(
          ({ column, severity, count, code, hint }) =>
            `    ${severity === 'error' ? '✗' : '!'} ${column === '' ? 'row' : `“${column}”`} × ${count.toLocaleString('en')}: ${code === 'required' ? hint.replace(/^a value: /, 'nothing is there for: ') : hint}`,
        ),
      ...printUnmapped(delivery.unmapped, delivery.register, file),
      `    all of them, to be corrected and imported: ${delivery.issuesFile}`,
    ]),
    ...again,
    ...(withIssues.length > filesShown
      ? [`  … and ${withIssues.length - filesShown} more files, each with an issues file of its own`]
      : []),
  ];
}

const filesShown = 10;

/** The files that most was refused of: a year of monthly files would else fill the screen. */
function mostRefused<T extends { readonly delivery: { readonly counts: { readonly refused: number } } }>(
  files: readonly T[],
): readonly T[] {
  return [...files]
    .sort((left, right) => right.delivery.counts.refused - left.delivery.counts.refused)
    .slice(0, filesShown);
}

/** Where a required field has no column, correcting row by row is the wrong way: the mapping wants a look. */
function printUnmapped(
  { fields, columns }: FileOutcome['deliveries'][number]['unmapped'],
  register: string,
  file: string,
): readonly string[] {
  if (fields.length === 0) return [];
  const notUsed = columns.slice(0, 12).map((header) => `“${header}”`);
  return [
    `    ? No column was found for: ${fields.join(', ')}.${notUsed.length === 0 ? '' : ` Columns not used: ${notUsed.join(', ')}${columns.length > 12 ? ' …' : ''}`}`,
    `      Is ${register} the register of this file? npx leeto inspect ${file} says what it looks like.`,
    `      If it is, tell Leeto the column: npx leeto inspect ${file} --register ${register} --save-mapping my.json, correct my.json, then import with --mapping my.json`,
  ];
}
