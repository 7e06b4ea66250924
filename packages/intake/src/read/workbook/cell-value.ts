import { type CellObject, SSF } from '@e965/xlsx';
import type { RawCell } from '../../raw.ts';
import { serialToIso } from './serial-date.ts';

const dateFormats = new Map<string, boolean>();

/** What a workbook's cell holds: dates by their number format as ISO text, numbers as numbers, error values as null. */
export function workbookCell(cell: CellObject | undefined, is1904: boolean): RawCell {
  if (cell === undefined || cell === null) return null;
  switch (cell.t) {
    case 'n':
      return numberCell(cell, is1904);
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null;
    case 'b':
      return cell.v === true;
    case 'd':
      return cell.v instanceof Date && !Number.isNaN(cell.v.getTime())
        ? cell.v.toISOString().replace(/(?:T00:00:00)?(?:\.000)?Z$/, '')
        : null;
    default:
      return null;
  }
}

function numberCell(cell: CellObject, is1904: boolean): RawCell {
  if (typeof cell.v !== 'number' || !Number.isFinite(cell.v)) return null;
  if (cell.z === undefined || cell.z === 'General' || !isDateFormat(String(cell.z))) return cell.v;
  return serialToIso(cell.v, is1904) ?? cell.v;
}

/** Formats that count hours or minutes beyond a day (`[h]:mm`) hold durations, which are numbers. */
function isDateFormat(format: string): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const isDate = SSF.is_date(format) && !/\[[hms]+\]/i.test(format);
  dateFormats.set(format, isDate);
  return isDate;
}
