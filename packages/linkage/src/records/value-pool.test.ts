import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValuePool } from './value-pool.ts';

const ascii = fc.string({
  unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

test('texts are numbered in the order in which they first came, and read back as they were', () => {
  fc.assert(
    fc.property(fc.array(ascii, { maxLength: 400 }), (texts) => {
      const pool = new ValuePool();
      const numbers = texts.map((text) => pool.add(text));
      const distinct = [...new Set(texts)];
      expect(pool.count).toBe(distinct.length);
      expect(numbers).toEqual(texts.map((text) => distinct.indexOf(text)));
      expect(distinct.map((_, value) => pool.textOf(value))).toEqual(distinct);
      expect(distinct.map((text) => pool.find(text))).toEqual(distinct.map((_, value) => value));
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('a pool grows past every table that it starts with and still finds what it has, and nothing else', () => {
  const pool = new ValuePool();
  for (let i = 0; i < 50_000; i += 1) expect(pool.add(`value ${i}`)).toBe(i);
  for (let i = 0; i < 50_000; i += 1)
    if (pool.add(`value ${i}`) !== i) throw new Error(`value ${i} has another number`);
  expect(pool.count).toBe(50_000);
  expect(pool.find('value 49999')).toBe(49_999);
  expect(pool.textOf(31_999)).toBe('value 31999');
  expect(pool.find('value 50000')).toBe(-1);
  expect(pool.find('value')).toBe(-1);
  expect(pool.count).toBe(50_000);
});

test('one text longer than the whole pool is taken, and the empty text is a value', () => {
  const pool = new ValuePool();
  const long = 'ab'.repeat(20_000);
  expect([pool.add(''), pool.add(long), pool.add('x'), pool.add(long), pool.add('')]).toEqual([0, 1, 2, 1, 0]);
  expect(pool.textOf(1)).toBe(long);
  expect(pool.textOf(0)).toBe('');
});

test('a pool lies in shared memory, so that threads read the same bytes', () => {
  const pool = new ValuePool();
  for (let i = 0; i < 5000; i += 1) pool.add(`value ${i}`);
  expect(pool.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(pool.starts.buffer).toBeInstanceOf(SharedArrayBuffer);
});
