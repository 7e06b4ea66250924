import { basename, resolve } from 'node:path';
import { type TableCell, type TableIssue, TOTAL } from '@leeto/disclosure';
import { openFile, type RawCell, type RawTable } from '@leeto/intake';

export interface TableColumns {
  readonly dimensions: readonly string[];
  readonly value: string;
  readonly kind: 'count' | 'amount';
  readonly contributors?: string | undefined;
  readonly largest?: string | undefined;
  readonly second?: string | undefined;
  /** A cell key or the sum of record keys, for the cell-key method. */
  readonly cellKey?: string | undefined;
}

export interface ReadTable {
  readonly cells: readonly TableCell[];
  /** By row of the file. */
  readonly cellKeys: ReadonlyMap<number, number>;
  readonly issues: readonly TableIssue[];
}

/** Reads a table from CSV, a workbook or Parquet. Everything that is wrong with it is among the issues. Throws FileRefused. */
export async function readTableFile(path: string, columns: TableColumns): Promise<ReadTable> {
  const opened = await openFile(resolve(path));
  const table = opened.tables.reduce<RawTable | undefined>(
    (most, own) => (most === undefined || own.estimatedRows > most.estimatedRows ? own : most),
    undefined,
  );
  const issues: TableIssue[] = [];
  if (table === undefined) {
    issues.push(
      issue('missing_column', null, '', basename(path), 'holds no table.', 'Give a file with a header and rows.'),
    );
    return { cells: [], cellKeys: new Map(), issues };
  }
  const headers = table.columns.map(({ header }) => header.trim());
  const find = (name: string): number => {
    const exact = headers.indexOf(name);
    const at = exact >= 0 ? exact : headers.findIndex((own) => own.toLowerCase() === name.toLowerCase());
    if (at >= 0) return table.columns[at]?.index ?? at;
    const message = `${basename(path)} has no such column; it has ${headers.slice(0, 30).join(', ')}.`;
    issues.push(issue('missing_column', null, name, '', message, 'Name one of these.'));
    return -1;
  };
  const dimensionsAt = columns.dimensions.map(find);
  const valueAt = find(columns.value);
  const optional = (name: string | undefined): number => (name === undefined ? -1 : find(name));
  const contributorsAt = optional(columns.contributors);
  const largestAt = optional(columns.largest);
  const secondAt = optional(columns.second);
  const cellKeyAt = optional(columns.cellKey);
  if (issues.length > 0) return { cells: [], cellKeys: new Map(), issues };

  const cells: TableCell[] = [];
  const cellKeys = new Map<number, number>();
  for await (const { rows, sourceRows } of table.rows()) {
    for (const [index, cellsOfRow] of rows.entries()) {
      const row = sourceRows[index] ?? 0;
      const key = dimensionsAt.map((at, dimension) => {
        const code = textOf(cellsOfRow[at]);
        const name = columns.dimensions[dimension] ?? '';
        if (code === '') {
          issues.push(issue('missing_code', row, name, '', 'No code stands here.', `Fill it in; a total is ${TOTAL}.`));
        }
        return code;
      });
      const number = (at: number, column: string): number | null => {
        const text = textOf(cellsOfRow[at]);
        const value = numberOf(text, table.decimalMark);
        const add = (code: TableIssue['code'], message: string, remedy: string): null => {
          issues.push(issue(code, row, column, text, message, remedy));
          return null;
        };
        if (text === '') return add('missing_value', 'No number stands here.', 'Fill it in, or leave the row out.');
        if (!Number.isFinite(value)) return add('not_a_number', 'is no number.', 'Write it in figures.');
        if (value < 0) return add('negative', 'is negative.', 'Counts and amounts are zero or more.');
        return value;
      };
      const value = number(valueAt, columns.value);
      if (value !== null && columns.kind === 'count' && !Number.isInteger(value)) {
        const remedy = 'Correct it; where the column holds amounts, say --amount.';
        issues.push(issue('not_whole', row, columns.value, String(value), 'is no whole number.', remedy));
      }
      const about =
        contributorsAt < 0 && largestAt < 0
          ? {}
          : {
              contributors: contributorsAt < 0 ? null : number(contributorsAt, columns.contributors ?? ''),
              largest: largestAt < 0 ? null : number(largestAt, columns.largest ?? ''),
              second: secondAt < 0 ? null : number(secondAt, columns.second ?? ''),
            };
      if (value !== null && (about.largest ?? 0) + (about.second ?? 0) > value * (1 + 1e-9)) {
        const remedy = 'Correct the amounts of the largest contributors.';
        const message = 'is less than its largest contributors together.';
        issues.push(issue('inconsistent_contributors', row, columns.value, String(value), message, remedy));
      }
      if (cellKeyAt >= 0) {
        const cellKey = number(cellKeyAt, columns.cellKey ?? '');
        if (cellKey !== null) cellKeys.set(row, cellKey);
      }
      cells.push({ key, row, value: value ?? Number.NaN, ...about });
    }
  }
  for (const { row, reason } of table.leftOut ?? []) {
    if (/blank/i.test(reason)) continue;
    const remedy = 'Complete the row, or take it out of the file.';
    issues.push(issue('missing_value', row, '', '', `The row was not read: ${reason}.`, remedy));
  }
  if (cells.length === 0) {
    issues.push(
      issue('missing_value', null, '', basename(path), 'holds no rows.', 'Give a table with at least one cell.'),
    );
  }
  return { cells, cellKeys, issues };
}

function issue(
  code: TableIssue['code'],
  row: number | null,
  column: string,
  value: string,
  message: string,
  remedy: string,
): TableIssue {
  return { code, row, column, value, message, remedy };
}

function textOf(cell: RawCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

function numberOf(text: string, decimalMark: '.' | ','): number {
  const plain = decimalMark === ',' ? text.replaceAll('.', '').replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}
