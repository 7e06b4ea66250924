import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonEvent } from './person-event.ts';
import { personNumbers } from './person-ids.ts';
import type { NumberedEvent } from './person-log.ts';
import { numberEvents } from './person-log.ts';
import { reconcilePersons } from './reconcile-persons.ts';
import { replayEvents } from './replay-events.ts';
import { undoEvent } from './undo-event.ts';

const refOf = (record: number) => ({ source: 'border', id: String(record).padStart(3, '0') });
const records = (...numbers: number[]) => numbers.map(refOf);
const request = { reviewer: 'Palesa', decidedAt: '2026-03-01T08:00:00Z' };

function append(log: readonly NumberedEvent[], events: readonly PersonEvent[]): NumberedEvent[] {
  return [...log, ...numberEvents(events, (log.at(-1)?.number ?? 0) + 1)];
}

const stand = (log: readonly NumberedEvent[]) => [...replayEvents(log).personOf].sort();

const anyLog = fc
  .array(fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 6 })
  .map((runs) => {
    const numbers = personNumbers();
    let before: ArrayLike<number> = new Float64Array(12).fill(-1);
    let log: NumberedEvent[] = [];
    for (const after of runs) {
      const outcome = reconcilePersons({ before, after, refOf, numbers });
      log = append(log, outcome.events);
      before = outcome.personOf;
    }
    return log;
  });

test('what was done and undone at once leaves persons as they were', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const [at, { number, event }] of log.entries()) {
        if (event.kind === 'created' || event.kind === 'undone') continue;
        const then = log.slice(0, at + 1);
        const undo = undoEvent(then, number, request);
        if (!undo.isPossible) throw new Error(undo.reason);
        expect(stand(append(then, undo.events))).toEqual(stand(log.slice(0, at)));
      }
    }),
    { seed: 11, numRuns: 100 },
  );
});

test('an event is undone with all that builds on it, or refused with the reason; the log stays sound', () => {
  let [done, refused, chained] = [0, 0, 0];
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, draw) => {
      const { number, event } = log[draw % log.length] as NumberedEvent;
      const alone = undoEvent(log, number, request);
      const undo = undoEvent(log, number, { ...request, withLater: true });
      if (!undo.isPossible) {
        refused += 1;
        expect(undo.reason).not.toBe('');
        expect(alone.isPossible).toBe(false);
        return;
      }
      done += 1;
      if (undo.events.length > 1) {
        chained += 1;
        expect(alone.isPossible).toBe(false);
        if (!alone.isPossible) expect(alone.later.length).toBe(undo.events.length - 1);
      }
      const after = replayEvents(append(log, undo.events));
      const before = replayEvents(log.filter((e) => e.number < number));
      // Records of the event that have a person now and did not leave since are where they were before it.
      const left = new Set(
        log.flatMap(({ number: n, event: e }) =>
          n > number && e.kind === 'left' ? e.records.map(({ id }) => id) : [],
        ),
      );
      for (const ref of event.kind === 'undone' ? [] : event.records) {
        if (left.has(ref.id)) continue;
        const key = `6:border:${ref.id}`;
        expect(after.personOf.get(key)).toBe(before.personOf.get(key));
      }
    }),
    { seed: 12, numRuns: 2000 },
  );
  expect(Math.min(done, refused, chained)).toBeGreaterThan(50);
});

const merged = numberEvents([
  { kind: 'created', person: 'P-00000001', records: records(1, 2) },
  { kind: 'created', person: 'P-00000002', records: records(3, 4) },
  { kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: records(3, 4) },
]);

test('undoing a merge sets each record of one group apart from each of the other', () => {
  const undo = undoEvent(merged, 3, request);
  expect(undo.isPossible).toBe(true);
  if (!undo.isPossible) return;
  expect(undo.events).toEqual([{ kind: 'undone', event: 3 }]);
  expect(undo.decisions.map(({ left, right, verdict }) => `${left.id} ${right.id} ${verdict}`)).toEqual([
    '001 003 not_the_same',
    '002 003 not_the_same',
    '001 004 not_the_same',
    '002 004 not_the_same',
  ]);
  const after = replayEvents(append(merged, undo.events));
  expect([...after.recordsOf.keys()].sort()).toEqual(['P-00000001', 'P-00000002']);
  expect(after.mergedInto.size).toBe(0);
});

test('one decision is enough for records that are alike', () => {
  const undo = undoEvent(merged, 3, { ...request, entryOf: ({ id }) => (Number(id) < 3 ? 'a' : 'b') });
  expect(undo.isPossible && undo.decisions.length).toBe(1);
});

test('undoing a split says that the two are the same, and the new number is retired', () => {
  const log = append(merged.slice(0, 1), [
    { kind: 'split', from: 'P-00000001', into: 'P-00000003', records: records(2) },
  ]);
  const undo = undoEvent(log, 2, request);
  if (!undo.isPossible) throw new Error(undo.reason);
  expect(undo.decisions.map(({ verdict }) => verdict)).toEqual(['same']);
  const after = replayEvents(append(log, undo.events));
  expect(after.mergedInto.get('P-00000003')).toBe('P-00000001');
});

test('a merge on which a later one builds is refused, and says which', () => {
  const log = append(merged, [
    { kind: 'created', person: 'P-00000003', records: records(5, 6, 7, 8, 9) },
    { kind: 'merged', from: 'P-00000001', into: 'P-00000003', records: records(1, 2, 3, 4) },
  ]);
  const undo = undoEvent(log, 3, request);
  expect(undo).toEqual({
    isPossible: false,
    reason: 'later events build on event 3: 5 (merged). Undo them first, or together with it.',
    later: [5],
  });
  const both = undoEvent(log, 3, { ...request, withLater: true });
  expect(both.isPossible && both.events).toEqual([
    { kind: 'undone', event: 5 },
    { kind: 'undone', event: 3 },
  ]);
});

test('an erased record does not come back when the merge that moved it is undone', () => {
  const log = append(merged, [{ kind: 'left', person: 'P-00000001', records: records(4) }]);
  const undo = undoEvent(log, 3, request);
  if (!undo.isPossible) throw new Error(undo.reason);
  const after = replayEvents(append(log, undo.events));
  expect([...(after.recordsOf.get('P-00000002')?.keys() ?? [])]).toEqual(['6:border:003']);
  expect(undo.decisions.every(({ left, right }) => left.id !== '004' && right.id !== '004')).toBe(true);
});

test('what can not be undone says why', () => {
  const reasonOf = (log: readonly NumberedEvent[], number: number): string => {
    const undo = undoEvent(log, number, request);
    return undo.isPossible ? '' : undo.reason;
  };
  expect(reasonOf(merged, 99)).toBe('there is no event 99.');
  expect(reasonOf(merged, 1)).toBe('event 1 created a person; remove its records instead.');
  const undone = append(merged, [{ kind: 'undone', event: 3 }]);
  expect(reasonOf(undone, 3)).toBe('event 3 is undone already.');
  expect(reasonOf(undone, 4)).toBe('event 4 is itself an undoing; merge or split again instead.');
});

test('a log that contradicts itself is refused with the number of the event', () => {
  const broken = append(merged, [{ kind: 'joined', person: 'P-00000002', records: records(9) }]);
  expect(() => replayEvents(broken)).toThrow('event 4: P-00000002 is retired');
  expect(() => replayEvents([...merged, ...merged])).toThrow('event 1: numbers must rise');
});
