import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChange, type Quantity, shortChange } from './change.ts';

const stated = (value: number): Quantity => ({ value, isWithheld: false });
const frame = { unit: 'persons', decimals: 0 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const tell = (before: number | null, now: number, more = {}) =>
  plain(describeChange(before === null ? null : stated(before), stated(now), { ...frame, ...more }));

describe('telling a change', () => {
  it.each([
    [1184, 1234, 'rose by 4.2 % to 1,234 persons'],
    [1234, 1184, 'fell by 4.1 % to 1,184 persons'],
    [87, 87, 'was unchanged at 87 persons'],
    [null, 55, 'stood at 55 persons'],
    [0, 12, 'rose from 0 to 12 persons'],
    [12, 9, 'fell from 12 to 9 persons'],
    [40, 0, 'fell from 40 to 0 persons'],
    [1000, 1960, 'nearly doubled to 1,960 persons'],
    [1000, 2000, 'doubled to 2,000 persons'],
    [1000, 2050, 'more than doubled to 2,050 persons'],
    [1000, 3000, 'tripled to 3,000 persons'],
    [1000, 2500, 'rose 2.5-fold to 2,500 persons'],
    [1000, 12000, 'rose 12-fold to 12,000 persons'],
    [1_000_000, 1_000_100, 'rose slightly to 1,000,100 persons'],
  ] as const)('from %s to %s: %s', (before, now, told) => {
    expect(tell(before, now)).toBe(told);
  });

  it('compares percentages in points', () => {
    expect(tell(22.9, 23.6, { unit: '%', decimals: 1, isPercentage: true })).toBe(
      'rose by 0.7 percentage points to 23.6 %',
    );
  });

  it('says that a figure is withheld, and does not compare with one', () => {
    const withheld: Quantity = { value: null, isWithheld: true };
    expect(describeChange(stated(50), withheld, frame)).toBe('is withheld to protect persons');
    expect(plain(describeChange(withheld, stated(50), frame))).toBe('stood at 50 persons');
  });

  it('sees no change in what is printed alike', () => {
    expect(tell(12.31, 12.34, { decimals: 1 })).toBe('was unchanged at 12.3 persons');
  });
});

const quantity = fc.oneof(
  fc.record({ value: fc.double({ min: -1e9, max: 1e12, noNaN: true }), isWithheld: fc.constant(false) }),
  fc.constant<Quantity>({ value: null, isWithheld: true }),
  fc.constant<Quantity>({ value: null, isWithheld: false }),
);

describe('every pair of figures', () => {
  const frames = fc.record({
    unit: fc.constantFrom('persons', '%', 'US dollars, millions', ''),
    decimals: fc.integer({ min: 0, max: 2 }),
    isPercentage: fc.boolean(),
  });

  it('gives a phrase without a negative change, and without what is no number', () => {
    fc.assert(
      fc.property(fc.option(quantity), quantity, frames, (before, now, how) => {
        const told = describeChange(before, now, how) + shortChange(before, now, how, '2024');
        expect(told).not.toMatch(/NaN|Infinity|null|undefined|by [-−]|slightly by/);
        expect(describeChange(before, now, how)).not.toBe('');
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('rises when the later figure is the larger, and falls when it is the smaller', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 0, max: 1e7 }), (before, now) => {
        const told = tell(before, now);
        if (now > before)
          expect(told).toMatch(
            /^(rose|nearly doubled|doubled|more than doubled|nearly tripled|tripled|more than tripled)/,
          );
        else if (now < before) expect(told).toMatch(/^fell/);
        else expect(told).toMatch(/^was unchanged/);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});
