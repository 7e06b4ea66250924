import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatShare, formatWithUnit } from './format-number.ts';
import { formatPeriod } from './format-period.ts';
import { joinWords, plural } from './join-words.ts';
import { describeLargest, listLargest } from './superlative.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const movements = { unit: 'movements', decimals: 0 };

describe('writing numbers', () => {
  it('groups by commas, with a true minus sign and no minus nought', () => {
    expect(formatNumber(1234567.891, 1)).toBe('1,234,567.9');
    expect(formatNumber(-12)).toBe('−12');
    expect(formatNumber(-0.01)).toBe('0');
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
  });

  it('puts millions of money before the currency', () => {
    expect(plain(formatWithUnit(512.3, 1, 'US dollars, millions'))).toBe('512.3 million US dollars');
  });

  it('never gives a part the whole, nor nothing, by rounding', () => {
    expect(plain(formatShare(1, 100_000))).toBe('less than 0.1 %');
    expect(plain(formatShare(99_999, 100_000))).toBe('more than 99 %');
    expect(formatShare(1, 0)).toBe('');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (part, rest) => {
        const share = plain(formatShare(part, part + rest));
        expect(share).not.toMatch(/^(0 %|0\.0 %|100 %)$/);
      }),
      { seed: 3 },
    );
  });
});

describe('writing periods', () => {
  it.each([
    ['2025', '2025'],
    ['2025-03', 'March 2025'],
    ['2025-03-09', '9 March 2025'],
    ['2025-Q1', 'Q1 2025'],
    ['2025-01/2025-12', 'January to December 2025'],
    ['2024-11/2025-02', 'November 2024 to February 2025'],
    ['1990/2020', '1990–2020'],
    ['2020/2020', '2020'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%s reads %s', (period, words) => {
    expect(formatPeriod(period, 'en')).toBe(words);
  });

  it('knows the months in Sesotho', () => {
    expect(formatPeriod('2025-12', 'st')).toBe('Tšitoe 2025');
  });
});

describe('naming the largest', () => {
  it('gives the share of the whole', () => {
    const items = [
      { label: 'Maputsoe', value: 410 },
      { label: 'Maseru Bridge', value: 300 },
    ];
    expect(plain(describeLargest(items, 1000, movements))).toBe('Maputsoe, with 410 movements (41 % of the total)');
    expect(plain(describeLargest(items, null, movements))).toBe('Maputsoe, with 410 movements');
  });

  it('names ties together', () => {
    const tie = ['A', 'B'].map((label) => ({ label, value: 5 }));
    expect(plain(describeLargest(tie, 10, movements))).toBe('A and B, with 5 movements each');
    expect(
      plain(
        describeLargest(
          ['A', 'B', 'C', 'D'].map((label) => ({ label, value: 5 })),
          20,
          movements,
        ),
      ),
    ).toBe('4 of them level at 5 movements');
  });

  it('says nothing where nothing is known', () => {
    expect(describeLargest([], 0, movements)).toBe('');
    expect(
      describeLargest(
        [
          { label: 'A', value: null },
          { label: 'B', value: 0 },
        ],
        0,
        movements,
      ),
    ).toBe('');
  });

  it('lists in order, and leaves out what is withheld', () => {
    const items = [
      { label: 'A', value: 1 },
      { label: 'B', value: 9 },
      { label: 'C', value: null },
    ];
    expect(listLargest(items, 3, { unit: '', decimals: 0 })).toBe('B (9) and A (1)');
  });
});

describe('joining words', () => {
  it('joins by commas and "and"', () => {
    expect(joinWords([])).toBe('');
    expect(joinWords(['a'])).toBe('a');
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(joinWords(['a', 'b'], 'st')).toBe('a le b');
  });

  it('knows one from many', () => {
    const forms = { one: 'person', other: 'persons' };
    expect([0, 1, 2].map((count) => plural(count, forms))).toEqual(['persons', 'person', 'persons']);
  });
});
