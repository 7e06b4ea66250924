import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDeskIndex } from './desk-index.ts';

const KEYS = fc.constantFrom(0, 1, 2, 3, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 40 + 3, 2 ** 53 - 2);
const anyKeys = fc.array(KEYS, { maxLength: 4 });
const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('add' as const), keys: anyKeys }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), record: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('compact' as const) }) },
);

test('candidates are the records that share a key, whatever was added, removed or laid together before', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), anyKeys, fc.subarray([0, 2 ** 32]), (steps, asked, leftOut) => {
      const index = createDeskIndex({ leftOut });
      const known: (readonly number[] | null)[] = [];
      for (const step of steps) {
        if (step.kind === 'compact') index.compact();
        else if (step.kind === 'add') {
          index.add(known.length, step.keys);
          known.push(step.keys);
        } else if (step.record < known.length) {
          index.remove(step.record);
          known[step.record] = null;
        }
      }
      const expected = known.flatMap((keys, record) =>
        keys?.some((key) => asked.includes(key) && !leftOut.includes(key)) ? [record] : [],
      );
      expect([...index.candidates(asked)]).toEqual(expected);
      expect(index.records).toBe(known.filter((keys) => keys !== null).length);
    }),
    { seed: 21, numRuns: 1000 },
  );
});

test('the table grows past what was expected, and overfull keys are named', () => {
  const index = createDeskIndex({ expected: { records: 10, keys: 10 } });
  for (let record = 0; record < 5000; record += 1) index.add(record, [record * 4096, 7]);
  index.compact();
  index.add(5000, [7]);
  expect(index.keys).toBe(5001);
  expect([...index.candidates([4096 * 4999])]).toEqual([4999]);
  expect(index.candidates([7])).toHaveLength(5001);
  expect(index.overfull(5000)).toEqual([{ key: 7, records: 5001 }]);
});

test('many records added at once are found as when added one by one', () => {
  fc.assert(
    fc.property(fc.array(anyKeys, { maxLength: 40 }), anyKeys, fc.nat(40), (all, asked, split) => {
      const one = createDeskIndex();
      const many = createDeskIndex();
      for (const [record, keys] of all.entries()) one.add(record, keys);
      const keysOf = (record: number) => all[record] ?? [];
      many.addAll([...all.keys()].slice(0, split), keysOf);
      many.addAll([...all.keys()].slice(split), keysOf);
      expect(many.candidates(asked)).toEqual(one.candidates(asked));
      expect(many.records).toBe(one.records);
    }),
    { seed: 22, numRuns: 10 },
  );
});

test('a table that was expected small is filled at once without crowding', () => {
  const index = createDeskIndex();
  const begun = process.cpuUsage();
  index.addAll(
    Array.from({ length: 300_000 }, (_, record) => record),
    (record) => [record * 8, record * 8 + 1, 2],
  );
  // Crowded at the table's front, this takes a hundred times as long.
  expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
  expect(index.keys).toBe(600_001);
});

test('what is no whole number is refused as a key', () => {
  const index = createDeskIndex();
  for (const key of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => index.add(0, [key])).toThrow(RangeError);
});
