import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attack } from '../attacker.fixture.ts';
import type { ReleasedTable } from '../released-table.ts';
import { buildCellTable } from './build-cell-table.ts';
import type { TableCell } from './cell-table.ts';
import { requiredWidth } from './find-primaries.ts';
import { protectTable } from './protect-table.ts';

function leaves(sizes: readonly number[], counts: readonly number[]): readonly TableCell[] {
  return counts.map((value, index) => {
    let rest = index;
    const key = sizes.map((size, dimension) => {
      const code = rest % size;
      rest = Math.floor(rest / size);
      return `${'abc'[dimension]}${code}`;
    });
    return { key, value, row: index + 2 };
  });
}

const counts = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }).chain((sizes) => {
  const size = sizes.reduce((product, own) => product * own, 1);
  const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 90 }));
  return fc.record({ sizes: fc.constant(sizes), counts: fc.array(count, { minLength: size, maxLength: size }) });
});

test('no suppressed count can be worked out by another attack than the one that chose', async () => {
  await fc.assert(
    fc.asyncProperty(counts, fc.constantFrom(5, 10), async ({ sizes, counts: values }, threshold) => {
      const dimensions = sizes.map((_, at) => `d${at}`);
      const { table } = buildCellTable(leaves(sizes, values), { dimensions });
      const protectedTable = await protectTable(table, {
        method: 'suppress',
        kind: 'count',
        rules: { threshold },
        seconds: 0.2,
      }).catch((error: Error) => {
        // Too little beside it to hide it: refused, which is right only where something is small.
        expect(error.name).toBe('AuditFailed');
        return null;
      });
      if (protectedTable === null) return;
      const released = {
        dimensions: dimensions.map((name) => ({ name, label: { en: name } })),
        rows: protectedTable.cells.map(({ key, value, mark }) => ({ key, cells: [{ value, confidentiality: mark }] })),
        protection: { threshold, rule: '', primarySuppressed: 0, secondarySuppressed: 0 },
      } as unknown as ReleasedTable;
      for (const cell of attack(released)) {
        if (!cell.isPrimary) continue;
        expect(cell.isSolved).toBe(false);
        expect(cell.high - cell.low).toBeGreaterThanOrEqual(requiredWidth(threshold));
      }
      for (const [index, { value, mark }] of protectedTable.cells.entries()) {
        const own = table.cells[index]?.value ?? 0;
        expect(mark === 'C').toBe(own > 0 && own < threshold);
        expect(value).toBe(mark === 'F' ? own : null);
      }
    }),
    { numRuns: 25, seed: 5 },
  );
}, 60_000);

test('rounded tables are multiples of the base that add up', async () => {
  await fc.assert(
    fc.asyncProperty(counts, async ({ sizes, counts: values }) => {
      const { table } = buildCellTable(leaves(sizes, values), { dimensions: sizes.map((_, at) => `d${at}`) });
      const { cells, report } = await protectTable(table, {
        method: 'round',
        kind: 'count',
        rules: {},
        base: 5,
        seconds: 2,
      });
      if (report.notes[0]?.startsWith('Controlled') !== true) return;
      for (const { total, parts } of table.sums) {
        expect(parts.reduce((sum, part) => sum + (cells[part]?.value ?? 0), 0)).toBe(cells[total]?.value);
      }
      for (const { value } of cells) expect((value ?? 0) % 5).toBe(0);
    }),
    { numRuns: 15, seed: 6 },
  );
}, 60_000);

test('an amount of which one contributor makes nearly all stays open as wide as the rule wants', async () => {
  const cells: TableCell[] = [
    { key: ['a', 'x'], value: 100, row: 2, contributors: 5, largest: 95, second: 3 },
    { key: ['a', 'y'], value: 300, row: 3, contributors: 50, largest: 10, second: 9 },
    { key: ['b', 'x'], value: 200, row: 4, contributors: 40, largest: 10, second: 9 },
    { key: ['b', 'y'], value: 500, row: 5, contributors: 90, largest: 10, second: 9 },
  ];
  const { table } = buildCellTable(cells, { dimensions: ['place', 'kind'] });
  const rules = { threshold: 3, pPercent: 10, dominance: { n: 1, k: 85 } };
  const { cells: out, report } = await protectTable(table, { method: 'suppress', kind: 'amount', rules, seconds: 2 });
  expect(out[0]?.mark).toBe('C');
  expect(report.audit?.narrowest).toBeGreaterThanOrEqual(2 * ((100 / 85) * 95 - 100));
});

test('all that is wrong with a table is named at once', () => {
  const { issues } = buildCellTable(
    [
      { key: ['a'], value: 3, row: 2 },
      { key: ['a'], value: 4, row: 3 },
      { key: ['z'], value: 4, row: 4 },
      { key: ['_T'], value: 9, row: 5 },
    ],
    { dimensions: ['d'], hierarchies: { d: { a: 'north' } } },
  );
  expect(issues.map(({ code, row }) => [code, row])).toEqual([
    ['duplicate_cell', 3],
    ['unknown_code', 4],
    ['inconsistent_total', 5],
  ]);
});
