import type { ValueColumn } from '@leeto/statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attack } from './attacker.fixture.ts';
import { isSuppressed } from './brand.ts';
import { release } from './release.ts';
import type { ReleasedTable } from './released-table.ts';
import { disclosureRules } from './rule.ts';
import { makeTable, persons, withMargins } from './table.fixture.ts';

const movements: ValueColumn = { ...persons, name: 'movements', unit: 'movements', of: 'persons' };
const share: ValueColumn = { ...persons, name: 'share', unit: '%', kind: 'share', of: 'persons', decimals: 1 };
const amount: ValueColumn = { ...persons, name: 'wages', unit: 'maloti', kind: 'amount', of: 'persons' };
const { normal } = disclosureRules;

function marksOf(table: ReleasedTable): Record<string, string> {
  return Object.fromEntries(
    table.rows.map(({ key, cells }) => [
      key.join(' '),
      cells
        .map(({ value, confidentiality }) => `${value ?? ''}${confidentiality === 'F' ? '' : confidentiality}`)
        .join(' '),
    ]),
  );
}

test('movements of fewer persons than the threshold are suppressed, however many movements they are', () => {
  const leaves: [string[], number, number][] = [
    [['a'], 90, 2],
    [['b'], 95, 30],
    [['c'], 400, 200],
  ];
  const table = makeTable(['port'], withMargins(leaves), [movements, persons]);
  expect(marksOf(release(table, normal))).toEqual({ a: 'C C', b: 'D D', c: '400 200', _T: '585 232' });
});

test('movements find their persons by unit where no column is named', () => {
  const { of: _of, ...unnamed } = movements;
  const table = makeTable(
    ['port'],
    [
      [['a'], 90, 2],
      [['b'], 95, 30],
    ],
    [unnamed, persons],
  );
  expect(marksOf(release(table, normal))).toEqual({ a: 'C C', b: '95 30' });
});

test('movements and persons hold against an attack on either, even where persons do not add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 })), {
        minLength: 9,
        maxLength: 9,
      }),
      (cells) => {
        const leaves = cells.map(([people, times], index): [string[], number, number] => [
          [`a${index % 3}`, `b${Math.floor(index / 3)}`],
          people * times,
          people,
        ]);
        // A person at two ports counts once in the total.
        const rows = withMargins(leaves).map(([key, moves = 0, people = 0]): [string[], number, number] => {
          const largest = Math.max(
            ...leaves.flatMap(([leaf, , own]) =>
              leaf.every((code, at) => [code, '_T'].includes(key[at] ?? '')) ? own : [],
            ),
          );
          return [key, moves, key.includes('_T') ? Math.max(largest, Math.ceil(people * 0.8)) : people];
        });
        const released = release(makeTable(['a', 'b'], rows, [movements, persons]), normal);
        for (const cell of attack(released, { isMarkBound: false })) {
          expect(cell.isSolved).toBe(false);
          expect(cell.high).toBeGreaterThan(cell.low);
        }
        for (const { cells: both } of released.rows) {
          const [first, second] = both.map(isSuppressed);
          expect(first).toBe(second);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

test('counts that have nothing to do with each other are protected apart', () => {
  const applications = { ...persons, name: 'applications' };
  const decisions = { ...persons, name: 'decisions' };
  const table = makeTable(
    ['origin'],
    [
      [['ZAF'], 300, 2],
      [['COD'], 2, 300],
    ],
    [applications, decisions],
  );
  expect(marksOf(release(table, normal))).toEqual({ ZAF: '300 C', COD: 'C 300' });
});

test('columns that add up to another column are protected like a dimension', () => {
  const columns = ['total', 'male', 'female'].map((name) => ({ ...persons, name }));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 }), (counts) => {
      const leaves = [0, 1, 2, 3].map((port): [string[], number, number, number] => {
        const [male = 0, female = 0] = counts.slice(port * 2);
        return [[`p${port}`], male + female, male, female];
      });
      const released = release(makeTable(['port'], withMargins(leaves), columns), normal);
      for (const { cells } of released.rows) {
        expect(cells.filter((cell) => isSuppressed(cell)).length).not.toBe(1);
      }
      for (const column of [0, 1, 2]) {
        for (const cell of attack(released, { column })) expect(cell.isSolved).toBe(false);
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('shares and amounts are suppressed with the count on which they rest', () => {
  const table = makeTable(
    ['port'],
    [
      [['a'], 2, 4.9, 100],
      [['b'], 9, 22, 700],
      [['c'], 30, 73.2, 9000],
      [['d'], 0, 0, null],
    ],
    [persons, share, amount],
  );
  expect(marksOf(release(table, normal))).toEqual({ a: 'C C C', b: '9 22 700', c: '30 73.2 9000', d: '0 0 ' });
});

test('a share of a suppressed total is suppressed, because part divided by share is the total', () => {
  const table = makeTable(
    ['port', 'sex'],
    [
      [['a', 'F'], 2, 100],
      [['a', '_T'], 2, 5],
      [['_T', '_T'], 40, 100],
    ],
    [persons, share],
  );
  const released = release(table, normal);
  for (const { key, cells } of released.rows) {
    const totals = released.rows.filter((row) => row.key.every((code, at) => code === '_T' || code === key[at]));
    const isTotalWithheld = totals.some((row) => row.cells.slice(0, 1).some(isSuppressed));
    expect(cells[1]?.confidentiality !== 'F').toBe(isTotalWithheld);
  }
});

test('a share, rate or amount that names no count follows every count, and is withheld where there is none', () => {
  const { of: _of, ...loose } = amount;
  const both = makeTable(
    ['port'],
    [
      [['a'], 2, 10],
      [['b'], 9, 20],
    ],
    [persons, loose],
  );
  expect(marksOf(release(both, normal))).toEqual({ a: 'C C', b: '9 20' });
  const alone = makeTable(
    ['port'],
    [
      [['a'], 10],
      [['b'], null],
    ],
    [loose],
  );
  expect(marksOf(release(alone, normal))).toEqual({ a: 'C', b: '' });
  const misnamed = makeTable(['port'], [[['a'], 50, 10]], [persons, { ...loose, of: 'nobody' }]);
  expect(marksOf(release(misnamed, normal))).toEqual({ a: '50 C' });
});

test('a figure made of two counts is suppressed with either', () => {
  const counts = ['arrivals', 'departures'].map((name) => ({ ...movements, name }));
  const balance: ValueColumn = {
    ...persons,
    name: 'balance',
    kind: 'indicator',
    of: 'arrivals',
    alsoOf: ['departures'],
  };
  const table = makeTable(
    ['port'],
    [
      [['a'], 50, 2, 48, 40],
      [['b'], 3, 50, -47, 40],
      [['c'], 60, 50, 10, 90],
    ],
    [...counts, balance, persons],
  );
  expect(marksOf(release(table, normal))).toEqual({ a: '50 C C 40', b: 'C 50 C 40', c: '60 50 10 90' });
});

test('movements that add up by direction leave no single one hidden, though persons stand beside them', () => {
  const counts = ['movements', 'arrivals', 'departures'].map((name) => ({ ...movements, name }));
  const leaves: [string[], number, number, number, number][] = [
    [['a'], 52, 50, 2, 40],
    [['b'], 90, 50, 40, 60],
  ];
  const released = release(makeTable(['port'], withMargins(leaves), [...counts, persons]), normal);
  for (const { cells } of released.rows) expect(cells.slice(0, 3).filter(isSuppressed).length).not.toBe(1);
  expect(marksOf(released).a).toMatch(/^(D 50 C|52 D C) 40$/);
});

test('an indicator that rests on no count passes', () => {
  const indicator: ValueColumn = { ...persons, name: 'gdp', unit: 'US dollars, millions', kind: 'indicator' };
  const table = makeTable(['year'], [[['2024'], 2.5]], [indicator]);
  expect(marksOf(release(table, normal))).toEqual({ 2024: '2.5' });
});

test('the summary counts the suppressed cells', () => {
  const table = makeTable(
    ['port'],
    withMargins([
      [['a'], 2],
      [['b'], 9],
      [['c'], 40],
    ]),
  );
  expect(release(table, normal).protection).toEqual({
    rule: 'Counts of fewer than 5 are suppressed, and as many other figures as it takes that nobody can work them out.',
    threshold: 5,
    primarySuppressed: 1,
    secondarySuppressed: 1,
  });
});
