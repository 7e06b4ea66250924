import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markDifference, type Segment } from './mark-difference.ts';

/** `[x]` differs, `<x>` has moved. */
const drawn = (segments: readonly Segment[]) =>
  segments.map(({ text, mark }) => (mark === 'same' ? text : mark === 'moved' ? `<${text}>` : `[${text}]`)).join('');
const shown = (left: string | null, right: string | null) => {
  const marks = markDifference(left, right);
  return `${drawn(marks.left)} | ${drawn(marks.right)}`;
};

describe('marking what differs', () => {
  it.each([
    ['Mokoena', 'Mokwena', 'Mok[o]ena | Mok[w]ena'],
    ['MOKOENA', 'Mokoena', 'MOKOENA | Mokoena'],
    ['Thabo', 'Lerato', '[Thabo] | [Lerato]'],
    ['1990-03-07', '1990-07-03', '1990-<03>-<07> | 1990-<07>-<03>'],
    ['1990-03-07', '1991-03-07', '199[0]-03-07 | 199[1]-03-07'],
    ['Thabo Mokoena', 'Mokoena Thabo', '<Thabo> <Mokoena> | <Mokoena> <Thabo>'],
    ['Anna Maria Nkosi', 'Anna Nkosi', 'Anna [Maria] Nkosi | Anna Nkosi'],
    ['RC123456', 'RC123465', 'RC1234[5]6 | RC12346[5]'],
    ['Matšela', 'Matsela', 'Mat[š]ela | Mat[s]ela'],
    [null, 'Nkosi', ' | Nkosi'],
  ])('%s and %s', (left, right, marked) => {
    expect(shown(left, right)).toBe(marked);
  });

  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const marks = markDifference(left, right);
        const text = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join('');
        expect([text(marks.left), text(marks.right)]).toEqual([left, right]);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('marks nothing as different between equal texts, and always something between different words', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9})?$/);
    fc.assert(
      fc.property(word, word, (left, right) => {
        const marks = markDifference(left, right);
        const isMarked = [...marks.left, ...marks.right].some((segment) => segment.mark !== 'same');
        expect(isMarked).toBe(left !== right);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
