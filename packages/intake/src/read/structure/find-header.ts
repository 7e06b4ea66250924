import type { Finding, RawCell } from '../../raw.ts';
import { cellKind, cellLine, countFilled, isBlank } from './cell-kind.ts';
import { columnLetter } from './column-letter.ts';
import { nameColumns } from './name-columns.ts';

/** Rows and columns, 0-based and inclusive, that a merged cell covers. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A finding whose place is still a 0-based row and column of the region looked at. */
export interface PlacedFinding extends Omit<Finding, 'where'> {
  readonly row: number;
  readonly column: number;
}

export interface HeaderLayout {
  /** 0-based first and last header row of the region; -1 where there is no header. */
  readonly first: number;
  readonly last: number;
  /** 0-based row with which the records begin. */
  readonly dataStart: number;
  /** Header parts of each column, level by level; never empty. */
  readonly parts: readonly (readonly string[])[];
  readonly findings: readonly PlacedFinding[];
}

const LOOKED_AT = 200;
const MAX_TITLE_ROWS = 60;

/**
 * Where the header of a region stands. `rows` are the top rows of the region (a few hundred are enough), `merges` its
 * merged areas in the same coordinates. Rows above the header are titles; without a header, records begin at `dataStart`.
 */
export function findHeader(
  rows: readonly (readonly RawCell[])[],
  width: number,
  merges: readonly MergedArea[],
): HeaderLayout {
  const spread = spreadMerges(rows.slice(0, LOOKED_AT), width, merges);
  const filled = spread.map((row, index) => countFilled(row) + countCovered(row, index, merges));
  const usual = usualWidth(rows.slice(0, LOOKED_AT).map(countFilled));
  const enough = Math.max(Math.min(2, width), Math.ceil(usual / 2));
  const wide = filled.findIndex((count, row) => row < MAX_TITLE_ROWS && count >= enough && !isPreamble(spread[row]));
  const start = fullerRow(spread, wide === -1 ? 0 : wide, usual, width);
  const { isHeader, reason } = judgeHeader(spread, start, width);
  if (!isHeader) return withoutHeader(start, width, reason);
  const first = extendUp(spread, filled, start, usual);
  const { last, unitsRow, numbersRow } = extendDown(spread, start, width, merges);
  const parts = nameColumns({ rows: spread, merges, first, last, width, leftOut: numbersRow });
  const findings: PlacedFinding[] = [];
  const place = (row: number, code: string, message: string): void => {
    findings.push({ code, severity: 'info', message, row, column: 0 });
  };
  place(first, 'header_found', reason);
  if (last > first) {
    place(
      first,
      'header_levels',
      `The header takes ${last - first + 1} rows; its levels are joined for each column, merged cells filled out.`,
    );
  }
  if (unitsRow !== -1) place(unitsRow, 'units_row', 'The last row of the header holds units.');
  if (numbersRow !== -1)
    place(numbersRow, 'column_numbers_row', 'A row under the header only numbers the columns; it is left out.');
  if (parts[0]?.[0] === 'Column A' && looksLikeIndex(rows, last + 1)) {
    findings.push({
      code: 'index_column',
      severity: 'info',
      message: 'The first column has no header and only numbers the rows.',
      row: last,
      column: 0,
    });
  }
  return { first, last, dataStart: last + 1, parts, findings };
}

/**
 * The row that names most columns, where a sparse line comes first (`Visa statistics … Ref: 22/3`): nearly full, all names,
 * above columns of figures. Without figures below, the first wide row stays: a record of text looks like names.
 */
function fullerRow(rows: readonly RawCell[][], start: number, usual: number, width: number): number {
  if (countFilled(rows[start]) >= usual * 0.75) return start;
  for (let next = start + 1; next <= start + 5 && next < rows.length; next += 1) {
    const row = rows[next] ?? [];
    if (countFilled(row) < usual * 0.9) continue;
    const body = rows.slice(next + 1);
    const isNames = row.every((cell) => ['text', 'year', 'blank'].includes(cellKind(cell)));
    return isNames && numericBelow(body, row, width) >= 0.5 ? next : start;
  }
  return start;
}

/** `# developed by …` at the head of a text file, and `Period:` before its value, are no header. */
function isPreamble(row: readonly RawCell[] | undefined): boolean {
  const filled = row?.filter((cell) => !isBlank(cell)) ?? [];
  const isKeyed = filled.length <= 3 && typeof filled[0] === 'string' && filled[0].trimEnd().endsWith(':');
  return isKeyed || (typeof row?.[0] === 'string' && /^(?:#+(?:\s|$)|\/\/)/.test(row[0]));
}

function withoutHeader(start: number, width: number, reason: string): HeaderLayout {
  return {
    first: -1,
    last: -1,
    dataStart: start,
    parts: Array.from({ length: width }, (_, column) => [`Column ${columnLetter(column)}`]),
    findings: [{ code: 'no_header', severity: 'warning', message: `No header: ${reason}`, row: start, column: 0 }],
  };
}

/** Copies the rows with horizontally merged cells filled out; a merge over nearly the whole width is a title and stays one cell. */
function spreadMerges(
  rows: readonly (readonly RawCell[])[],
  width: number,
  merges: readonly MergedArea[],
): RawCell[][] {
  const copies = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  for (const { top, left, right } of merges) {
    const row = copies[top];
    if (!row || (width > 2 && right - left + 1 >= width * 0.8)) continue;
    for (let column = left + 1; column <= right && column < width; column += 1) row[column] = row[left] ?? null;
  }
  return copies;
}

/** Blank cells of a row that a merged cell from a row above reaches over. */
function countCovered(row: readonly RawCell[], index: number, merges: readonly MergedArea[]): number {
  let covered = 0;
  for (const merge of merges) {
    if (merge.top >= index || merge.bottom < index) continue;
    for (let column = merge.left; column <= merge.right; column += 1) if (isBlank(row[column])) covered += 1;
  }
  return covered;
}

/** The number of filled cells that most rows reach: the upper quartile, which titles and sparse rows do not pull down. */
function usualWidth(filled: readonly number[]): number {
  const sorted = filled.filter((count) => count > 0).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

function judgeHeader(rows: readonly RawCell[][], start: number, width: number): { isHeader: boolean; reason: string } {
  const row = rows[start] ?? [];
  const body = rows.slice(start + 1).filter((other) => countFilled(other) > 0);
  const kinds = row.map(cellKind);
  const filledCells = row.filter((cell) => !isBlank(cell));
  const texts = kinds.filter((kind) => kind === 'text').length;
  const years = kinds.filter((kind) => kind === 'year').length;
  const numbers = kinds.filter((kind) => kind === 'number' || kind === 'date' || kind === 'boolean').length;
  if (filledCells.length === 0) return { isHeader: false, reason: 'the first row is blank.' };
  if (numbers > 0 && !isCounting(row)) {
    const isMostlyText = numbers <= filledCells.length * 0.2 && texts >= 3 && numericBelow(body, row, width) >= 0.5;
    if (!isMostlyText) return { isHeader: false, reason: 'the first full row already holds numbers or dates.' };
  }
  if (texts === 0 && years < 2) return { isHeader: false, reason: 'the first full row holds no names.' };
  const missing = kinds.filter((kind) => kind === 'missing').length;
  if (missing > 1 && missing >= filledCells.length * 0.2) {
    return { isHeader: false, reason: 'the first full row holds stand-ins for missing values.' };
  }
  if (body.length === 0) return { isHeader: true, reason: 'The only row holds names.' };
  const recurring = recurringCells(row, body);
  if (hasShapeOfColumn(row, body)) {
    return { isHeader: false, reason: 'a code of the first full row is of the same form as the codes below it.' };
  }
  if (recurring > 0 && recurring >= texts * 0.2 && years === 0) {
    return { isHeader: false, reason: 'values of the first full row come again in the rows below it.' };
  }
  return {
    isHeader: true,
    reason: `Row of ${filledCells.length} names above ${body.length >= LOOKED_AT - MAX_TITLE_ROWS ? 'the records' : `${body.length} rows`}.`,
  };
}

/** True where a cell is written like all cells below it, letters, digits and marks alike (`LS-A` above `LS-B`). */
function hasShapeOfColumn(row: readonly RawCell[], body: readonly RawCell[][]): boolean {
  return row.some((cell, column) => {
    const shape = shapeOf(cell);
    if (!/[A-Z9]/.test(shape) || !/[^A-Za-z ]/.test(shape) || /[a-z]/.test(shape)) return false;
    const below = body.map((other) => shapeOf(other[column])).filter((other) => other !== '');
    return below.length >= 2 && below.every((other) => other === shape);
  });
}

function shapeOf(cell: RawCell | undefined): string {
  return cellLine(cell)
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\d/g, '9');
}

/** Cells of the row that occur again below in their own column, at least twice or in a tenth of the rows. */
function recurringCells(row: readonly RawCell[], body: readonly RawCell[][]): number {
  let recurring = 0;
  row.forEach((cell, column) => {
    if (cellKind(cell) !== 'text') return;
    const text = cellLine(cell);
    let times = 0;
    for (const other of body) if (cellLine(other[column]) === text) times += 1;
    if (times > Math.max(1, body.length * 0.02)) recurring += 1;
  });
  return recurring;
}

/** Share of the row's text columns whose cells below are mostly numbers or dates. */
function numericBelow(body: readonly RawCell[][], row: readonly RawCell[], width: number): number {
  let columns = 0;
  let numeric = 0;
  for (let column = 0; column < width; column += 1) {
    if (cellKind(row[column]) !== 'text') continue;
    columns += 1;
    if (isNumericColumn(body, column)) numeric += 1;
  }
  return columns === 0 ? 0 : numeric / columns;
}

function isNumericColumn(body: readonly RawCell[][], column: number): boolean {
  let filled = 0;
  let numeric = 0;
  for (const row of body.slice(0, 40)) {
    const kind = cellKind(row[column]);
    if (kind === 'blank' || kind === 'missing') continue;
    filled += 1;
    if (kind === 'number' || kind === 'year' || kind === 'date') numeric += 1;
  }
  return filled > 0 && numeric / filled >= 0.7;
}

/** Integers that go up by one from cell to cell: months, ages, ranks, or the numbers of the columns. */
function isCounting(row: readonly RawCell[]): boolean {
  const values = row
    .filter((cell) => !isBlank(cell) && cellKind(cell) !== 'text')
    .map((cell) => Number(String(cell).replace(/[()]/g, '')));
  return (
    values.length >= 3 &&
    values.every((value, index) => Number.isInteger(value) && (index === 0 || value === (values[index - 1] ?? 0) + 1))
  );
}

function extendUp(rows: readonly RawCell[][], filled: readonly number[], start: number, usual: number): number {
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

interface HeaderEnd {
  readonly last: number;
  readonly unitsRow: number;
  readonly numbersRow: number;
}

function extendDown(
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

function looksLikeIndex(rows: readonly (readonly RawCell[])[], dataStart: number): boolean {
  const values = rows.slice(dataStart, dataStart + 100).map((row) => row[0]);
  const seen = new Set(values);
  return values.length > 2 && seen.size === values.length && values.every((value) => /^\d+$/.test(cellLine(value)));
}
