import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyLine } from './copy-text.ts';
import { SEPARATOR } from './record-key.ts';

/** Reads a line as PostgreSQL does: split at bare separators, undo backslashes, empty is null. */
function readLine(line: string): (string | null)[] {
  const values: string[] = [''];
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === SEPARATOR) values.push('');
    else if (character === '\\') {
      at += 1;
      const next = line[at] ?? '';
      values[values.length - 1] += next === 'n' ? '\n' : next === 'r' ? '\r' : next;
    } else values[values.length - 1] += character;
  }
  return values.map((value) => (value === '' ? null : value));
}

test('a line gives back the values that went in, whatever they hold, and is one line', () => {
  const character = fc.constantFrom('a', 'n', 'r', 'N', '\\', '\n', '\r', '\t', SEPARATOR, '"', ',', 'é', '😀');
  const value = fc.option(fc.string({ unit: character, minLength: 1 }), { nil: null });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (row) => {
      const line = copyLine(row);
      expect(line).not.toMatch(/[\n\r]/);
      expect(readLine(line)).toEqual(row);
    }),
    { seed: 11 },
  );
});

test('a value with the character that no database keeps is refused, not altered', () => {
  expect(() => copyLine(['a\0b'])).toThrow(expect.objectContaining({ code: 'value_with_null_character' }));
});
