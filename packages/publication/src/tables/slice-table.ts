import type { ReleasedTable } from '@leeto/disclosure';
import type { Quantity } from '../phrases/change.ts';
import { type Dimension, TOTAL } from './code-labels.ts';

export type ValueColumn = ReleasedTable['values'][number];

/** One cell of a slice: the codes of the kept dimensions in the order asked for, and the figure. */
export interface SliceCell extends Quantity {
  readonly codes: readonly string[];
}

export interface SliceRequest {
  /** Dimensions to keep, by name. */
  readonly by: readonly string[];
  /** Codes to hold the others at, or a test of codes. */
  readonly where?: Readonly<Record<string, string | ((code: string) => boolean)>>;
  readonly value: string;
}

/** Dimension by name (`time` is the one of time, whatever its name), or undefined where the table has none such. */
export function findDimension(table: ReleasedTable, name: string): Dimension | undefined {
  if (name === 'time') return findTimeDimension(table);
  return table.dimensions.find((dimension) => dimension.name === name);
}

export function findTimeDimension(table: ReleasedTable): Dimension | undefined {
  return table.dimensions.find((dimension) => dimension.isTime);
}

/** The value column by name, else the first count, else the first column. */
export function findValueColumn(table: ReleasedTable, name?: string): ValueColumn | undefined {
  return (
    table.values.find((column) => column.name === name) ??
    table.values.find((column) => column.kind === 'count') ??
    table.values[0]
  );
}

/** Codes of a dimension that occur in the table (where others are held as given), periods in order, totals left out. */
export function codesOf(
  table: ReleasedTable,
  name: string,
  held: Readonly<Record<string, string>> = {},
): readonly string[] {
  const at = table.dimensions.findIndex((dimension) => dimension.name === name);
  if (at < 0) return [];
  const tests = table.dimensions.map((dimension) => held[dimension.name]);
  const rows = table.rows.filter((row) =>
    tests.every((code, position) => position === at || code === undefined || row.key[position] === code),
  );
  const codes = [...new Set(rows.map((row) => row.key[at] ?? TOTAL))].filter((code) => code !== TOTAL);
  return table.dimensions[at]?.isTime ? codes.toSorted() : codes;
}

/** Whether the table has a published total of a dimension. */
export function hasTotalOf(table: ReleasedTable, name: string): boolean {
  const at = table.dimensions.findIndex((dimension) => dimension.name === name);
  return table.rows.some((row) => row.key[at] === TOTAL);
}

/**
 * Reduces a table to the dimensions asked for. A dimension neither kept nor held is taken at its published total (`_T`)
 * where the table has one; else its cells are added up, which only counts of movements and amounts allow. A sum over a
 * withheld cell is withheld: no number may come out that the release kept in.
 */
export function sliceTable(table: ReleasedTable, request: SliceRequest): readonly SliceCell[] {
  const column = table.values.findIndex((value) => value.name === request.value);
  if (column < 0) return [];
  const kept = request.by.map((name) => table.dimensions.findIndex((dimension) => dimension.name === name));
  if (kept.includes(-1)) return [];
  const tests = table.dimensions.map((dimension) => testFor(table, request, dimension));
  const canAdd = isAddable(table.values[column]);
  const sums = new Map<string, { codes: string[]; value: number | null; isWithheld: boolean; parts: number }>();
  for (const row of table.rows) {
    if (!tests.every((test, at) => test(row.key[at] ?? TOTAL))) continue;
    const codes = kept.map((at) => row.key[at] ?? TOTAL);
    const cell = row.cells[column];
    const isWithheld = cell !== undefined && cell.confidentiality !== 'F';
    const known = sums.get(codes.join('\u001f'));
    if (!known) {
      sums.set(codes.join('\u001f'), { codes, value: isWithheld ? null : (cell?.value ?? null), isWithheld, parts: 1 });
      continue;
    }
    known.parts += 1;
    known.isWithheld ||= isWithheld;
    known.value = known.isWithheld || !canAdd ? null : addStated(known.value, cell?.value ?? null);
  }
  return [...sums.values()].map(({ codes, value, isWithheld }) => ({ codes, value, isWithheld }));
}

function addStated(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}

/** Counts and sums add up; an indicator does where it counts rows of files. Shares, rates and distinct persons never do. */
function isAddable(column: ValueColumn | undefined): boolean {
  if (column === undefined || column.additive === false) return false;
  if (column.kind === 'count' || column.kind === 'amount') return true;
  return column.kind === 'indicator' && (column.unit === 'rows' || column.unit === 'records');
}

function testFor(table: ReleasedTable, request: SliceRequest, dimension: Dimension): (code: string) => boolean {
  const held = request.where?.[dimension.name];
  if (typeof held === 'string') return (code) => code === held;
  if (held !== undefined) return held;
  if (request.by.includes(dimension.name)) return (code) => code !== TOTAL;
  return hasTotalOf(table, dimension.name) ? (code) => code === TOTAL : () => true;
}
