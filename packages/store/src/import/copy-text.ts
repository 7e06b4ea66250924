import type { CanonicalValue } from '@leeto/registers';
import { StoreProblem } from '../problem.ts';
import { SEPARATOR } from './record-key.ts';

/** How lines made by `copyLine` are to be read: `copy … from stdin (…)`. Null is the empty field, so `join` writes it. */
export const COPY_OPTIONS = `(format text, delimiter e'\\x1f', null '')`;

// Built from text: a control character in a literal pattern reads as a mistake.
const SPECIAL_ALL = new RegExp(`[\\\\\\n\\r\\0${SEPARATOR}]`, 'g');
const SPECIAL_IN_LINE = /[\\\n\r\0]/;

/** Writes the declared values of one row in COPY's text form, without the line end. */
export function copyLine(row: readonly CanonicalValue[]): string {
  // One look at the whole line: nearly no value needs escaping, and a look at each of thirty values costs ten times as much.
  const line = row.join(SEPARATOR);
  return SPECIAL_IN_LINE.test(line) || countSeparators(line) !== row.length - 1 ? escapedLine(row) : line;
}

function countSeparators(line: string): number {
  let count = 0;
  for (let at = line.indexOf(SEPARATOR); at >= 0; at = line.indexOf(SEPARATOR, at + 1)) count += 1;
  return count;
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
