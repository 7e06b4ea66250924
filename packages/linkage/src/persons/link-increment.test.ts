import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRecords, decide, removeRecords } from './link-increment.ts';
import { createLinkState } from './link-state.ts';
import type { PersonEvent, ReviewDecision } from './person-event.ts';
import { keyOfRef, personIdOf, personNumbers } from './person-ids.ts';
import { numberEvents } from './person-log.ts';
import { replayEvents } from './replay-events.ts';
import type { ToyRecord, ToyWorld } from './toy-linkage.fixture.ts';
import { allAtOnce, asText, toyEngine } from './toy-linkage.fixture.ts';

const anyRecords = (size: number): fc.Arbitrary<readonly ToyRecord[]> =>
  fc
    .array(
      fc.record({
        source: fc.integer({ min: 0, max: 2 }),
        name: fc.nat(5),
        born: fc.nat(5),
        town: fc.nat(2),
        sex: fc.nat(1),
      }),
      { minLength: 2, maxLength: size },
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
    cuts: fc.array(fc.nat(numbers.length), { maxLength: 6 }),
    decisions: fc.array(
      fc.record({
        left: fc.constantFrom(...world.records).map(({ ref }) => ref),
        right: fc.constantFrom(...world.records).map(({ ref }) => ref),
        verdict: fc.constantFrom('same' as const, 'not_the_same' as const, 'unsure' as const),
        reviewer: fc.constantFrom('Palesa', 'Thabo'),
      }),
      { maxLength: 8 },
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
