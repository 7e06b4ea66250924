import type { CanonicalValue } from '@leeto/registers';
import { StoreProblem } from '../problem.ts';
import { SEPARATOR } from './record-key.ts';

/** How lines made by `copyLine` are to be read: `copy … from stdin (…)`. Null is the empty field, so `join` writes it. */
export const COPY_OPTIONS = `(format text, delimiter e'\\x1f', null '')`;

// Built from text: a control character in a literal pattern reads as a mistake.
const SPECIAL = new RegExp(`[\\\\\\n\\r\\0${SEPARATOR}]`);
const SPECIAL_ALL = new RegExp(SPECIAL.source, 'g');

/** Writes the declared values of one row in COPY's text form, without the line end. */
export function copyLine(row: readonly CanonicalValue[]): string {
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index];
    if (value !== null && value !== undefined && SPECIAL.test(value)) return escapedLine(row);
  }
  return row.join(SEPARATOR);
}

function escapedLine(row: readonly CanonicalValue[]): string {
  return row.map((value) => (value === null ? '' : value.replaceAll(SPECIAL_ALL, escapeSpecial))).join(SEPARATOR);
}

function escapeSpecial(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\0') {
    throw new StoreProblem(
      'value_with_null_character',
      'A value holds the character NUL, which no database can keep.',
      'Remove it from the file, or let intake refuse the row.',
    );
  }
  return `\\${character}`;
}
