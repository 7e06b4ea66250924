import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PairWork } from '../predict/pair-work.ts';
import { cutTasks } from '../predict/pair-work.ts';
import { walkPairs } from '../predict/walk-pairs.ts';
import { countPairs, makeBlocks, type RuleBlocks } from './block-plan.ts';
import type { RuleKeys } from './rule-keys.ts';

/** Keys of 30 entries at most: none, one or several each; small numbers and numbers of 31 bits. */
const key = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0x7fffffff, 0x7ffffffe, 2048, 1 << 22));
const rule = (entries: number, most: number) =>
  fc.array(fc.uniqueArray(key, { maxLength: most }), { minLength: entries, maxLength: entries });

function keysOf(own: readonly (readonly number[])[]): RuleKeys {
  const keyOf = Int32Array.from(own, (keys) => keys[0] ?? -1);
  if (own.every((keys) => keys.length <= 1)) return { keyOf, further: null };
  const starts = new Int32Array(own.length + 1);
  const more: number[] = [];
  for (const [entry, keys] of own.entries()) {
    more.push(...keys.slice(1));
    starts[entry + 1] = more.length;
  }
  return { keyOf, further: { starts, keys: Int32Array.from(more) } };
}

/** Keys by how many entries have them. */
function sizesOf(own: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const one of own.flat()) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  return sizes;
}

function workOf(rules: readonly RuleBlocks[], entries: number, rest: Partial<PairWork> = {}): PairWork {
  return {
    entries,
    tables: [],
    columns: [],
    comparisons: [],
    rules,
    eligible: 'any',
    sourceOf: null,
    uniqueSources: null,
    ...rest,
  };
}

/** All pairs in the order in which the tasks give them. */
function walk(work: PairWork, pairsEach: number): readonly string[] {
  const pairs: string[] = [];
  for (const task of cutTasks(work.rules, pairsEach)) walkPairs(work, task, (a, b) => pairs.push(`${a} ${b}`));
  return pairs;
}

test('blocks hold the entries of each key, in order, and count their pairs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }).chain((entries) => rule(entries, 3)),
      fc.integer({ min: 1, max: 12 }),
      (own, largest) => {
        const blocks = makeBlocks(keysOf(own), largest);
        const sizes = [...sizesOf(own)].sort(([a], [b]) => a - b);
        const expected = sizes.map(([one]) => own.flatMap((keys, entry) => (keys.includes(one) ? [entry] : [])));
        expect([...blocks.order]).toEqual(expected.flat());
        expect([...blocks.leftOut]).toEqual(sizes.filter(([, n]) => n > largest).map(([one]) => one));
        const kept = sizes.filter(([, n]) => n <= largest);
        const pairs = kept.reduce((sum, [, n]) => sum + (n * (n - 1)) / 2, 0);
        expect(blocks.pairs).toBe(pairs);
        expect(countPairs(keysOf(own), largest).pairs).toBe(pairs);
      },
    ),
    { seed: 8, numRuns: 200 },
  );
});

test('each pair that any rule proposes comes once, and no other pair', () => {
  for (const [most, seed] of [
    [3, 9],
    [1, 10],
  ] as const) {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 25 })
          .chain((entries) => fc.array(rule(entries, most), { minLength: 1, maxLength: 4 })),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 40 }),
        (rules, largest, pairsEach) => {
          const entries = rules[0]?.length ?? 0;
          const found = walk(
            workOf(
              rules.map((own) => makeBlocks(keysOf(own), largest)),
              entries,
            ),
            pairsEach,
          );
          expect([...found].sort()).toEqual(proposedBy(rules, largest).sort());
        },
      ),
      { seed, numRuns: 300 },
    );
  }
});

test('where not all rules are walked, each pair of those that are comes once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }).chain((entries) => fc.array(rule(entries, 2), { minLength: 3, maxLength: 3 })),
      fc.integer({ min: 1, max: 10 }),
      fc.subarray([0, 1, 2]),
      (rules, largest, chosen) => {
        const work = workOf(
          rules.map((own) => makeBlocks(keysOf(own), largest)),
          rules[0]?.length ?? 0,
        );
        const among = new Set(chosen);
        const pairs: string[] = [];
        for (const task of cutTasks(work.rules, 9)) {
          if (among.has(task.rule)) walkPairs(work, { ...task, among }, (a, b) => pairs.push(`${a} ${b}`));
        }
        const walked = rules.filter((_, r) => among.has(r));
        expect(pairs.sort()).toEqual(walked.length === 0 ? [] : proposedBy(walked, largest).sort());
      },
    ),
    { seed: 13, numRuns: 200 },
  );
});

test('only pairs across, or within, sources come where only they count, and none within a source that has nobody twice', () => {
  const own = Array.from({ length: 12 }, () => [0]);
  const rules = [makeBlocks(keysOf(own), 100)];
  const sourceOf = Int32Array.from(own, (_, entry) => entry % 3);
  const isSame = (pair: string) => new Set(pair.split(' ').map((entry) => sourceOf[Number(entry)])).size === 1;
  const all = walk(workOf(rules, 12), 5);
  expect(all.length).toBe(66);
  expect(walk(workOf(rules, 12, { eligible: 'across', sourceOf }), 5)).toEqual(all.filter((pair) => !isSame(pair)));
  expect(walk(workOf(rules, 12, { eligible: 'within', sourceOf }), 5)).toEqual(all.filter(isSame));
  const unique = walk(workOf(rules, 12, { sourceOf, uniqueSources: Uint8Array.of(0, 1, 0) }), 5);
  expect(unique).toEqual(all.filter((pair) => !isSame(pair) || sourceOf[Number(pair.split(' ')[0])] !== 1));
});

/** Pairs of entries that share a key of some rule which no more than `largest` entries have. */
function proposedBy(rules: readonly (readonly (readonly number[])[])[], largest: number): string[] {
  const entries = rules[0]?.length ?? 0;
  const sizes = rules.map(sizesOf);
  const pairs: string[] = [];
  for (let a = 0; a < entries; a += 1) {
    for (let b = a + 1; b < entries; b += 1) {
      const isProposed = rules.some((own, r) =>
        own[a]?.some((one) => own[b]?.includes(one) && (sizes[r]?.get(one) ?? 0) <= largest),
      );
      if (isProposed) pairs.push(`${a} ${b}`);
    }
  }
  return pairs;
}
