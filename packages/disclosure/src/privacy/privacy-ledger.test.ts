import { expect, test } from 'vitest';
import {
  BudgetSpent,
  boundContributions,
  budgetLeft,
  geometricNoise,
  laplaceNoise,
  spendBudget,
} from './privacy-ledger.ts';

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

test('a budget that is spent refuses the next release, and the same release costs once', () => {
  const first = spendBudget(
    { budgets: { asylum: 2 }, entries: [] },
    { dataset: 'asylum', release: '2025', epsilon: 1.5 },
  );
  expect(budgetLeft(first, 'asylum')).toBeCloseTo(0.5);
  expect(spendBudget(first, { dataset: 'asylum', release: '2025', epsilon: 1.5 })).toBe(first);
  expect(() => spendBudget(first, { dataset: 'asylum', release: '2026', epsilon: 0.6 })).toThrow(BudgetSpent);
  expect(() => spendBudget(first, { dataset: 'other', release: '2026', epsilon: 0.1 })).toThrow(BudgetSpent);
});

test('a person with ten thousand crossings contributes no more than the bound', () => {
  const records = Array.from({ length: 10_000 }, (_, index) => ({ person: index < 9990 ? 'p' : `q${index}` }));
  const kept = boundContributions(records, { personOf: ({ person }) => person, most: 4, random: numbers(1) });
  expect(kept).toHaveLength(14);
});

test('noise has mean zero and the variance of its distribution', () => {
  const random = numbers(7);
  for (const [draw, variance] of [
    [() => geometricNoise(0.5, 1, random), (2 * Math.exp(-0.5)) / (1 - Math.exp(-0.5)) ** 2],
    [() => laplaceNoise(0.5, 1, random), 8],
  ] as const) {
    const values = Array.from({ length: 40_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(values.reduce((sum, value) => sum + value * value, 0) / values.length / variance).toBeCloseTo(1, 1);
  }
});
