import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  buildCellTable,
  type ProtectedTable,
  type ProtectOptions,
  protectTable,
  readHierarchies,
  type SensitivityRules,
  TableRefused,
} from '@leeto/disclosure';
import type { Progress } from '../progress.ts';
import { readTableFile, type TableColumns } from './read-table-file.ts';

export interface ProtectFileOptions extends TableColumns {
  readonly file: string;
  readonly method: ProtectOptions['method'];
  readonly rules: SensitivityRules;
  readonly hierarchy?: string | undefined;
  readonly base?: number | undefined;
  readonly loss?: ProtectOptions['loss'] | undefined;
  readonly seconds?: number | undefined;
  readonly onProgress: Progress;
}

/** Protects the table of a file. Throws FileRefused, TableRefused with all problems at once, or AuditFailed. */
export async function protectFile(options: ProtectFileOptions): Promise<ProtectedTable> {
  const { onProgress, dimensions } = options;
  onProgress({ step: 'Reading the table' });
  const read = await readTableFile(options.file, options);
  const hierarchy =
    options.hierarchy === undefined
      ? { hierarchies: {}, issues: [] }
      : readHierarchies(await readFile(resolve(options.hierarchy), 'utf8'), dimensions);
  const isAmount = options.kind === 'amount';
  const built = buildCellTable(read.cells, {
    dimensions,
    hierarchies: hierarchy.issues.some(({ code }) => code === 'circular_hierarchy') ? {} : hierarchy.hierarchies,
    tolerance: isAmount ? 1e-6 : 0,
  });
  const issues = [...read.issues, ...hierarchy.issues, ...built.issues];
  if (issues.length > 0) throw new TableRefused(issues);
  onProgress({ step: 'Protecting the table' });
  const { base, loss, seconds, method, kind, rules } = options;
  return protectTable(built.table, {
    method,
    kind,
    rules,
    ...(base === undefined ? {} : { base }),
    ...(loss === undefined ? {} : { loss }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(options.cellKey === undefined
      ? {}
      : { keys: built.table.cells.map(({ row }) => (row === null ? null : (read.cellKeys.get(row) ?? null))) }),
    onProgress: ({ step, failing }) =>
      onProgress(failing > 0 ? { step: steps[step], done: failing, unit: 'cells open' } : { step: steps[step] }),
  });
}

const steps = {
  cuts: 'Choosing cells and attacking the choice',
  relaxation: 'Bounding the loss',
  choice: 'Completing the choice',
  improvement: 'Improving the choice',
} as const;

/** Writes the protected table as CSV, and beside it the report: both whole, or neither. Returns the report's path. */
export async function writeProtected(
  { cells, report }: ProtectedTable,
  { out, dimensions, value }: { readonly out: string; readonly dimensions: readonly string[]; readonly value: string },
): Promise<string> {
  const path = resolve(out);
  const reportPath = `${path.replace(/\.csv$/i, '')}.report.json`;
  const line = (parts: readonly string[]): string => `${parts.map(quote).join(',')}\n`;
  const rows = cells.map(({ key, value: own, mark }) => line([...key, own === null ? '' : String(own), mark]));
  const files = [
    [path, [line([...dimensions, value, 'conf_status']), ...rows].join('')],
    [reportPath, `${JSON.stringify(report, null, 2)}\n`],
  ] as const;
  try {
    for (const [name, text] of files) await writeFile(`${name}.unfinished`, text);
    for (const [name] of files) await rename(`${name}.unfinished`, name);
  } catch (error) {
    await Promise.all(files.map(([name]) => rm(`${name}.unfinished`, { force: true }).catch(() => {})));
    throw error;
  }
  return reportPath;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
