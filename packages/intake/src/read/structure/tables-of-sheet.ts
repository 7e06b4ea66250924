import type { Finding, LeftOutRow, RawBatch, RawCell, RawColumn, RawTable } from '../../raw.ts';
import { weighDecimalMark } from '../csv/decimal-mark.ts';
import { isFormulaLike } from '../neutralise-formula.ts';
import { cellLine, countFilled, isBlank } from './cell-kind.ts';
import { columnLetter } from './column-letter.ts';
import { findTables, type TableArea } from './find-tables.ts';
import { findTotals, hasTotalsColumn } from './find-totals.ts';
import { isNoteLine } from './note-line.ts';
import { sameNames } from './same-names.ts';
import type { SheetGrid } from './sheet-grid.ts';

const BATCH_ROWS = 10_000;

/** The tables that stand on a sheet, from top to bottom and left to right, and what was noticed on the sheet. */
export function tablesOfSheet(grid: SheetGrid, file: string): { tables: RawTable[]; findings: Finding[] } {
  const { areas, findings } = findTables(grid);
  return { tables: areas.map((area, index) => tableOf(grid, file, area, index)), findings };
}

interface KeptRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

function tableOf(grid: SheetGrid, file: string, area: TableArea, index: number): RawTable {
  const { header } = area;
  const where = (row: number, column = 0): string =>
    `${grid.name}!${columnLetter(area.left + column)}${area.top + row + 1}`;
  const kept = keptColumns(grid, area);
  const columns = kept.map((column, position): RawColumn => {
    const parts = header.parts[column] ?? [];
    const named =
      header.first === -1 || parts.length === 0
        ? [`Column ${columnLetter(area.left + column)}`]
        : renameLetter(parts, area.left + column, column);
    return { index: position, header: named.join(' / '), headerParts: named };
  });
  const notes = [...area.notes];
  const leftOut: LeftOutRow[] = [...area.leftOut];
  const findings: Finding[] = header.findings.map(({ row, column, ...finding }) => ({
    ...finding,
    where: where(row, column),
  }));
  findings.push(...area.findings, ...sameNames(columns, where(Math.max(0, header.first))));
  const records = siftRows(grid, area, kept, { notes, leftOut, findings });
  const doubtfulRows = findTotals(records.map(({ row, cells }) => ({ row: row + 1, cells })));
  for (const doubtful of doubtfulRows.slice(0, 20)) {
    findings.push({
      code: 'total_row',
      severity: 'info',
      message: doubtful.reason,
      where: `${grid.name}!${columnLetter(area.left)}${doubtful.row}`,
    });
  }
  if (hasTotalsColumn(records)) {
    const last = kept[kept.length - 1] ?? 0;
    findings.push({
      code: 'total_column',
      severity: 'info',
      message: `Column "${columns[columns.length - 1]?.header ?? ''}" adds up the other figures of its row.`,
      where: where(header.dataStart, last),
    });
  }
  countFormulaLike(records, findings, grid.name);
  const evidence = weighDecimalMark(records.slice(0, 1000).map((record) => record.cells));
  return {
    file,
    sheet: grid.name,
    index,
    titles: area.titles,
    notes,
    leftOut,
    doubtfulRows,
    columns,
    headerRows:
      header.first === -1
        ? { first: 0, last: 0 }
        : { first: area.top + header.first + 1, last: area.top + header.last + 1 },
    findings,
    rows: () => inBatches(records),
    estimatedRows: records.length,
    decimalMark: evidence.comma > evidence.point ? ',' : '.',
  };
}

/** Columns with neither header nor values are no columns. */
function keptColumns(grid: SheetGrid, area: TableArea): number[] {
  const kept: number[] = [];
  for (let column = 0; column <= area.right - area.left; column += 1) {
    const isNamed =
      area.header.first !== -1 && !/^Column [A-Z]+$/.test(area.header.parts[column]?.join(' / ') ?? 'Column A');
    if (isNamed || hasValue(grid, area, column)) kept.push(column);
  }
  return kept;
}

function hasValue(grid: SheetGrid, area: TableArea, column: number): boolean {
  for (let row = area.top + area.header.dataStart; row <= area.bottom; row += 1) {
    if (!isBlank(grid.rows[row]?.[area.left + column])) return true;
  }
  return false;
}

/** A column without a name is called by its letter on the sheet, not in the area. */
function renameLetter(parts: readonly string[], sheetColumn: number, column: number): readonly string[] {
  return parts.length === 1 && parts[0] === `Column ${columnLetter(column)}`
    ? [`Column ${columnLetter(sheetColumn)}`]
    : parts;
}

function siftRows(
  grid: SheetGrid,
  area: TableArea,
  kept: readonly number[],
  out: { notes: string[]; leftOut: LeftOutRow[]; findings: Finding[] },
): KeptRow[] {
  const { header } = area;
  const headerRow = header.first === -1 ? null : (grid.rows[area.top + header.last] ?? []);
  const records: KeptRow[] = [];
  let blanks = 0;
  for (let row = area.top + header.dataStart; row <= area.bottom; row += 1) {
    const source = grid.rows[row] ?? [];
    const cells = kept.map((column) => source[area.left + column] ?? null);
    const filled = countFilled(cells);
    if (filled === 0) {
      blanks += 1;
      continue;
    }
    const first = cells.find((cell) => !isBlank(cell));
    if (filled === 1 && kept.length > 2 && typeof first === 'string' && isNoteLine(first)) {
      out.notes.push(cellLine(first));
      out.leftOut.push({ row: row + 1, reason: 'A note, no record.' });
      continue;
    }
    if (
      headerRow &&
      filled > 1 &&
      kept.every((column) => cellLine(source[area.left + column]) === cellLine(headerRow[area.left + column]))
    ) {
      out.leftOut.push({ row: row + 1, reason: 'The header again.' });
      out.findings.push({
        code: 'repeated_header',
        severity: 'info',
        message: 'The header stands here again; the row is left out.',
        where: `${grid.name}!A${row + 1}`,
      });
      continue;
    }
    records.push({ row, cells });
  }
  if (blanks > 0)
    out.findings.push({
      code: 'blank_rows',
      severity: 'info',
      message: `${blanks} blank rows are left out.`,
      where: grid.name,
    });
  return records;
}

function countFormulaLike(records: readonly KeptRow[], findings: Finding[], sheet: string): void {
  let count = 0;
  let first = 0;
  for (const { row, cells } of records) {
    for (const cell of cells) {
      if (typeof cell !== 'string' || !isFormulaLike(cell)) continue;
      count += 1;
      if (first === 0) first = row + 1;
    }
  }
  if (count === 0) return;
  findings.push({
    code: 'formula_like_text',
    severity: 'warning',
    message: `${count} cells hold text that a spreadsheet would take for a formula, the first in row ${first}. They are read as text.`,
    where: sheet,
  });
}

async function* inBatches(records: readonly KeptRow[]): AsyncGenerator<RawBatch> {
  for (let start = 0; start < records.length; start += BATCH_ROWS) {
    const slice = records.slice(start, start + BATCH_ROWS);
    yield { rows: slice.map((record) => record.cells), sourceRows: slice.map((record) => record.row + 1) };
  }
}
