import type { RawCell } from '../../raw.ts';
import { cellKind, cellLine, countFilled, isBlank } from './cell-kind.ts';

/** From so many rows on the number looked at says nothing of the number there is. */
const MANY_ROWS = 140;

/** Whether a full row holds names or is a record already, with the reason as a sentence. */
export function judgeHeader(
  rows: readonly RawCell[][],
  start: number,
  width: number,
): { isHeader: boolean; reason: string } {
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
    reason: `Row of ${filledCells.length} names above ${body.length >= MANY_ROWS ? 'the records' : `${body.length} rows`}.`,
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
export function numericBelow(body: readonly RawCell[][], row: readonly RawCell[], width: number): number {
  let columns = 0;
  let numeric = 0;
  for (let column = 0; column < width; column += 1) {
    if (cellKind(row[column]) !== 'text') continue;
    columns += 1;
    if (isNumericColumn(body, column)) numeric += 1;
  }
  return columns === 0 ? 0 : numeric / columns;
}

/** True where most cells of the column that say anything are numbers or dates. */
export function isNumericColumn(body: readonly RawCell[][], column: number): boolean {
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
