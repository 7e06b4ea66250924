import { expect, test } from 'vitest';
import { countCombinations } from './count-combinations.ts';
import { measureUtility } from './measure-utility.ts';
import { normalQuantile, privateAggregates } from './private-aggregates.ts';
import { synthesiseKAnonymous } from './synthesise-k-anonymous.ts';
import { synthesisePrivate } from './synthesise-private.ts';

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function people(size: number, random: () => number): string[][] {
  return Array.from({ length: size }, () => {
    const draw = (most: number): number => Math.floor(random() ** 2 * most);
    return [
      `y${draw(4)}`,
      ['F', 'M'][draw(2)] ?? '',
      `a${draw(6)}`,
      `c${draw(12)}`,
      draw(3) === 0 ? '' : `w${draw(5)}`,
    ];
  });
}

test('every combination of a synthetic record, over all columns, is shared by at least k real persons', () => {
  const real = people(600, numbers(3));
  const synthetic = synthesiseKAnonymous(real, { k: 10, random: numbers(4) });
  const counts = countCombinations(real, 5);
  for (const key of countCombinations(synthetic, 5).keys()) expect(counts.get(key) ?? 0).toBeGreaterThanOrEqual(10);
  expect(synthesiseKAnonymous(real, { k: 10, random: numbers(4) })).toEqual(synthetic);
});

test('utility is measured by length, and nothing is fabricated by k-anonymous synthesis', () => {
  const real = people(600, numbers(3));
  const utility = measureUtility(real, synthesiseKAnonymous(real, { k: 10, random: numbers(4) }));
  expect(utility.map(({ fabricatedShare }) => fabricatedShare)).toEqual([0, 0, 0]);
  expect(utility[0]?.meanError ?? 1).toBeLessThan((utility[0]?.meanCount ?? 0) * 0.4);
  expect(utility[2]?.suppressedShare ?? 0).toBeGreaterThan(utility[0]?.suppressedShare ?? 1);
});

test('private synthesis makes no combination that is not among the noisy aggregates, and keeps single counts', () => {
  const real = people(3000, numbers(3));
  const aggregates = privateAggregates(real, { epsilon: 8, random: numbers(5) });
  const synthetic = synthesisePrivate(aggregates, { width: 5, random: numbers(6) });
  for (const key of countCombinations(synthetic, 3).keys()) expect(aggregates.counts.has(key)).toBe(true);
  const utility = measureUtility(real, synthetic);
  expect(utility[0]?.meanError ?? 1).toBeLessThan((utility[0]?.meanCount ?? 0) * 0.2);
  expect(utility[2]?.fabricatedShare ?? 1).toBeLessThan(0.1);
  expect(normalQuantile(0.975)).toBeCloseTo(1.96, 3);
});
