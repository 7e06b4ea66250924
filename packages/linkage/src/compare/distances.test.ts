import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jaroWinkler, withinOneEdit } from './distances.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const likeness = (a: string, b: string) => jaroWinkler(bytes(a), 0, a.length, bytes(b), 0, b.length);
const isOneEdit = (a: string, b: string) => withinOneEdit(bytes(a), 0, a.length, bytes(b), 0, b.length);
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' '), maxLength: 70 });

/** All that one wrong, missing or further letter or one exchange of neighbours makes of a text. */
function editsOf(one: string): ReadonlySet<string> {
  const edits = new Set([one]);
  for (let i = 0; i <= one.length; i += 1) {
    edits.add(one.slice(0, i) + one.slice(i + 1));
    if (i + 1 < one.length) edits.add(one.slice(0, i) + (one[i + 1] ?? '') + (one[i] ?? '') + one.slice(i + 2));
    for (const letter of 'abc') {
      edits.add(one.slice(0, i) + letter + one.slice(i));
      edits.add(one.slice(0, i) + letter + one.slice(i + 1));
    }
  }
  return edits;
}

test('one edit is exactly what one wrong, missing, further or exchanged letter makes', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const edits = editsOf(a);
      expect(isOneEdit(a, b)).toBe(edits.has(b));
      for (const edit of edits) expect(isOneEdit(a, edit)).toBe(true);
    }),
    { seed: 2, numRuns: 300 },
  );
});

test.each([
  ['MARTHA', 'MARHTA', 0.9611],
  ['DIXON', 'DICKSONX', 0.8133],
  ['JELLYFISH', 'SMELLYFISH', 0.8963],
  ['DWAYNE', 'DUANE', 0.84],
  ['a', 'a', 1],
  ['a', 'b', 0],
  ['', 'a', 0],
])('the Jaro-Winkler likeness of %s and %s is %d', (a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected, 4);
});

test('Jaro-Winkler lies between 0 and 1, is 1 for equal texts alone, and hardly depends on the order', () => {
  fc.assert(
    fc.property(fc.oneof(text, long), fc.oneof(text, long), (a, b) => {
      const own = likeness(a, b);
      expect(own).toBeGreaterThanOrEqual(0);
      expect(own).toBeLessThanOrEqual(1);
      expect(own === 1).toBe(a === b && a !== '');
      expect(likeness(b, a)).toBeCloseTo(own, 10);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('both ways of working out Jaro-Winkler, for short and for long texts, are one function', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      // Forty letters put behind both take the long way; worked out by hand from the definition.
      const tail = 'z'.repeat(40);
      expect(likeness(a + tail, b + tail)).toBeCloseTo(reference(a + tail, b + tail), 12);
      expect(likeness(a, b)).toBeCloseTo(reference(a, b), 12);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('ranges are read from where they begin to where they end', () => {
  const line = bytes('xxMARTHAyyMARHTAzz');
  expect(jaroWinkler(line, 2, 8, line, 10, 16)).toBeCloseTo(0.9611, 4);
  expect(withinOneEdit(line, 2, 8, line, 10, 16)).toBe(true);
  expect(withinOneEdit(line, 2, 9, line, 10, 16)).toBe(false);
});

/** Jaro (1989) and Winkler (1990), by lists. */
function reference(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const ofA: string[] = [];
  for (const [i, letter] of [...a].entries()) {
    const found = [...b].findIndex((other, j) => other === letter && Math.abs(i - j) <= reach && !taken.has(j));
    if (found < 0) continue;
    taken.add(found);
    ofA.push(letter);
  }
  const ofB = [...b].filter((_, j) => taken.has(j));
  const m = ofA.length;
  if (m === 0) return 0;
  const exchanged = Math.floor(ofA.filter((letter, i) => letter !== ofB[i]).length / 2);
  const jaro = (m / a.length + m / b.length + (m - exchanged) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro;
}
