import type { MeasureTable } from '@leeto/statistics';
import { expect, expectTypeOf, test } from 'vitest';
import { assertReleased, isReleased, isSuppressed, NotReleasedError } from './brand.ts';
import { release } from './release.ts';
import type { ReleasedTable } from './released-table.ts';
import { disclosureRules } from './rule.ts';
import { makeTable } from './table.fixture.ts';

const measured = makeTable(
  ['port'],
  [
    [['a'], 2],
    [['b'], 9],
  ],
);
const released = release(measured, disclosureRules.normal);

test('a table that was released is known, and no other is', () => {
  expect(() => assertReleased(released)).not.toThrow();
  for (const other of [measured, null, undefined, 'text', {}, { ...released }, structuredClone(released)]) {
    expect(isReleased(other)).toBe(false);
    expect(() => assertReleased(other)).toThrow(NotReleasedError);
  }
});

test('a round trip through JSON is not a release', () => {
  const copy: unknown = JSON.parse(JSON.stringify(released));
  expect(copy).toEqual(released);
  expect(isReleased(copy)).toBe(false);
});

test('a cast is found at run time', () => {
  const smuggled = measured as unknown as ReleasedTable;
  expect(isReleased(smuggled)).toBe(false);
});

test('a measured table is not a released one for the compiler', () => {
  expectTypeOf<MeasureTable>().not.toExtend<ReleasedTable>();
  expectTypeOf<Omit<ReleasedTable, never> & MeasureTable>().not.toEqualTypeOf<ReleasedTable>();
  expectTypeOf<ReturnType<typeof release>>().toEqualTypeOf<ReleasedTable>();
});

test('a released table cannot be changed, and the measured one can', () => {
  expect(Object.isFrozen(released.rows[0]?.cells[0])).toBe(true);
  expect(Object.isFrozen(released.metadata.coverage)).toBe(true);
  expect(() => Object.assign(released.rows[0]?.cells[0] ?? {}, { value: 2 })).toThrow(TypeError);
  expect(Object.isFrozen(measured.metadata)).toBe(false);
  expect(Object.isFrozen(measured.rows[0])).toBe(false);
});

test('suppressed and missing are two things', () => {
  expect(isSuppressed({ value: null, confidentiality: 'C' })).toBe(true);
  expect(isSuppressed({ value: null, confidentiality: 'D' })).toBe(true);
  expect(isSuppressed({ value: null, confidentiality: 'F' })).toBe(false);
});
