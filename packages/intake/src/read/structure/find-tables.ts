import type { Finding, LeftOutRow, RawCell } from '../../raw.ts';
import { cellLine, countFilled, isBlank } from './cell-kind.ts';
import { columnLetter } from './column-letter.ts';
import { findHeader, type HeaderLayout } from './find-header.ts';
import { isNoteLine } from './note-line.ts';
import { areaMerges, areaRows, blankRows, type GridArea, type SheetGrid } from './sheet-grid.ts';

/** A table on a sheet: its area from the first header row to the last record, and the lines that belong to it. */
export interface TableArea extends GridArea {
  /** Rows in coordinates of the area. */
  readonly header: HeaderLayout;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOutRow[];
  readonly findings: readonly Finding[];
}

interface Band {
  top: number;
  bottom: number;
}

interface Draft {
  area: GridArea;
  header: HeaderLayout;
  titles: string[];
  notes: string[];
  leftOut: LeftOutRow[];
  findings: Finding[];
}

const NOTE_SHEET =
  /^(?:notes?|foot-?notes?|contents?|table of contents|toc|index|read ?me|cover|about|info(?:rmation)?|metadata|disclaimer|sources?)$/i;

/** Finds the tables of a sheet. Pages of text (notes, contents, covers) hold none; a finding says so. */
export function findTables(grid: SheetGrid): { areas: TableArea[]; findings: Finding[] } {
  const bands = splitBands(grid);
  if (bands.length === 0) return { areas: [], findings: [pageFinding(grid, 'empty_sheet', 'The sheet is empty.')] };
  if (isTextPage(grid)) {
    return {
      areas: [],
      findings: [pageFinding(grid, 'notes_sheet', 'A page of text (notes, contents or a cover), no table of records.')],
    };
  }
  const drafts: Draft[] = [];
  let pending: Line[] = [];
  for (const band of bands) {
    for (const area of splitColumns(grid, band)) {
      const lines = textLines(grid, area);
      if (lines !== null) {
        pending.push(...lines);
        continue;
      }
      const draft = draftOf(grid, area);
      const previous = drafts.findLast((earlier) => overlaps(earlier.area, area));
      if (previous && continues(grid, previous, draft, pending)) {
        extend(grid, previous, draft, pending);
      } else {
        const { notes, titles } = shareLines(pending, previous !== undefined);
        if (previous) addNotes(previous, notes);
        draft.titles.unshift(...titles.map((line) => line.text));
        drafts.push(draft);
      }
      pending = [];
    }
  }
  const last = drafts[drafts.length - 1];
  if (last) addNotes(last, pending);
  const tables = drafts.filter((draft) => isTable(draft));
  if (tables.length === 0) {
    return { areas: [], findings: [pageFinding(grid, 'notes_sheet', 'Text and single figures, no table of records.')] };
  }
  const findings: Finding[] = [];
  if (tables.length > 1)
    findings.push(
      pageFinding(
        grid,
        'several_tables',
        `${tables.length} tables stand on the sheet, apart by blank rows or columns.`,
      ),
    );
  return { areas: tables.map(({ area, ...rest }) => ({ ...area, ...rest })), findings };
}

interface Line {
  readonly row: number;
  readonly text: string;
}

function pageFinding(grid: SheetGrid, code: string, message: string): Finding {
  return { code, severity: 'info', message, where: grid.name };
}

function splitBands(grid: SheetGrid): Band[] {
  const bands: Band[] = [];
  let open: Band | null = null;
  const blank = blankRows(grid);
  for (let row = 0; row < grid.rows.length; row += 1) {
    if (blank[row]) open = null;
    else if (open) open.bottom = row;
    else {
      open = { top: row, bottom: row };
      bands.push(open);
    }
  }
  return bands;
}

/** Notes, contents and covers: by the sheet's name and few columns, or by long sentences in one or two columns. */
function isTextPage(grid: SheetGrid): boolean {
  const filled = grid.rows.map(countFilled).filter((count) => count > 0);
  const narrow = filled.filter((count) => count <= 2).length / filled.length;
  if (narrow < 0.9) return false;
  if (NOTE_SHEET.test(grid.name.trim())) return true;
  const first = grid.rows.find((row) => countFilled(row) > 0) ?? [];
  const isNamed =
    countFilled(first) === 2 && first.every((cell) => isBlank(cell) || (typeof cell === 'string' && cell.length <= 40));
  if (isNamed) return false;
  let longest = 0;
  let wordy = 0;
  for (const row of grid.rows) {
    const length = Math.max(0, ...row.map((cell) => (typeof cell === 'string' ? cell.length : 0)));
    longest = Math.max(longest, length);
    if (length > 60) wordy += 1;
  }
  return longest > 100 && wordy >= filled.length * 0.4;
}

/** Parts of a band that wholly blank columns set apart and that are tables in their own right. */
function splitColumns(grid: SheetGrid, band: Band): GridArea[] {
  const used = usedColumns(grid, band);
  const runs: { left: number; right: number }[] = [];
  for (let column = 0; column < used.length; column += 1) {
    if (!used[column]) continue;
    const run = runs[runs.length - 1];
    if (run && run.right === column - 1) run.right = column;
    else runs.push({ left: column, right: column });
  }
  const areas: GridArea[] = [];
  for (const run of runs) {
    const previous = areas[areas.length - 1];
    if (previous && !standsAlone(grid, band, run)) areas[areas.length - 1] = { ...previous, right: run.right };
    else areas.push({ ...band, ...run });
  }
  return areas.map((area) => trimRows(grid, area));
}

function usedColumns(grid: SheetGrid, band: Band): boolean[] {
  const used: boolean[] = [];
  for (let row = band.top; row <= band.bottom; row += 1) {
    const cells = grid.rows[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) if (!isBlank(cells[column])) used[column] = true;
  }
  for (const { top, left, right } of grid.merges) {
    if (top < band.top || top > band.bottom || isBlank(grid.rows[top]?.[left])) continue;
    for (let column = left; column <= right; column += 1) used[column] = true;
  }
  return used;
}

/** To the right of a blank column: a table of its own has labels of its own in its first column, and more than that one. */
function standsAlone(grid: SheetGrid, band: Band, run: { left: number; right: number }): boolean {
  if (isSideNote(grid, band, run)) return true;
  if (run.right === run.left || band.bottom - band.top < 2) return false;
  const labels: string[] = [];
  for (let row = band.top; row <= band.bottom; row += 1) {
    const cell = grid.rows[row]?.[run.left];
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string') return false;
    labels.push(cell);
  }
  return labels.length >= 3 && new Set(labels).size >= labels.length * 0.6;
}

/** A remark written beside a table: a line or a few in one column, of which one reads like a note. */
function isSideNote(grid: SheetGrid, band: Band, run: { left: number; right: number }): boolean {
  if (run.right !== run.left) return false;
  const cells: string[] = [];
  for (let row = band.top; row <= band.bottom; row += 1) {
    const cell = grid.rows[row]?.[run.left];
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string') return false;
    cells.push(cell);
  }
  return cells.length <= 5 && cells.length < band.bottom - band.top && cells.some((cell) => isNoteLine(cell));
}

function trimRows(grid: SheetGrid, area: GridArea): GridArea {
  const isEmpty = (row: number): boolean => countFilled((grid.rows[row] ?? []).slice(area.left, area.right + 1)) === 0;
  let { top, bottom } = area;
  while (top < bottom && isEmpty(top)) top += 1;
  while (bottom > top && isEmpty(bottom)) bottom -= 1;
  return { ...area, top, bottom };
}

/** The lines of an area that is text only, no more than a cell or two in each row; null for anything that may be a table. */
function textLines(grid: SheetGrid, area: GridArea): Line[] | null {
  if (isList(grid, area)) return null;
  const lines: Line[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells = (grid.rows[row] ?? []).slice(area.left, area.right + 1).filter((cell) => !isBlank(cell));
    const isLine =
      cells.length <= 1 ||
      (cells.length === 2 && (isKey(cells[0]) || isMarker(cells[0])) && area.bottom - area.top < 60);
    if (!isLine) return null;
    if (cells.length > 0) lines.push({ row, text: cells.map(cellLine).join(' ') });
  }
  return lines;
}

/** One column of many short, different entries: a list such as countries or villages, which is a table of one column. */
function isList(grid: SheetGrid, area: GridArea): boolean {
  if (area.right !== area.left || area.bottom - area.top < 9) return false;
  const entries = areaRows(grid, area).map((row) => cellLine(row[0]));
  const short = entries.slice(1).filter((entry) => entry.length <= 60 && !isNoteLine(entry)).length;
  return short >= (entries.length - 1) * 0.95 && new Set(entries).size >= entries.length * 0.5;
}

/** `Country:` before its value. */
function isKey(cell: RawCell | undefined): boolean {
  return typeof cell === 'string' && cell.trimEnd().endsWith(':');
}

/** The letter, number or star of a footnote. */
function isMarker(cell: RawCell | undefined): boolean {
  return cell !== undefined && /^\(?(?:[a-z]|\*+|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2})[).]?$/.test(cellLine(cell));
}

function draftOf(grid: SheetGrid, area: GridArea): Draft {
  const width = area.right - area.left + 1;
  const rows = areaRows(grid, area, 300);
  const found = findHeader(rows, width, areaMerges(grid, area));
  const start = found.first === -1 ? found.dataStart : found.first;
  const titles = rows
    .slice(0, start)
    .filter((row) => countFilled(row) > 0)
    .map((row) =>
      row
        .filter((cell) => !isBlank(cell))
        .map(cellLine)
        .join(' '),
    );
  const shift = (row: number): number => (row === -1 ? -1 : row - start);
  const header: HeaderLayout = {
    ...found,
    first: shift(found.first),
    last: shift(found.last),
    dataStart: found.dataStart - start,
    findings: found.findings.map((finding) => ({ ...finding, row: finding.row - start })),
  };
  const draft: Draft = {
    area: { ...area, top: area.top + start },
    header,
    titles,
    notes: [],
    leftOut: [],
    findings: [],
  };
  cutFooter(grid, draft);
  return draft;
}

/** Lines at the foot of a table that fill one cell only are notes where one of them reads like a note. */
function cutFooter(grid: SheetGrid, draft: Draft): void {
  const { area, header } = draft;
  if (area.right - area.left < 2) return;
  let bottom = area.bottom;
  while (bottom >= area.top + header.dataStart && isSingle(grid, area, bottom)) bottom -= 1;
  const lines: Line[] = [];
  for (let row = bottom + 1; row <= area.bottom; row += 1) {
    const cells = (grid.rows[row] ?? []).slice(area.left, area.right + 1).filter((cell) => !isBlank(cell));
    lines.push({ row, text: cells.map(cellLine).join(' ') });
  }
  const firstNote = lines.findIndex((line) => isNoteLine(line.text) || line.text.length > 80);
  if (firstNote === -1) return;
  draft.area = { ...area, bottom: bottom + firstNote };
  addNotes(draft, lines.slice(firstNote));
}

function isSingle(grid: SheetGrid, area: GridArea, row: number): boolean {
  const cells = (grid.rows[row] ?? []).slice(area.left, area.right + 1);
  const filled = countFilled(cells);
  return filled <= 1 || (filled === 2 && isMarker(cells.find((cell) => !isBlank(cell))) && area.right - area.left > 3);
}

function addNotes(draft: Draft, lines: readonly Line[]): void {
  for (const line of lines) {
    draft.notes.push(line.text);
    if (line.row >= draft.area.top && line.row <= draft.area.bottom) continue;
    draft.leftOut.push({ row: line.row + 1, reason: 'A line of text below the table.' });
  }
}

function overlaps(left: GridArea, right: GridArea): boolean {
  return left.left <= right.right && right.left <= left.right;
}

/** After blank rows a table goes on where the next rows have no header of their own, or the same header again. */
function continues(grid: SheetGrid, previous: Draft, next: Draft, between: readonly Line[]): boolean {
  if (between.length > 1 || between.some((line) => isNoteLine(line.text))) return false;
  if (next.titles.length > 1) return false;
  const width = (draft: Draft): number => draft.area.right - draft.area.left + 1;
  if (next.area.left < previous.area.left || next.area.right > previous.area.right + 1) return false;
  const isHeaderOnly = previous.area.top + previous.header.last === previous.area.bottom;
  if (isHeaderOnly && next.header.first === -1) return true;
  if (next.header.first === -1) return width(next) >= width(previous) * 0.5;
  return sameHeader(grid, previous, next);
}

function sameHeader(grid: SheetGrid, previous: Draft, next: Draft): boolean {
  if (previous.header.first === -1) return false;
  const line = (draft: Draft): string =>
    (grid.rows[draft.area.top + draft.header.last] ?? []).map(cellLine).join('\t').trim();
  return line(previous) === line(next);
}

function extend(grid: SheetGrid, previous: Draft, next: Draft, between: readonly Line[]): void {
  const first = next.area.top + 1;
  previous.area = { ...previous.area, bottom: next.area.bottom, right: Math.max(previous.area.right, next.area.right) };
  previous.notes.push(...next.notes);
  previous.leftOut.push(...next.leftOut);
  for (const line of between)
    previous.findings.push({
      code: 'section_line',
      severity: 'info',
      message: `"${line.text.slice(0, 80)}" stands between the rows.`,
      where: `${grid.name}!${columnLetter(previous.area.left)}${line.row + 1}`,
    });
  previous.findings.push({
    code: 'goes_on_after_blank',
    severity: 'info',
    message: `The table goes on in row ${first} after blank rows.`,
    where: `${grid.name}!${columnLetter(previous.area.left)}${first}`,
  });
}

/** Lines between two tables: up to the last that reads like a note they belong to the upper, the others are titles of the lower. */
function shareLines(lines: readonly Line[], hasUpper: boolean): { notes: readonly Line[]; titles: readonly Line[] } {
  if (!hasUpper) return { notes: [], titles: lines };
  const lastNote = lines.findLastIndex((line) => isNoteLine(line.text));
  return { notes: lines.slice(0, lastNote + 1), titles: lines.slice(lastNote + 1) };
}

/** A header and a record, or three records without a header; a lone column must be named. */
function isTable(draft: Draft): boolean {
  const records = draft.area.bottom - draft.area.top - draft.header.last;
  if (draft.header.first === -1) return draft.area.bottom - draft.area.top >= 2 && draft.area.right > draft.area.left;
  return records >= 1;
}
