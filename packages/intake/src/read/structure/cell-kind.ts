import type { RawCell } from '../../raw.ts';

export type CellKind = 'blank' | 'missing' | 'year' | 'number' | 'date' | 'text' | 'boolean';

const NUMBER = /^[+-]?(?:\d{1,3}(?:[ ,.'\u{a0}\u{202f}]\d{3})+|\d+)?(?:[.,]\d+)?(?:e[+-]?\d+)?\s?%?$/iu;
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?: \d{1,2}:\d{2}.*)?$/;
const MISSING = /^(?:\.{1,3}|…|-{1,3}|–|—|~|\*|n\/?a|nan|null|none|x|-0-)$/i;

/** What a cell looks like, numbers and dates written as text included; stand-ins for "no value" are `missing`. */
export function cellKind(cell: RawCell | undefined): CellKind {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'number') return isYear(cell) ? 'year' : 'number';
  if (typeof cell === 'boolean') return 'boolean';
  const text = cell.trim();
  if (text === '') return 'blank';
  const first = text.charCodeAt(0);
  // Letters begin neither numbers nor dates: most cells are settled here.
  if (first > 64 && first < 8211) return MISSING.test(text) ? 'missing' : 'text';
  if (NUMBER.test(text) && /\d/.test(text)) return /^\d{4}$/.test(text) && isYear(Number(text)) ? 'year' : 'number';
  if (DATE.test(text)) return 'date';
  return MISSING.test(text) ? 'missing' : 'text';
}

export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function countFilled(row: readonly RawCell[] | undefined): number {
  let count = 0;
  for (const cell of row ?? []) if (!isBlank(cell)) count += 1;
  return count;
}

/** A cell as one line of text: line breaks and runs of blanks become one blank. */
export function cellLine(cell: RawCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1850 && value <= 2150;
}
