import { expect, test } from 'vitest';
import { makeStoredKeys } from './stored-keys.ts';

const fields = [
  { name: 'given', field: { kind: 'person_name', part: 'given' } },
  { name: 'family', field: { kind: 'person_name', part: 'family' } },
  { name: 'born', field: { kind: 'date' } },
] as const;
const choice = (rule: Parameters<typeof makeStoredKeys>[1][number]['rule'], leftOut: readonly string[] = []) => ({
  rule,
  isChosen: true,
  leftOut: leftOut.map((key) => ({ key, records: 1000 })),
});
const names = choice([{ field: 'given', by: 'either_order', with: 'family' }]);
const birth = choice([{ field: 'born', by: 'date' }]);

test('the same entry has the same keys in every run, positive and of eight bytes', () => {
  const keysOf = makeStoredKeys(fields, [names, birth]);
  const keys = keysOf(['thabo', 'mokoena', '19900102']);
  expect(keys).toEqual(makeStoredKeys(fields, [names, birth])(['thabo', 'mokoena', '19900102']));
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(key >= 0n && key < 2n ** 63n).toBe(true);
});

test('names in the other order and day and month swapped meet; what is not stated has no key', () => {
  const keysOf = makeStoredKeys(fields, [names, birth]);
  expect(keysOf(['mokoena', 'thabo', '19900201'])).toEqual(keysOf(['thabo', 'mokoena', '19900102']));
  expect(keysOf([null, 'mokoena', null])).toEqual([]);
});

test('keys that the model leaves out are neither stored nor asked for', () => {
  const [, key = 0n] = makeStoredKeys(fields, [names, birth])(['thabo', 'mokoena', '19000101']);
  const keysOf = makeStoredKeys(fields, [names, choice(birth.rule, [String(key)])]);
  expect(keysOf(['thabo', 'mokoena', '19000101'])).toHaveLength(1);
  expect(keysOf(['thabo', 'mokoena', '19000102'])).toHaveLength(2);
});
