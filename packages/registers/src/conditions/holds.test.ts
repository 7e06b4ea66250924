import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, any, type Condition, not, when } from '../condition.ts';
import type { CanonicalValue } from '../kind.ts';
import { compileCondition, type Truth } from './compile-condition.ts';
import { fieldsOfCondition } from './fields-of-condition.ts';
import { holds } from './holds.ts';

const ask = (condition: Condition, record: Record<string, CanonicalValue>): Truth =>
  holds(condition, (field) => record[field] ?? null);

const truths: Readonly<Record<'yes' | 'no' | 'unknown', Condition>> = {
  yes: when('one').is('1'),
  no: when('one').is('2'),
  unknown: when('nothing').is('1'),
};
const record = { one: '1' };
const words = { yes: true, no: false, unknown: null } as const;

describe("Kleene's truth tables", () => {
  const table = [
    ['yes', 'yes', true, true],
    ['yes', 'no', false, true],
    ['yes', 'unknown', null, true],
    ['no', 'no', false, false],
    ['no', 'unknown', false, null],
    ['unknown', 'unknown', null, null],
  ] as const;

  test.each(table)('%s and/or %s', (left, right, and, or) => {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      expect(ask(all(truths[one], truths[other]), record)).toBe(and);
      expect(ask(any(truths[one], truths[other]), record)).toBe(or);
    }
  });

  test.each(['yes', 'no', 'unknown'] as const)('not %s', (word) => {
    const truth = words[word];
    expect(ask(not(truths[word]), record)).toBe(truth === null ? null : !truth);
  });

  test('of nothing, all is true and any is false', () => {
    expect(ask(all(), {})).toBe(true);
    expect(ask(any(), {})).toBe(false);
  });
});

describe('comparisons', () => {
  test('a value that is not stated makes them unknown', () => {
    const conditions = [
      when('a').is('x'),
      when('a').isNot('x'),
      when('a').isIn('x', 'y'),
      when('a').isNotBefore('b'),
      when('b').isNotAfter('a'),
      when('a').equals('b'),
      when('a').isAtLeast(1),
      when('a').isAtMost(1),
    ];
    for (const condition of conditions) expect(ask(condition, { b: '2025-01-01' })).toBe(null);
  });

  test('is_stated and is_not_stated always know', () => {
    expect(ask(when('a').isStated(), {})).toBe(false);
    expect(ask(when('a').isNotStated(), {})).toBe(true);
    expect(ask(when('a').isStated(), { a: '' })).toBe(true);
  });

  test('dates compare to the precision that both have', () => {
    const notBefore = when('a').isNotBefore('b');
    expect(ask(notBefore, { a: '2025-03-02', b: '2025-03-01' })).toBe(true);
    expect(ask(notBefore, { a: '2025-03-01', b: '2025-03-01' })).toBe(true);
    expect(ask(notBefore, { a: '2025-02-28', b: '2025-03-01' })).toBe(false);
    expect(ask(notBefore, { a: '1990', b: '1990-05-01' })).toBe(null);
    expect(ask(notBefore, { a: '1989', b: '1990-05-01' })).toBe(false);
    expect(ask(notBefore, { a: '2025-03-01T23:00:00', b: '2025-03-01' })).toBe(null);
  });

  test('numbers compare as numbers, not as text', () => {
    expect(ask(when('a').isNotAfter('b'), { a: '9', b: '10' })).toBe(true);
    expect(ask(when('a').equals('b'), { a: '1.50', b: '1.5' })).toBe(true);
    expect(ask(when('a').isAtLeast(10), { a: '9' })).toBe(false);
    expect(ask(when('a').isAtMost(-2), { a: '-3' })).toBe(true);
  });
});

const values = [null, '1', '2', '2025-01-01', '2025-01'];
const leaf = fc.constantFrom<Condition>(
  when('a').is('1'),
  when('b').isNot('2'),
  when('a').isNotBefore('b'),
  when('b').isStated(),
  when('c').equals('a'),
);
const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }).map((of): Condition => ({ op: 'all', of })),
    fc.array(tie('node'), { maxLength: 3 }).map((of): Condition => ({ op: 'any', of })),
    tie('node').map((of): Condition => ({ op: 'not', of })),
  ),
})).node;

test("De Morgan's laws hold with unknowns too", () => {
  const row = fc.record({
    a: fc.constantFrom(...values),
    b: fc.constantFrom(...values),
    c: fc.constantFrom(...values),
  });
  fc.assert(
    fc.property(condition, condition, row, (left, right, each) => {
      expect(ask(not(all(left, right)), each)).toBe(ask(any(not(left), not(right)), each));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('a compiled condition answers as the interpreter does, whatever the order of the columns', () => {
  const row = fc.array(fc.constantFrom(...values), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(condition, row, (each, cells) => {
      const columns = ['c', 'a', 'b'];
      const byName = (field: string): CanonicalValue => cells[columns.indexOf(field)] ?? null;
      expect(compileCondition(each, columns)(cells)).toBe(holds(each, byName));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('the fields of a condition are listed once each', () => {
  expect(fieldsOfCondition(all(when('a').isNotBefore('b'), not(when('a').is('1')), any(when('c').isStated())))).toEqual(
    ['a', 'b', 'c'],
  );
});
