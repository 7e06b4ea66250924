import { describe, expect, test } from 'vitest';
import { truthFromPairs } from '../evaluate/truth-labels.ts';
import { linkRecords } from '../link-records.ts';
import { makePeople, recordsOf } from '../synthetic-records.fixture.ts';

const people = makePeople(300, 5);
const records = recordsOf(people);
const personOf = Int32Array.from(people, ({ person }) => person);
const truth = { kind: 'persons' as const, personOf, persons: 300, labelled: people.length };
const pairs = people.flatMap(({ person }, right) =>
  people.slice(0, right).flatMap((other, left) => (other.person === person ? [{ left, right }] : [])),
);
const options = { threads: 0, budget: 40_000 };

function exactM(model: Awaited<ReturnType<typeof linkRecords>>['model'], field: string): number {
  return model.comparisons.find(({ id }) => id === field)?.levels[0]?.m ?? Number.NaN;
}

describe('labels in training', () => {
  test('persons told for all records give the shares of levels among their pairs', async () => {
    const { model, entries } = await linkRecords(records, { ...options, labels: truth });
    const born = records.fields.find(({ name }) => name === 'born');
    const told = new Map(
      pairs.flatMap(({ left, right }) => {
        const [a, b] = [entries.entryOf[left] ?? 0, entries.entryOf[right] ?? 0].sort((x, y) => x - y);
        return a === b ? [] : [[`${a} ${b}`, born?.valueOf[left] === born?.valueOf[right]]];
      }),
    );
    const alike = [...told.values()].filter(Boolean).length;
    expect(model.trainedOn.labels?.matches).toBe(told.size);
    // The start is worth five pairs.
    expect(Math.abs(exactM(model, 'born') - alike / told.size)).toBeLessThan(0.03);
    expect(model.comparisons[0]?.levels[0]?.learntFrom).toBe('labels');
  });

  test('pairs said to be of two persons lower the prior, pairs said to be of one raise it', async () => {
    const { model, pairs: scored, entries } = await linkRecords(records, options);
    expect(model.trainedOn.labels).toBeUndefined();
    const linked = Array.from({ length: scored.count }, (_, pair) => pair).filter(
      (pair) => (scored.weight[pair] ?? 0) > model.thresholds.match,
    );
    const labels = (isMatch: boolean) =>
      truthFromPairs(
        linked.map((pair) => ({
          left: entries.firstOf[scored.left[pair] ?? 0] ?? 0,
          right: entries.firstOf[scored.right[pair] ?? 0] ?? 0,
          isMatch,
        })),
      );
    const denied = await linkRecords(records, { ...options, labels: labels(false) });
    const confirmed = await linkRecords(records, { ...options, labels: labels(true) });
    expect(denied.model.prior).toBeLessThan(model.prior / 2);
    expect(confirmed.model.prior).toBeGreaterThan(model.prior * 0.98);
    expect(denied.model.trainedOn.labels).toEqual({ matches: 0, others: linked.length });
  });

  test("a reviewer's decision teaches as a label does, and unsure teaches nothing", async () => {
    const some = pairs.slice(0, 60);
    const labels = truthFromPairs(some.map((pair) => ({ ...pair, isMatch: true })));
    const decisions = some.map((pair) => ({ ...pair, verdict: 'same' as const }));
    const byLabels = (await linkRecords(records, { ...options, labels })).model;
    expect((await linkRecords(records, { ...options, decisions })).model).toEqual(byLabels);
    const unsure = some.map((pair) => ({ ...pair, verdict: 'unsure' as const }));
    expect((await linkRecords(records, { ...options, decisions: unsure })).model.prior).toBe(
      (await linkRecords(records, options)).model.prior,
    );
  });

  test('the order and direction of labels change nothing, nor do threads; what is said both ways is not known', async () => {
    const some = pairs.slice(0, 40).map((pair) => ({ ...pair, verdict: 'same' as const }));
    const turned = some.map(({ left, right, verdict }) => ({ left: right, right: left, verdict })).toReversed();
    const first = (await linkRecords(records, { ...options, decisions: some })).model;
    expect((await linkRecords(records, { ...options, threads: 2, decisions: turned })).model).toEqual(first);
    const [one] = some;
    const both = one === undefined ? [] : [one, { ...one, verdict: 'not_the_same' as const }];
    expect((await linkRecords(records, { ...options, decisions: both })).model.trainedOn.labels?.matches ?? 0).toBe(0);
  });
});
