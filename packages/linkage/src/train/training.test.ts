import { expect, test } from 'vitest';
import { SILENT } from '../compare/level-finder.ts';
import { weightOf } from '../model.ts';
import { makeRandom } from '../random.ts';
import { ValuePool } from '../records/value-pool.ts';
import { addPatterns, type Patterns } from './count-patterns.ts';
import { differenceShares } from './difference-ratios.ts';
import { countLevels, maximise } from './expectation-maximisation.ts';
import { countTermFrequencies } from './term-frequencies.ts';

const trueM = [
  [0.85, 0.1, 0.05],
  [0.9, 0.04, 0.06],
  [0.8, 0.15, 0.05],
  [0.95, 0.05],
];
const trueU = [
  [0.01, 0.03, 0.96],
  [0.005, 0.005, 0.99],
  [0.02, 0.08, 0.9],
  [0.5, 0.5],
];

/** Patterns of pairs drawn from a known model, one value in twenty not stated. */
function simulate(pairs: number, prior: number, seed: number): Patterns {
  const random = makeRandom(seed);
  const draw = (shares: readonly number[]) => {
    if (random() < 0.05) return SILENT;
    let left = random();
    return Math.max(
      0,
      shares.findIndex((share) => {
        left -= share;
        return left < 0;
      }),
    );
  };
  const parts = Array.from({ length: pairs }, (): Patterns => {
    const shares = random() < prior ? trueM : trueU;
    return {
      levels: Uint8Array.from(shares, draw),
      counts: Float64Array.of(1),
      comparisons: 4,
      rarity: new Int8Array(1),
    };
  });
  return addPatterns(parts, 4);
}

test('expectation maximisation finds the probabilities that pairs were drawn from', () => {
  const pairs = 400_000;
  const patterns = simulate(pairs, 0.02, 17);
  const start = { m: trueM.map((own) => new Float64Array(own.length).fill(1 / own.length)), prior: 0.001 };
  for (const own of start.m) own[0] = 2;
  const random = countLevels(patterns, [3, 3, 3, 2]);
  const learnt = maximise(patterns, { ...start, m: start.m.map(toOne) }, random, pairs);
  expect(learnt.prior).toBeCloseTo(0.02, 3);
  expect(learnt.matches / (pairs * 0.02)).toBeCloseTo(1, 1);
  for (const [c, own] of trueM.entries()) {
    for (const [l, m] of own.entries()) {
      expect(Math.abs((learnt.m[c]?.[l] ?? 0) - m)).toBeLessThan(0.03);
      expect(Math.abs((learnt.u[c]?.[l] ?? 0) - (trueU[c]?.[l] ?? 0))).toBeLessThan(0.005);
    }
    expect(sum(learnt.m[c] ?? [])).toBeCloseTo(1, 9);
    expect(sum(learnt.u[c] ?? [])).toBeCloseTo(1, 9);
  }
  // Mistakes were independent, so that their number says nothing more.
  for (const ratio of learnt.differences.ratios.slice(0, 3)) expect(Math.abs(Math.log2(ratio))).toBeLessThan(0.35);
});

test('candidates that leave most non-matching pairs out give the same prior', () => {
  const pairs = 400_000;
  const all = simulate(pairs, 0.005, 3);
  // Blocking leaves out the pairs that agree in none of the first three.
  const proposed = [...all.counts.keys()].filter((i) => [0, 1, 2].some((c) => (all.levels[i * 4 + c] as number) < 2));
  const patterns: Patterns = {
    levels: Uint8Array.from(proposed.flatMap((i) => [...all.levels.subarray(i * 4, i * 4 + 4)])),
    counts: Float64Array.from(proposed, (i) => all.counts[i] as number),
    comparisons: 4,
    rarity: new Int8Array(proposed.length),
  };
  expect(sum(patterns.counts)).toBeLessThan(0.25 * pairs);
  const start = { m: trueM.map((own) => Float64Array.from(own)), prior: 0.001 };
  const { prior } = maximise(patterns, start, countLevels(all, [3, 3, 3, 2]), pairs);
  expect(prior / 0.005).toBeGreaterThan(0.9);
  expect(prior / 0.005).toBeLessThan(1.1);
});

test('no patterns at all leave a prior that is tiny, and finite weights', () => {
  const none: Patterns = {
    levels: new Uint8Array(0),
    counts: new Float64Array(0),
    comparisons: 2,
    rarity: new Int8Array(0),
  };
  const m = [Float64Array.of(0.9, 0.1), Float64Array.of(0.8, 0.2)];
  const learnt = maximise(none, { m, prior: 0.1 }, countLevels(none, [2, 2]), 1);
  expect(Number.isFinite(weightOf(learnt.prior))).toBe(true);
  expect(learnt.m.flatMap((own) => [...own]).every((p) => p > 0 && p < 1)).toBe(true);
});

test('patterns of several parts are added up, each pattern once', () => {
  const random = makeRandom(9);
  const parts = Array.from({ length: 40 }, (): Patterns => {
    const counts = Float64Array.from({ length: 60 }, () => Math.floor(random() * 5) + 1);
    const levels = Uint8Array.from({ length: 180 }, () => Math.floor(random() * 16));
    return {
      levels,
      counts,
      comparisons: 3,
      rarity: Int8Array.from({ length: 60 }, () => Math.floor(random() * 3) - 1),
    };
  });
  const expected = new Map<string, number>();
  const keyOf = ({ levels, rarity }: Patterns, i: number) => [...levels.slice(i * 3, i * 3 + 3), rarity[i]].join(' ');
  for (const part of parts) {
    for (const [i, count] of part.counts.entries()) {
      const key = keyOf(part, i);
      expected.set(key, (expected.get(key) ?? 0) + count);
    }
  }
  const together = addPatterns(parts, 3);
  const found = [...together.counts].map((count, i): [string, number] => [keyOf(together, i), count]);
  expect(found.length).toBe(expected.size);
  expect(expected.size).toBeGreaterThan(1000);
  expect(new Map(found)).toEqual(expected);
});

test('shares of numbers of differences are those of independent mistakes', () => {
  const m = [0.9, 0.8, 0.7];
  const all = differenceShares(m, 0b111);
  expect(sum(all)).toBeCloseTo(1, 12);
  expect(all[0]).toBeCloseTo(0.9 * 0.8 * 0.7, 12);
  expect(all[1]).toBeCloseTo(0.1 * 0.8 * 0.7 + 0.9 * 0.2 * 0.7 + 0.9 * 0.8 * 0.3, 12);
  expect(all[3]).toBeCloseTo(0.1 * 0.2 * 0.3, 12);
  expect(differenceShares(m, 0b101)[0]).toBeCloseTo(0.9 * 0.7, 12);
  const many = differenceShares(new Array<number>(8).fill(0.5), 0xff);
  expect(sum(many)).toBeCloseTo(1, 12);
  expect(many[5]).toBeCloseTo((56 + 28 + 8 + 1) / 256, 12);
});

test('a value counts by how often others share it; seldom ones as rare', () => {
  const pool = new ValuePool();
  const texts = ['mokoena', 'mokoena', 'mokoena', 'mokoena', 'sello', 'sello', 'nthane', null];
  const numbers = Int32Array.from(texts, (text) => (text === null ? -1 : pool.add(text)));
  expect(countTermFrequencies({ valueOf: numbers, further: null }, pool)).toEqual({
    rare: 1 / 500,
    shares: { mokoena: 3 / 7 },
  });
  expect(countTermFrequencies({ valueOf: Int32Array.of(-1, -1), further: null }, pool)).toBeNull();
});

function toOne(own: Float64Array): Float64Array {
  const total = sum(own);
  return own.map((p) => p / total);
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, one) => total + one, 0);
}
