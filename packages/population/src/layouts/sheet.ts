import { type CellObject, type Range, utils, type WorkSheet, write } from '@e965/xlsx';
import { dayOf } from '../calendar.ts';

type DateFormat = 'dd/mm/yyyy' | 'yyyy-mm-dd';

/** A cell: text, number, a real date (shown in a format), or nothing. */
export type Cell = string | number | null | { readonly date: number; readonly format?: DateFormat };

/** Days from 1899-12-30, the zero of spreadsheets, to 1970-01-01. */
const spreadsheetEpoch = 25_569;

/** A real date cell from ISO text; text that is no date stays text, as a typist would leave it. */
export function dateCell(iso: string, format: DateFormat = 'dd/mm/yyyy'): Cell {
  if (iso === '') return null;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso && iso > '1900-03-01';
  if (!isReal) {
    const [year, month, day] = iso.split('-');
    return `${day}/${month}/${year}`;
  }
  return { date: dayOf(iso) + spreadsheetEpoch, format };
}

/** The serial number of a date, without any format: what is left when a system writes dates as numbers. */
export function serialOf(iso: string): Cell {
  const cell = dateCell(iso);
  return cell !== null && typeof cell === 'object' ? cell.date : cell;
}

/** A sheet of rows, top to bottom; merges as `[first row, first column, last row, last column]`, 0-based. */
export function makeSheet(
  rows: readonly (readonly Cell[])[],
  merges: readonly (readonly [number, number, number, number])[] = [],
  widths: readonly number[] = [],
): WorkSheet {
  const sheet: WorkSheet = {};
  let lastColumn = 0;
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (value === null || value === '') continue;
      const cell: CellObject =
        typeof value === 'string'
          ? { t: 's', v: value }
          : typeof value === 'number'
            ? { t: 'n', v: value }
            : { t: 'n', v: value.date, z: value.format ?? 'dd/mm/yyyy' };
      sheet[utils.encode_cell({ r, c })] = cell;
      if (c > lastColumn) lastColumn = c;
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: lastColumn } });
  sheet['!merges'] = merges.map(([r, c, r2, c2]): Range => ({ s: { r, c }, e: { r: r2, c: c2 } }));
  if (widths.length > 0) sheet['!cols'] = widths.map((wch) => ({ wch }));
  return sheet;
}

/**
 * The workbook's own list of formats. Without it the library writes all formats that any workbook of the process ever used,
 * and the same data give other bytes.
 */
const numberFormats: Readonly<Record<number, string>> = { 0: 'General', 164: 'dd/mm/yyyy', 165: 'yyyy-mm-dd' };

/** Puts sheets into one workbook file. The same sheets give the same bytes. */
export function makeWorkbook(
  sheets: readonly (readonly [string, WorkSheet])[],
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = Object.assign(utils.book_new(), { SSF: { ...numberFormats } });
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: bookType === 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the spreadsheet library gave no bytes');
  return bytes;
}
