import type { MeasureTable } from '@leeto/statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attack } from './attacker.fixture.ts';
import { release } from './release.ts';
import { disclosureRules } from './rule.ts';
import { makeTable, tableWithMargins, withMargins } from './table.fixture.ts';

/** Twenty-two returns: one of each kind of most combinations, so that rows of a single small cell abound. */
const sparse = makeTable(
  ['type', 'country', 'sex'],
  withMargins([
    [['forced', 'ZAF', 'M'], 2],
    [['forced', 'ZAF', 'F'], 2],
    [['forced', 'USA', 'M'], 3],
    [['assisted', 'DEU', 'M'], 1],
    [['assisted', 'GBR', 'F'], 2],
    [['voluntary', 'ZAF', 'F'], 6],
    [['voluntary', 'BWA', 'M'], 6],
  ]),
);

function totalOf(table: MeasureTable, keepTotals: boolean) {
  const released = release(table, disclosureRules.sensitive, { keepTotals });
  return { released, total: released.rows.find(({ key }) => key.every((code) => code === '_T'))?.cells[0] };
}

test('a sparse table gives up its finest cells where its total could not be published otherwise', () => {
  expect(totalOf(sparse, false).total).toEqual({ value: null, confidentiality: 'D' });
  const { released, total } = totalOf(sparse, true);
  expect(total).toEqual({ value: 22, confidentiality: 'F' });
  expect(released.rows.every(({ key }) => key.filter((code) => code !== '_T').length <= 1)).toBe(true);
  expect(released.protection.rule).toContain('one characteristic at a time');
});

test('a table that keeps its total in full detail is left in full detail', () => {
  const dense = makeTable(
    ['type', 'citizenship'],
    withMargins([
      [['work', 'ZAF'], 40],
      [['work', 'IND'], 12],
      [['study', 'ZAF'], 30],
      [['study', 'IND'], 3],
    ]),
  );
  const { released } = totalOf(dense, true);
  expect(released).toEqual(totalOf(dense, false).released);
});

test('what is left of a coarsened table cannot be worked out either, and no total is lost by it', () => {
  fc.assert(
    fc.property(tableWithMargins, fc.constantFrom(...Object.values(disclosureRules)), (table, rule) => {
      const released = release(table, rule, { keepTotals: true });
      for (const cell of attack(released)) {
        expect(cell.isSolved).toBe(false);
        expect(cell.high - cell.low).toBeGreaterThanOrEqual(Math.ceil((rule.threshold - 1) / 2));
      }
      const total = (each: typeof released) =>
        each.rows.find(({ key }) => key.every((code) => code === '_T'))?.cells[0];
      const before = total(release(table, rule));
      if (before?.confidentiality === 'F') expect(total(released)).toEqual(before);
    }),
    { numRuns: 300, seed: 11 },
  );
});
