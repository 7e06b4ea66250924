import type { RawCell } from '../../raw.ts';
import { cellKind, cellLine, isBlank } from './cell-kind.ts';
import type { MergedArea } from './find-header.ts';
import { isNumericColumn, numericBelow } from './judge-header.ts';
import { isPreamble } from './preamble.ts';
/** Takes in the rows of group names above; titles and `Period:` lines stay out. Returns the first row of the header. */
export function extendUp(rows: readonly RawCell[][], filled: readonly number[], start: number, usual: number): number {
  let first = start;
  while (first > 0 && start - first < 4) {
    const above = rows[first - 1] ?? [];
    const count = filled[first - 1] ?? 0;
    if (count < 2) break;
    const isPair = count === 2 && usual >= 4 && !isBlank(above[0]) && !isBlank(above[1]) && above[0] !== above[1];
    const isKeyed = isPreamble(above);
    const isWordy = above.some((cell) => typeof cell === 'string' && cell.length > 250);
    const hasNumber = above.some((cell) => ['number', 'date'].includes(cellKind(cell)));
    if (isKeyed || isPair || isWordy || hasNumber) break;
    first -= 1;
  }
  return first;
}

/** Where the header ends, and which of its rows hold units or number the columns (-1: none). */
export interface HeaderEnd {
  readonly last: number;
  readonly unitsRow: number;
  readonly numbersRow: number;
}

/** Takes in the rows below that belong to the header: merged cells, units, numbers of columns, further names. */
export function extendDown(
  rows: readonly RawCell[][],
  start: number,
  width: number,
  merges: readonly MergedArea[],
): HeaderEnd {
  let last = start;
  let unitsRow = -1;
  let numbersRow = -1;
  while (last - start < 6 && last + 2 < rows.length) {
    const next = last + 1;
    const row = rows[next] ?? [];
    const body = rows.slice(next + 1);
    if (merges.some((merge) => merge.top <= last && merge.top >= start - 4 && merge.bottom >= next)) last = next;
    else if (isColumnNumbers(row, body)) {
      numbersRow = next;
      last = next;
    } else if (isUnitsRow(row)) {
      unitsRow = next;
      last = next;
    } else if (isFurtherLevel(rows[last] ?? [], row, body, width)) last = next;
    else break;
  }
  return { last, unitsRow, numbersRow };
}

/** `(1) (2) (3)`, or `1 2 3` where a column below holds no numbers: else it might be a record. */
function isColumnNumbers(row: readonly RawCell[], body: readonly RawCell[][]): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  if (cells.length < 3 || cells.length < row.length * 0.6) return false;
  const isCounted = cells.every((cell, index) => {
    const number = Number(cellLine(cell).replace(/^\((.*)\)$/, '$1'));
    return number === index + 1 || number === index;
  });
  if (!isCounted) return false;
  const inBrackets = cells.every((cell) => /^\(.*\)$/.test(cellLine(cell)));
  return inBrackets || row.some((cell, column) => !isBlank(cell) && isTextColumn(body, column));
}

function isTextColumn(body: readonly RawCell[][], column: number): boolean {
  const kinds = body.slice(0, 40).map((row) => cellKind(row[column]));
  const texts = kinds.filter((kind) => kind === 'text').length;
  return texts >= 2 && texts >= kinds.filter((kind) => kind !== 'blank').length * 0.9;
}

const UNIT =
  /^\(?(?:%|per ?cent|percent(?:age)?s?|persons?|people|number|no\.?|thousands?|'?000s?|millions?|units?|years?|months?|days?|km2?|usd?|us\$.*|m|zar|lsl|code|text|yyyy.*|dd.*|.{0,24}(?:per (?:cent|1,?000|100,?000)|million|thousand).{0,16})\)?$/i;

function isUnitsRow(row: readonly RawCell[]): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  return (
    cells.length >= Math.min(2, row.length) && cells.every((cell) => typeof cell === 'string' && UNIT.test(cell.trim()))
  );
}

function isFurtherLevel(
  above: readonly RawCell[],
  row: readonly RawCell[],
  body: readonly RawCell[][],
  width: number,
): boolean {
  const kinds = row.map(cellKind);
  const texts = kinds.filter((kind) => kind === 'text').length;
  const years = kinds.filter((kind) => kind === 'year').length;
  if (texts + years < 2 || kinds.some((kind) => kind === 'number' || kind === 'date' || kind === 'missing'))
    return false;
  const aboveHasGaps = row.some(
    (cell, column) => !isBlank(cell) && (isBlank(above[column]) || above[column] === above[column - 1]),
  );
  if (isTextOverFigures(row, body, width)) return true;
  if (!aboveHasGaps) return false;
  if (years >= 2) return true;
  return numericBelow(body, row, width) >= 0.6;
}

/** Names in every one of two or more columns that hold figures below: the second line of names broken over two rows. */
function isTextOverFigures(row: readonly RawCell[], body: readonly RawCell[][], width: number): boolean {
  const figures = Array.from({ length: width }, (_, column) => column).filter((column) =>
    isNumericColumn(body, column),
  );
  return figures.length >= 2 && figures.every((column) => cellKind(row[column]) === 'text');
}
