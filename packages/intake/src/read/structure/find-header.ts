import type { Finding, RawCell } from '../../raw.ts';
import { cellKind, cellLine, countFilled, isBlank } from './cell-kind.ts';
import { columnLetter } from './column-letter.ts';
import { extendDown, extendUp } from './header-levels.ts';
import { judgeHeader, numericBelow } from './judge-header.ts';
import { nameColumns } from './name-columns.ts';
import { isPreamble } from './preamble.ts';

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

function looksLikeIndex(rows: readonly (readonly RawCell[])[], dataStart: number): boolean {
  const values = rows.slice(dataStart, dataStart + 100).map((row) => row[0]);
  const seen = new Set(values);
  return values.length > 2 && seen.size === values.length && values.every((value) => /^\d+$/.test(cellLine(value)));
}
