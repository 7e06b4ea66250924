import type { MeasureTable } from '@leeto/statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attack } from './attacker.fixture.ts';
import { isSuppressed } from './brand.ts';
import { release } from './release.ts';
import type { ReleasedTable } from './released-table.ts';
import { disclosureRules } from './rule.ts';
import { makeTable, persons, tableWithMargins, withMargins } from './table.fixture.ts';

const rule = fc.constantFrom(...Object.values(disclosureRules));
const runs = { numRuns: 400, seed: 20250301 };

function marksOf(table: ReleasedTable, column = 0): Record<string, string> {
  return Object.fromEntries(
    table.rows.map(({ key, cells }) => [
      key.join(' '),
      `${cells[column]?.value ?? ''}${cells[column]?.confidentiality === 'F' ? '' : cells[column]?.confidentiality}`,
    ]),
  );
}

test('no suppressed cell of any table can be worked out from what is published', () => {
  fc.assert(
    fc.property(tableWithMargins, rule, (table, { id, threshold }) => {
      const released = release(table, { id, threshold });
      const width = Math.ceil((threshold - 1) / 2);
      for (const cell of attack(released)) {
        expect(cell.isSolved).toBe(false);
        expect(cell.high - cell.low).toBeGreaterThanOrEqual(width);
      }
    }),
    runs,
  );
});

test('no count below the threshold is published, and nothing that is published was changed', () => {
  fc.assert(
    fc.property(tableWithMargins, rule, (table, { id, threshold }) => {
      const released = release(table, { id, threshold });
      for (const [row, { cells }] of released.rows.entries()) {
        const value = table.rows[row]?.values[0] ?? null;
        const [cell] = cells;
        if (cell === undefined) throw new Error('no cell');
        if (isSuppressed(cell)) expect(cell.value).toBeNull();
        else expect(cell.value).toBe(value);
        if (value !== null && value > 0 && value < threshold) expect(isSuppressed(cell)).toBe(true);
        if (value === 0) expect(cell).toEqual({ value: 0, confidentiality: 'F' });
        if (cell.confidentiality === 'C') expect(value).toBeLessThan(threshold);
      }
    }),
    runs,
  );
});

test('the same table gives the same release, and a release released again loses nothing more', () => {
  fc.assert(
    fc.property(tableWithMargins, rule, (table, chosen) => {
      const released = release(table, chosen);
      expect(release(table, chosen)).toEqual(released);
      const rows = released.rows.map(({ key, cells }) => ({ key, values: cells.map(({ value }) => value) }));
      const again = release({ ...table, rows }, chosen);
      expect(again.rows.map(({ cells }) => cells[0]?.value)).toEqual(rows.map(({ values }) => values[0]));
    }),
    runs,
  );
});

test('one small count takes one neighbour with it where there is a total', () => {
  const table = makeTable(
    ['port'],
    withMargins([
      [['a'], 2],
      [['b'], 9],
      [['c'], 40],
      [['d'], 0],
    ]),
  );
  expect(marksOf(release(table, disclosureRules.normal))).toEqual({ a: 'C', b: 'D', c: '40', d: '0', _T: '51' });
});

test('two small counts that only one pair of values explains take a third cell with them', () => {
  const table = makeTable(
    ['port'],
    withMargins([
      [['a'], 1],
      [['b'], 1],
      [['c'], 40],
    ]),
  );
  expect(marksOf(release(table, disclosureRules.normal))).toEqual({ a: 'C', b: 'C', c: 'D', _T: '42' });
});

test('a small count without anything to hide behind takes its total with it', () => {
  const table = makeTable(['port'], withMargins([[['a'], 2]]));
  const released = release(table, disclosureRules.normal);
  expect(released.rows.every(({ cells }) => cells.every(isSuppressed))).toBe(true);
});

test('without totals only the small counts are suppressed', () => {
  const table = makeTable(
    ['port', 'sex'],
    [
      [['a', 'F'], 2],
      [['a', 'M'], 9],
      [['b', 'F'], 40],
    ],
  );
  expect(marksOf(release(table, disclosureRules.normal))).toEqual({ 'a F': 'C', 'a M': '9', 'b F': '40' });
});

test('the thresholds are 3, 5 and 10', () => {
  const table = makeTable(
    ['port'],
    [
      [['a'], 2],
      [['b'], 4],
      [['c'], 9],
      [['d'], 10],
    ],
  );
  const suppressed = Object.values(disclosureRules).map((each) => Object.values(marksOf(release(table, each))));
  expect(suppressed).toEqual([
    ['C', '4', '9', '10'],
    ['C', 'C', '9', '10'],
    ['C', 'C', 'C', '10'],
  ]);
  expect(() => release(table, { id: 'none', threshold: 1 })).toThrow(RangeError);
});

test('totals between the codes and the grand total are protected too', () => {
  const parents = { ZAF: 'SADC', BWA: 'SADC', MOZ: 'SADC', CHN: 'ASIA', IND: 'ASIA' };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 10 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10, maxLength: 10 }),
      (large, small) => {
        const leaves = Object.keys(parents).flatMap((code, index): [string[], number][] =>
          ['F', 'M'].map((sex, other) => {
            const position = index * 2 + other;
            return [[code, sex], (position % 3 === 0 ? small : large)[position] ?? 0];
          }),
        );
        const regions = leaves.map(([[code = '', sex = ''], value]): [string[], number] => [
          [parents[code as keyof typeof parents], sex],
          value,
        ]);
        const rows = [...withMargins(leaves), ...withMargins(regions).filter(([[code]]) => code !== '_T')];
        const released = release(makeTable(['citizenship', 'sex'], rows), disclosureRules.normal, {
          hierarchies: { citizenship: parents },
        });
        for (const cell of attack(released, { parents })) {
          expect(cell.isSolved).toBe(false);
          expect(cell.high - cell.low).toBeGreaterThanOrEqual(2);
        }
      },
    ),
    runs,
  );
});

test('months are parts of their year', () => {
  const rows: [string[], number][] = [
    [['2025-01'], 2],
    [['2025-02'], 30],
    [['2025'], 32],
    [['2024-12'], 9],
    [['2024'], 9],
  ];
  const table = makeTable(['month'], rows);
  const timed: MeasureTable = { ...table, dimensions: [{ name: 'month', label: { en: 'Month' }, isTime: true }] };
  const marks = marksOf(release(timed, disclosureRules.normal));
  expect(marks).toMatchObject({ '2025-01': 'C', '2025-02': 'D', '2025': '32', '2024-12': '9' });
});

test('published tables pass and say why nothing is suppressed', () => {
  const table: MeasureTable = {
    ...makeTable(
      ['port'],
      [
        [['a'], 1],
        [['b'], null],
      ],
    ),
    basis: 'published',
  };
  const released = release(table, disclosureRules.sensitive);
  expect(marksOf(released)).toEqual({ a: '1', b: '' });
  expect(released.protection).toMatchObject({ primarySuppressed: 0, secondarySuppressed: 0 });
  expect(released.protection.rule).toContain('Test register');
});

test('a table that counts nobody needs no threshold, and one that does is refused without', () => {
  const quality = makeTable(['source'], [[['a'], 1]], [{ ...persons, kind: 'indicator', unit: 'records' }]);
  const none = { id: 'no_person', threshold: 0 };
  expect(marksOf(release(quality, none))).toEqual({ a: '1' });
  expect(release(quality, none).protection.rule).toContain('No figure of this table counts persons');
  expect(() => release(makeTable(['port'], [[['a'], 1]]), none)).toThrow(RangeError);
  const published: MeasureTable = { ...makeTable(['port'], [[['a'], 1]]), basis: 'published' };
  expect(marksOf(release(published, none))).toEqual({ a: '1' });
});

test('a table with two rows of the same key is refused', () => {
  expect(() =>
    release(
      makeTable(
        ['port'],
        [
          [['a'], 1],
          [['a'], 9],
        ],
      ),
      disclosureRules.normal,
    ),
  ).toThrow('same key');
});

test('an empty table, and one without dimensions, are released', () => {
  expect(release(makeTable(['port'], []), disclosureRules.normal).rows).toEqual([]);
  expect(release(makeTable([], [[[], 3]]), disclosureRules.normal).rows[0]?.cells[0]).toEqual({
    value: null,
    confidentiality: 'C',
  });
});

test('no data stays no data and hides nobody', () => {
  const table = makeTable(
    ['port'],
    [
      [['a'], 2],
      [['b'], null],
      [['c'], 40],
      [['_T'], 42],
    ],
  );
  expect(marksOf(release(table, disclosureRules.normal))).toEqual({ a: 'C', b: '', c: 'D', _T: '42' });
});
