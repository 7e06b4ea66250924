import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRecords, decide, removeRecords } from './link-increment.ts';
import { createLinkState } from './link-state.ts';
import type { PersonEvent, ReviewDecision } from './person-event.ts';
import { keyOfRef, personIdOf, personNumbers } from './person-ids.ts';
import { numberEvents } from './person-log.ts';
import { replayEvents } from './replay-events.ts';
import { placeRecords, restoreLinkState } from './restore-link-state.ts';
import type { ToyRecord, ToyWorld } from './toy-linkage.fixture.ts';
import { allAtOnce, asText, toyEngine } from './toy-linkage.fixture.ts';
import { undoEvent } from './undo-event.ts';

const anyRecords = (size: number): fc.Arbitrary<readonly ToyRecord[]> =>
  fc
    .array(
      fc.record({
        source: fc.integer({ min: 0, max: 2 }),
        name: fc.nat(9),
        born: fc.nat(9),
        town: fc.nat(2),
        sex: fc.nat(1),
      }),
      { minLength: 2, maxLength: size, size: 'max' },
    )
    .map((drawn) =>
      drawn.map(({ source, ...values }, at) => ({
        ...values,
        ref: { source: ['border', 'permits', 'returns'][source] as string, id: String(at) },
      })),
    );

const anyWorld: fc.Arbitrary<ToyWorld> = fc.record({
  records: anyRecords(40),
  settings: fc.record({
    threshold: fc.constantFrom(0, 1, 3),
    keepAbove: fc.constantFrom(-10, 0),
    oneToOne: fc.boolean(),
    ties: fc.constantFrom('lowest_id' as const, 'drop' as const),
    giantSize: fc.constantFrom(3, 5, 200),
  }),
  uniqueSources: fc.subarray(['border', 'permits', 'returns']),
});

interface Step {
  readonly kind: 'add' | 'decide' | 'remove';
  readonly part: number;
}

/** A world, its records in any order and in any portions, with decisions and removals in between. */
const anyHistory = anyWorld.chain((world) => {
  const numbers = world.records.map((_, at) => at);
  return fc.record({
    world: fc.constant(world),
    order: fc.shuffledSubarray(numbers, { minLength: numbers.length }),
    cuts: fc.array(fc.nat(numbers.length), { maxLength: 6, size: 'max' }),
    decisions: fc.array(
      fc.record({
        left: fc.constantFrom(...world.records).map(({ ref }) => ref),
        right: fc.constantFrom(...world.records).map(({ ref }) => ref),
        verdict: fc.constantFrom('same' as const, 'not_the_same' as const, 'unsure' as const),
        reviewer: fc.constantFrom('Palesa', 'Thabo'),
      }),
      { maxLength: 8, size: 'max' },
    ),
    removed: fc.subarray(numbers, { maxLength: Math.min(6, numbers.length) }),
    steps: fc.array(fc.record({ kind: fc.constantFrom('decide' as const, 'remove' as const), part: fc.nat(6) })),
  });
});

type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

function live({ world, order, cuts, decisions, removed, steps }: History, hasRemovals: boolean) {
  const engine = toyEngine(world);
  const state = createLinkState(world.settings, personNumbers());
  const portions = [0, ...[...cuts].sort((a, b) => a - b), order.length];
  const dated: ReviewDecision[] = decisions.map((decision, at) => ({
    ...decision,
    decidedAt: `2026-03-${String(at + 10)}T08:00:00Z`,
  }));
  const waiting = [...dated];
  const events: PersonEvent[] = [];
  const present = new Set<number>();
  const recordOf = (ref: { source: string; id: string }): number => {
    const record = Number(ref.id);
    return present.has(record) ? record : -1;
  };
  const toRemove = hasRemovals ? new Set(removed) : new Set<number>();
  const all: Step[] = portions.slice(1).map((_, part) => ({ kind: 'add', part }));
  for (const step of steps) all.splice(step.part, 0, step);
  for (const step of [...all, { kind: 'decide', part: 99 }, { kind: 'remove', part: 99 }] as Step[]) {
    if (step.kind === 'add') {
      const portion = order.slice(portions[step.part], portions[step.part + 1]);
      for (const record of portion) present.add(record);
      events.push(...addRecords(state, engine, portion).events);
    } else if (step.kind === 'decide') {
      events.push(...decide(state, engine, waiting.splice(0, step.part), recordOf).events);
    } else {
      const leaving = [...toRemove].filter((record) => present.has(record)).slice(0, step.part);
      for (const record of leaving) {
        present.delete(record);
        toRemove.delete(record);
      }
      events.push(...removeRecords(state, engine, leaving).events);
    }
  }
  const personOf = new Map<string, string>();
  for (const record of present)
    personOf.set(keyOfRef((world.records[record] as ToyRecord).ref), personIdOf(state.personOf.get(record)));
  return { state, events, personOf, present: [...present], decisions: dated };
}

function groupsOf(personOf: ReadonlyMap<string, string>): string[] {
  const groups = new Map<string, string[]>();
  for (const [record, person] of personOf) groups.set(person, [...(groups.get(person) ?? []), record]);
  return asText(groups.values());
}

test('records in any portions and any order become the same persons as all at once', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { personOf, present, decisions } = live(history, false);
      expect(groupsOf(personOf)).toEqual(allAtOnce(history.world, present, decisions));
    }),
    { seed: 7, numRuns: 1500 },
  );
});

test('records that leave take with them what held together by them alone', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { personOf, present, decisions } = live(history, true);
      expect(groupsOf(personOf)).toEqual(allAtOnce(history.world, present, decisions));
    }),
    { seed: 8, numRuns: 1500 },
  );
});

test('the events replayed are the persons held', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { personOf, events } = live(history, true);
      expect(new Map([...replayEvents(numberEvents(events)).personOf].sort())).toEqual(new Map([...personOf].sort()));
    }),
    { seed: 9, numRuns: 500 },
  );
});

test('a linkage taken up where it was left goes on as if it had never stopped', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (history, draw) => {
      const { world, order } = history;
      const stop = draw % order.length;
      const first = live({ ...history, order: order.slice(0, stop), steps: [] }, false);
      const engine = toyEngine(world);
      for (const record of order.slice(0, stop)) engine.remember?.(record);
      const alike = toyEngine(world);
      const edges: { left: number; right: number; weight: number }[] = [];
      const entries: { record: number; person: number; entry: number }[] = [];
      // What a store keeps: persons, entries, and one pair of records for each pair of entries.
      const apart = createLinkState(world.settings, personNumbers());
      edges.push(...addRecords(apart, alike, order.slice(0, stop)).edges);
      for (const record of order.slice(0, stop))
        entries.push({ record, person: first.state.personOf.get(record), entry: apart.nodeOf.get(record) });
      const state = restoreLinkState(world.settings, personNumbers(first.state.numbers.last), engine, {
        records: entries,
        edges,
        decisions: first.decisions,
        recordOf: ({ id }) => (order.slice(0, stop).includes(Number(id)) ? Number(id) : -1),
      });
      addRecords(state, engine, order.slice(stop));
      const personOf = new Map(
        order.map((record) => [keyOfRef((world.records[record] as ToyRecord).ref), String(state.personOf.get(record))]),
      );
      expect(groupsOf(personOf)).toEqual(allAtOnce(world, order, first.decisions));
    }),
    { seed: 10, numRuns: 500 },
  );
});

test('a merge that was undone is not done again by what comes later', () => {
  let undone = 0;
  fc.assert(
    fc.property(anyHistory, fc.nat(), (history, draw) => {
      const { world, order } = history;
      const { state, events } = live(
        { ...history, decisions: [], order: order.slice(0, -2), cuts: [...order.keys()].slice(0, -2) },
        false,
      );
      const log = numberEvents(events);
      const merges = log.filter(({ event }) => event.kind === 'merged');
      const target = merges[draw % Math.max(1, merges.length)];
      if (target?.event.kind !== 'merged') return;
      const undo = undoEvent(log, target.number, { reviewer: 'Palesa', decidedAt: '2027-01-01T00:00:00Z' });
      if (!undo.isPossible) return;
      undone += 1;
      const { from, into, records } = target.event;
      const engine = toyEngine(world);
      for (const record of order.slice(0, -2)) engine.remember?.(record);
      placeRecords(
        state,
        records.map(({ id }) => ({ record: Number(id), person: Number(from.slice(2)) })),
      );
      const others = events.flatMap((event) =>
        'records' in event
          ? event.records.filter(({ id }) => state.personOf.get(Number(id)) === Number(into.slice(2)))
          : [],
      );
      decide(state, engine, undo.decisions, ({ id }) => Number(id));
      addRecords(state, engine, order.slice(-2));
      const left = new Set(undo.decisions.flatMap(({ left, right }) => [left.id, right.id]));
      for (const a of records) {
        for (const b of others) {
          if (left.has(a.id) && left.has(b.id))
            expect(state.personOf.get(Number(a.id))).not.toBe(state.personOf.get(Number(b.id)));
        }
      }
    }),
    { seed: 14, numRuns: 800 },
  );
  expect(undone).toBeGreaterThan(100);
});
