import { expect, test } from 'vitest';
import { buildCellTable } from '../protect-table/build-cell-table.ts';
import { entropyShares, makePerturbationTable } from './make-perturbation-table.ts';
import { cellKeyOf, pcvOf, perturbCounts, tenFive } from './perturb-counts.ts';

test('the table 10-5 gives the published test values', () => {
  const cells = [14, 11, 10, 7, 0].map((value, index) => ({ key: [String(index)], value, row: index }));
  const { table } = buildCellTable(cells, { dimensions: ['d'] });
  const values = perturbCounts(table, { threshold: 10, keys: [], table: tenFive });
  expect(values.slice(0, 5)).toEqual([15, 10, 10, null, null]);
});

test('counts above 750 enter the table between 501 and 750', () => {
  expect([750, 751, 1000, 1001].map(pcvOf)).toEqual([750, 501, 750, 501]);
});

test('cell keys are sums of record keys modulo their number', () => {
  expect(cellKeyOf([200, 100, 5], 256)).toBe(49);
  expect(cellKeyOf([4000, 100], 4096)).toBe(4);
});

test('a perturbation table of maximum entropy has mean 0 and the variance asked for', () => {
  const changes = [-3, -2, -1, 0, 1, 2, 3];
  const shares = entropyShares(changes, 2);
  const moment = (power: number) => shares.reduce((sum, share, at) => sum + share * (changes[at] ?? 0) ** power, 0);
  expect(moment(1)).toBeCloseTo(0, 6);
  expect(moment(2)).toBeCloseTo(2, 6);
  const { look } = makePerturbationTable({ maximum: 3, variance: 2, smallest: 3, keys: 4096 });
  for (let count = 1; count < 12; count += 1) {
    for (let key = 0; key < 4096; key += 1) {
      const result = count + look(count, key);
      expect(result === 0 || result >= 3).toBe(true);
    }
  }
});
