import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, easterOf, isoOf, weekdayOf } from './calendar.ts';
import { documentNumber } from './document-number.ts';
import { makeRandom } from './random.ts';

describe('chance', () => {
  it('gives the same draws for the same stream, and others for another', () => {
    const draws = (seed: number, stream: number, use: number): string => {
      const random = makeRandom();
      random.reset(seed, stream, use);
      return Array.from({ length: 8 }, random.bits).join(' ');
    };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(50), (seed, stream, use) => {
        expect(draws(seed, stream, use)).toBe(draws(seed, stream, use));
        expect(draws(seed, stream + 1, use)).not.toBe(draws(seed, stream, use));
        expect(draws(seed + 1, stream, use)).not.toBe(draws(seed, stream, use));
      }),
    );
  });

  it('is spread evenly over the first draw of neighbouring streams', () => {
    const random = makeRandom();
    const bins = new Array<number>(10).fill(0);
    for (let stream = 0; stream < 20_000; stream += 1) {
      random.reset(7, stream, 3);
      const bin = Math.floor(random.unit() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Four standard deviations of a binomial share of a tenth.
    for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.09));
  });
});

describe('calendar', () => {
  it('writes the dates that the platform writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(isoOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('knows weekdays and Easter', () => {
    expect(weekdayOf(dayOf('2025-03-02'))).toBe(0);
    expect([2024, 2025, 2026].map((year) => isoOf(easterOf(year)))).toEqual(['2024-03-31', '2025-04-20', '2026-04-05']);
  });
});

describe('document numbers', () => {
  it('are different for different persons and keep to their pattern', () => {
    for (const pattern of ['R?######', 'E########', '??#######']) {
      const numbers = Array.from({ length: 20_000 }, (_, i) => documentNumber(pattern, i, 42));
      expect(new Set(numbers).size).toBe(numbers.length);
      const form = new RegExp(`^${pattern.replaceAll('#', '\\d').replaceAll('?', '[A-Z]')}$`, 'u');
      expect(numbers.every((number) => form.test(number))).toBe(true);
    }
  });
});
