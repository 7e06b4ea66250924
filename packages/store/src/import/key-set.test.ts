import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeySet } from './key-set.ts';

test('a key set tells new keys from old ones as a map of strings does, through its growth', () => {
  // Few distinct digits, so that keys repeat and share their first slot.
  const key = fc
    .array(fc.constantFrom('0', '1', 'f'), { minLength: 32, maxLength: 32 })
    .map((digits) => digits.join(''));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
      const set = new KeySet();
      const oracle = new Map<string, number>();
      keys.forEach((each, ordinal) => {
        expect(set.add(each, ordinal)).toBe(oracle.get(each) ?? -1);
        if (!oracle.has(each)) oracle.set(each, ordinal);
      });
      expect(set.size).toBe(oracle.size);
    }),
    { seed: 7 },
  );
});

test('a key set of a quarter of a million keys forgets none', () => {
  const set = new KeySet();
  const hex = (number: number) => (Math.imul(number, 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(4);
  let fresh = 0;
  for (let number = 0; number < 250_000; number += 1) if (set.add(hex(number), number) === -1) fresh += 1;
  expect(fresh).toBe(250_000);
  for (let number = 0; number < 250_000; number += 1001) expect(set.add(hex(number), 0)).toBe(number);
  set.replace(hex(5), 77);
  expect(set.add(hex(5), 0)).toBe(77);
});
