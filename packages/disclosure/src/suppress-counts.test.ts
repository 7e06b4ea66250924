import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountCell, EMPTY, PRIMARY, PUBLISHED, placeOf, SECONDARY } from './cell-space.ts';
import { buildDimensionTree } from './dimension-tree.ts';
import { suppressCounts } from './suppress-counts.ts';
import { tableWithMargins, withMargins } from './table.fixture.ts';

function layOut(
  rows: readonly { readonly key: readonly string[]; readonly values: readonly (number | null)[] }[],
  size: number,
) {
  const trees = Array.from({ length: size }, (_, at) =>
    buildDimensionTree([...new Set(rows.map(({ key }) => key[at] ?? ''))], {}),
  );
  const cells = rows.map(
    ({ key, values }): CountCell => ({
      codes: key.map((code, at) => trees[at]?.number.get(code) ?? 0),
      values,
    }),
  );
  return { trees, cells };
}

test('every small count has a certificate: a table that looks the same and has another number there', () => {
  fc.assert(
    fc.property(tableWithMargins, fc.constantFrom(3, 5, 10), (table, threshold) => {
      const { trees, cells } = layOut(table.rows, table.dimensions.length);
      const { status, certificates, uncertified } = suppressCounts(trees, cells, threshold);
      expect(uncertified).toEqual([]);
      const strides = trees.map((_, at) => trees.slice(0, at).reduce((size, tree) => size * tree.codes.length, 1));
      const cellAt = new Map(cells.map((cell, index) => [placeOf(cell.codes, strides), index]));
      const covered = new Set<number>();
      for (const { places, signs, up, down } of certificates) {
        expect(up + down).toBeGreaterThanOrEqual(Math.ceil((threshold - 1) / 2));
        for (const shift of [Math.min(up, 1), -Math.min(down, 1)]) {
          const moved = cells.map(({ values }) => values[0] ?? 0);
          for (const [at, place] of places.entries()) {
            const cell = cellAt.get(place) ?? -1;
            covered.add(cell);
            expect([PRIMARY, SECONDARY]).toContain(status[cell]);
            moved[cell] = (moved[cell] ?? 0) + shift * (signs[at] ?? 0);
          }
          for (const [cell, value] of moved.entries()) {
            if (status[cell] === PUBLISHED || status[cell] === EMPTY) expect(value).toBe(cells[cell]?.values[0] ?? 0);
            else expect(value).toBeGreaterThanOrEqual(1);
            if (status[cell] === PRIMARY) expect(value).toBeLessThan(threshold);
          }
          const leaves = table.rows.flatMap(({ key }, cell): [string[], number][] =>
            key.includes('_T') ? [] : [[[...key], moved[cell] ?? 0]],
          );
          const sums = new Map(withMargins(leaves).map(([key, sum]) => [key.join('|'), sum]));
          for (const [cell, { key }] of table.rows.entries()) expect(moved[cell]).toBe(sums.get(key.join('|')));
        }
      }
      for (const [cell, { values }] of cells.entries()) {
        if ((values[0] ?? 0) > 0 && (values[0] ?? 0) < threshold) expect(covered).toContain(cell);
      }
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('where totals contradict their parts, everything on the lines of a small count is suppressed', () => {
  const rows = [
    { key: ['a'], values: [2] },
    { key: ['b'], values: [0] },
    { key: ['_T'], values: [0] },
  ];
  const { trees, cells } = layOut(rows, 1);
  const { status, uncertified } = suppressCounts(trees, cells, 5);
  expect(uncertified).toEqual([0]);
  expect([...status]).toEqual([SECONDARY, EMPTY, EMPTY]);
});

test('a table of fifteen ports, twenty-four months, four modes and five purposes with all totals is protected in time', () => {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const leaves: [string[], number][] = [];
  for (let index = 0; index < 15 * 24 * 4 * 5; index += 1) {
    const key = [index % 15, Math.floor(index / 15) % 24, Math.floor(index / 360) % 4, Math.floor(index / 1440)].map(
      String,
    );
    leaves.push([key, Math.floor(-Math.log(1 - random()) * 30)]);
  }
  const rows = withMargins(leaves).map(([key, value = 0]) => ({ key, values: [value] }));
  const { trees, cells } = layOut(rows, 4);
  const started = process.cpuUsage();
  const { uncertified } = suppressCounts(trees, cells, 5);
  expect(uncertified).toEqual([]);
  // Processor time, so that a busy machine does not fail it: about half a second.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});
