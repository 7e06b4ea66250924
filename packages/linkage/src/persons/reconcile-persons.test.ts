import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonEvent } from './person-event.ts';
import { keyOfRef, parsePersonId, personIdOf, personNumbers } from './person-ids.ts';
import { numberEvents } from './person-log.ts';
import { reconcilePersons } from './reconcile-persons.ts';
import { followPerson, replayEvents } from './replay-events.ts';

const refOf = (record: number) => ({
  source: record % 3 === 0 ? 'permits' : 'border',
  id: String(record).padStart(3, '0'),
});

/** Clusters after each of several runs over 24 records; -1 where a record is not there. */
const anyRuns = fc.array(fc.array(fc.integer({ min: -1, max: 7 }), { minLength: 24, maxLength: 24 }), {
  minLength: 1,
  maxLength: 6,
});

function reconcileAll(runs: readonly (readonly number[])[], order?: readonly number[]) {
  const numbers = personNumbers();
  const events: PersonEvent[] = [];
  const states: number[][] = [];
  let before = runs[0]?.map(() => -1) ?? [];
  for (const after of runs) {
    const places = order ?? before.map((_, record) => record);
    const outcome = reconcilePersons({
      before: places.map((record) => before[record] as number),
      after: places.map((record) => after[record] as number),
      refOf: (at) => refOf(places[at] as number),
      numbers,
    });
    events.push(...outcome.events);
    before = before.map((_, record) => outcome.personOf[places.indexOf(record)] as number);
    states.push(before);
  }
  return { events, states, numbers };
}

test('persons replayed from the events are the clusters', () => {
  fc.assert(
    fc.property(anyRuns, (runs) => {
      const { events, states } = reconcileAll(runs);
      const { personOf } = replayEvents(numberEvents(events));
      const last = runs.at(-1) ?? [];
      expect(personOf.size).toBe(last.filter((cluster) => cluster >= 0).length);
      for (const [a, one] of last.entries()) {
        if (one < 0) continue;
        expect(personOf.get(keyOfRef(refOf(a)))).toBe(personIdOf(states.at(-1)?.[a] as number));
        for (const [b, other] of last.entries()) {
          if (other < 0) continue;
          const isOne = personOf.get(keyOfRef(refOf(a))) === personOf.get(keyOfRef(refOf(b)));
          expect(isOne).toBe(one === other);
        }
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a number is never given twice, and a retired one never comes back', () => {
  fc.assert(
    fc.property(anyRuns, (runs) => {
      const { events, states } = reconcileAll(runs);
      const created = events.flatMap((event) => (event.kind === 'created' ? [event.person] : []));
      expect(new Set(created).size).toBe(created.length);
      const retired = new Set<number>();
      for (const [at, state] of states.entries()) {
        const alive = new Set(state);
        for (const person of alive) expect(retired.has(person)).toBe(false);
        for (const person of states[at - 1] ?? []) if (person >= 0 && !alive.has(person)) retired.add(person);
      }
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('neither the order of records nor the numbering of clusters changes anything', () => {
  fc.assert(
    fc.property(
      anyRuns,
      fc.shuffledSubarray([...Array(24).keys()], { minLength: 24 }),
      fc.nat(7),
      (runs, order, turn) => {
        const turned = runs.map((run) => run.map((cluster) => (cluster < 0 ? -1 : (cluster + turn) % 8)));
        expect(reconcileAll(turned, order).events).toEqual(reconcileAll(runs).events);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

test('as many records keep their number as when the largest groups are served first', () => {
  fc.assert(
    fc.property(anyRuns, (runs) => {
      const { states } = reconcileAll(runs);
      for (const [at, after] of states.entries()) {
        const before = states[at - 1];
        if (!before) continue;
        // A person whose records are the larger part of one cluster, and which has more there than elsewhere, keeps its number.
        for (const person of new Set(before)) {
          const own = before.flatMap((p, record) => (p === person ? [record] : []));
          for (const cluster of new Set(own.map((record) => after[record]))) {
            const shared = own.filter((record) => after[record] === cluster).length;
            const size = after.filter((p, record) => p === cluster && (before[record] as number) >= 0).length;
            if (person >= 0 && (cluster as number) >= 0 && shared * 2 > own.length && shared * 2 > size)
              expect(cluster).toBe(person);
          }
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});

const records = (...numbers: number[]) => numbers.map(refOf);

test('a split leaves the number with the larger part, of equal parts with the one that has the oldest record', () => {
  const larger = reconcilePersons({ before: [5, 5, 5], after: [1, 0, 0], refOf, numbers: personNumbers(9) });
  expect(larger.events).toEqual([{ kind: 'split', from: 'P-00000005', into: 'P-00000010', records: records(0) }]);
  const equal = reconcilePersons({ before: [5, 5, 5, 5], after: [1, 0, 0, 1], refOf, numbers: personNumbers(9) });
  // border 001 comes before permits 000.
  expect([...equal.personOf]).toEqual([10, 5, 5, 10]);
});

test('a merge keeps the number of the larger person, of equal ones the lower', () => {
  const larger = reconcilePersons({ before: [3, 7, 7], after: [0, 0, 0], refOf, numbers: personNumbers(9) });
  expect(larger.events).toEqual([{ kind: 'merged', from: 'P-00000003', into: 'P-00000007', records: records(0) }]);
  const equal = reconcilePersons({ before: [7, 3], after: [0, 0], refOf, numbers: personNumbers(9) });
  expect([...equal.personOf]).toEqual([3, 3]);
});

test('a person torn between two others is known as a former number of the one with most of its records', () => {
  const { events, personOf } = reconcilePersons({
    before: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3],
    after: [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1],
    refOf,
    numbers: personNumbers(9),
  });
  expect(events).toEqual([
    { kind: 'split', from: 'P-00000003', into: 'P-00000002', records: records(10) },
    { kind: 'merged', from: 'P-00000003', into: 'P-00000001', records: records(8, 9) },
  ]);
  expect([...personOf]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 2]);
});

test('numbers far beyond 32 bits are kept', () => {
  const far = 8_000_000_000_000_001;
  const { personOf } = reconcilePersons({ before: [far, far, -1], after: [0, 0, 0], refOf, numbers: personNumbers() });
  expect([...personOf]).toEqual([far, far, far]);
});

test('persons who stay as they are yield no event', () => {
  const { events } = reconcilePersons({
    before: [1, 1, 2, -1],
    after: [4, 4, 2, -1],
    refOf,
    numbers: personNumbers(2),
  });
  expect(events).toEqual([]);
});

test('whoever was merged is found under the number that has the records now', () => {
  const events = numberEvents([
    { kind: 'created', person: 'P-00000001', records: records(1) },
    { kind: 'created', person: 'P-00000002', records: records(2) },
    { kind: 'created', person: 'P-00000003', records: records(3) },
    { kind: 'merged', from: 'P-00000003', into: 'P-00000002', records: records(3) },
    { kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: records(2, 3) },
  ]);
  expect(followPerson(replayEvents(events), 'P-00000003')).toBe('P-00000001');
});

test('a number of a person is read back, and nothing else is', () => {
  expect(personIdOf(42)).toBe('P-00000042');
  expect(parsePersonId('P-00000042')).toBe(42);
  expect(parsePersonId('P-123456789012')).toBe(123_456_789_012);
  for (const text of ['P-42', 'P-0000000042', 'p-00000042', 'P-00000000', 'P-0000004x', '']) {
    expect(parsePersonId(text)).toBeNull();
  }
});
