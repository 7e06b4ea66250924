import type { LeftOutRow, RawCell } from '../../raw.ts';
import { cellLine } from './cell-kind.ts';
import { isTotalLabel } from './total-label.ts';

interface NumberedRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/**
 * Rows that add up others, by their label, by their figures, or by both; and rows that hold a heading and nothing else. They are
 * no records as a rule, but only whoever knows the table's meaning can tell.
 */
export function findTotals(rows: readonly NumberedRow[]): LeftOutRow[] {
  const found: LeftOutRow[] = [];
  let sums: number[] = [];
  let since = 0;
  rows.forEach(({ row, cells }, index) => {
    const label = cells
      .slice(0, 3)
      .map(cellLine)
      .find((text) => isTotalLabel(text));
    const addsUp = since >= 2 && equalsSums(cells, sums);
    if (label !== undefined || (addsUp && index === rows.length - 1)) {
      found.push({ row, reason: reasonOf(label, addsUp, since) });
      sums = [];
      since = 0;
      return;
    }
    if (cells.length > 2 && cells.filter((cell) => cell !== null).length === 1 && typeof cells[0] === 'string') {
      found.push({ row, reason: `A heading ("${cellLine(cells[0]).slice(0, 60)}") and nothing else.` });
      return;
    }
    cells.forEach((cell, column) => {
      if (typeof cell === 'number') sums[column] = (sums[column] ?? 0) + cell;
    });
    since += 1;
  });
  return found;
}

function reasonOf(label: string | undefined, addsUp: boolean, since: number): string {
  const sum = `the sum of the ${since} rows above`;
  if (label === undefined) return `The last row is ${sum}.`;
  return addsUp ? `Labelled "${label}" and ${sum}.` : `Labelled "${label}".`;
}

/** At least two columns of figures, nine in ten of them the sum of what stands above. */
function equalsSums(cells: readonly RawCell[], sums: readonly number[]): boolean {
  let compared = 0;
  let equal = 0;
  for (const [column, cell] of cells.entries()) {
    const sum = sums[column];
    if (typeof cell !== 'number' || sum === undefined || sum === 0) continue;
    compared += 1;
    if (isSameSum(cell, sum)) equal += 1;
  }
  return compared >= 2 && equal >= compared * 0.9;
}

/** True where the last column adds up all other figures of its row, in nine rows of ten. */
export function hasTotalsColumn(rows: readonly NumberedRow[]): boolean {
  let compared = 0;
  let equal = 0;
  for (const { cells } of rows.slice(0, 500)) {
    const last = cells[cells.length - 1];
    const others = cells.slice(0, -1).filter((cell) => typeof cell === 'number');
    if (typeof last !== 'number' || last === 0 || others.length < 2) continue;
    compared += 1;
    if (
      isSameSum(
        last,
        others.reduce((sum, value) => sum + value, 0),
      )
    )
      equal += 1;
  }
  return compared >= 3 && equal >= compared * 0.9;
}

function isSameSum(value: number, sum: number): boolean {
  return Math.abs(value - sum) <= Math.max(0.01, Math.abs(sum) * 1e-6);
}
