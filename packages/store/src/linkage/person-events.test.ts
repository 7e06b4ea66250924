import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { samplePermit } from '../testing/sample-declarations.ts';
import { linkSample, type SampleRecord } from '../testing/sample-linkage.ts';
import {
  addDecision,
  appendEvents,
  countReviewQueue,
  decisionsFor,
  listEvents,
  type PersonEvent,
  personHistory,
  personOf,
  type RightsTransaction,
  reviewQueuePage,
  takePersonIds,
  undo,
  withRights,
} from './index.ts';

let opened: TestInstance;
let instance: Instance;
const RECORDS = 12;
const samples = Array.from(
  { length: RECORDS },
  (_, index): SampleRecord => ({
    id: String(index + 1),
    group: String(index % 6),
    keys: [BigInt(index)],
    fields: [`F${index}`],
  }),
);
beforeAll(async () => {
  opened = await openTestInstance();
  instance = opened.instance;
  const links = [0, 1, 2].map((left) => ({ left, right: left + 3, weight: 5 - left, state: 'review' as const }));
  await linkSample(instance, samplePermit, samples, links);
});
afterAll(() => opened.dispose());

const ref = (id: number | string) => ({ source: 'sample_permit', id: String(id) });
const by = { causedBy: 'reviewer' };
/** Rolls back what `work` did, so that each test begins with what the run wrote. */
async function tryOut(work: (tx: RightsTransaction) => Promise<void>): Promise<void> {
  const done = new Error('rolled back');
  await withRights(instance, { registers: [] }, async (tx) => {
    await work(tx);
    throw done;
  }).catch((error) => {
    if (error !== done) throw error;
  });
}
const whose = async (tx: RightsTransaction, id: number) => (await personOf(tx, ref(id)))?.person ?? null;

describe('events', () => {
  test('a merge is undone: the records go back, the number holds again, and both stay told', () =>
    tryOut(async (tx) => {
      const [merged = 0] = await appendEvents(
        tx,
        [],
        [{ kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: [ref(2), ref(8)] }],
        by,
      );
      expect(await whose(tx, 8)).toBe('P-00000001');
      expect(await personHistory(tx, 'P-00000002')).toMatchObject({
        today: 'P-00000001',
        retiredAt: expect.any(String),
      });
      const undone = await undo(tx, [], merged, by);
      expect(await whose(tx, 8)).toBe('P-00000002');
      expect(await personHistory(tx, 'P-00000002')).toMatchObject({ today: 'P-00000002', retiredAt: null });
      expect((await personHistory(tx, 'P-00000001'))?.former).toEqual([]);
      expect((await listEvents(tx, [], { after: merged - 1, limit: 9 })).map(({ event }) => event)).toEqual([
        { kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: [ref(2), ref(8)] },
        { kind: 'undone', event: merged },
      ]);
      await expect(undo(tx, [], merged, by)).rejects.toMatchObject({ code: 'event_undone' });
      await expect(undo(tx, [], undone, by)).rejects.toMatchObject({ code: 'event_missing' });
    }));

  test('a former number leads over several merges to the person of today', () =>
    tryOut(async (tx) => {
      await appendEvents(
        tx,
        [],
        [
          { kind: 'merged', from: 'P-00000004', into: 'P-00000003', records: [ref(4), ref(10)] },
          { kind: 'merged', from: 'P-00000003', into: 'P-00000001', records: [ref(3), ref(9), ref(4), ref(10)] },
        ],
        by,
      );
      expect((await personHistory(tx, 'P-00000004'))?.today).toBe('P-00000001');
      expect(await personHistory(tx, 'P-00009999')).toBeNull();
    }));

  test('an event on which later ones are built is not undone before them', () =>
    tryOut(async (tx) => {
      const [fresh = ''] = await takePersonIds(tx.client, [], 1);
      const [merged = 0, split = 0] = await appendEvents(
        tx,
        [],
        [
          { kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: [ref(2), ref(8)] },
          { kind: 'split', from: 'P-00000001', into: fresh, records: [ref(8)] },
        ],
        by,
      );
      await expect(undo(tx, [], merged, by)).rejects.toMatchObject({ code: 'event_built_upon' });
      await undo(tx, [], split, by);
      await undo(tx, [], merged, by);
      expect([await whose(tx, 2), await whose(tx, 8)]).toEqual(['P-00000002', 'P-00000002']);
    }));

  test('an event about a record that is not there is refused', () =>
    tryOut(async (tx) => {
      const event: PersonEvent = { kind: 'joined', person: 'P-00000001', records: [ref(999)] };
      await expect(appendEvents(tx, [], [event], by)).rejects.toMatchObject({ code: 'record_not_linked' });
    }));

  test('a number of a person is not given twice', () =>
    tryOut(async (tx) => {
      const event: PersonEvent = { kind: 'created', person: 'P-00000001', records: [ref(3)] };
      await expect(appendEvents(tx, [], [event], by)).rejects.toMatchObject({ code: '23505' });
    }));

  test('whatever happens in whatever order, undoing it backwards gives the persons of before', async () => {
    const step = fc.record({
      kind: fc.constantFrom('merge', 'split', 'leave'),
      one: fc.integer({ min: 1, max: RECORDS }),
      other: fc.integer({ min: 1, max: RECORDS }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), (steps) =>
        tryOut(async (tx) => {
          const all = async () =>
            Promise.all([]).then(async () => {
              const persons: (string | null)[] = [];
              for (let id = 1; id <= RECORDS; id += 1) persons.push(await whose(tx, id));
              return persons;
            });
          const before = await all();
          const numbers: number[] = [];
          for (const { kind, one, other } of steps) {
            const event = await eventOf(tx, kind, one, other);
            if (event !== null) numbers.push(...(await appendEvents(tx, [], [event], by)));
          }
          for (const number of numbers.toReversed()) await undo(tx, [], number, by);
          expect(await all()).toEqual(before);
        }),
      ),
      { seed: 5, numRuns: 15 },
    );
  });
});

async function eventOf(tx: RightsTransaction, kind: string, one: number, other: number): Promise<PersonEvent | null> {
  const seen = await personOf(tx, ref(one));
  if (seen === null) return null;
  if (kind === 'leave') return { kind: 'left', person: seen.person, records: [ref(one)] };
  if (kind === 'split') {
    const [into = ''] = await takePersonIds(tx.client, [], 1);
    return { kind: 'split', from: seen.person, into, records: [ref(one)] };
  }
  const into = await whose(tx, other);
  return into === null || into === seen.person
    ? null
    : { kind: 'merged', from: seen.person, into, records: seen.records };
}

describe('decisions', () => {
  test('the newest about a pair counts, whichever way round it is told', () =>
    tryOut(async (tx) => {
      const pair = { left: ref(1), right: ref(4), reviewer: 'r' };
      await addDecision(tx, [], { ...pair, verdict: 'unsure' });
      await addDecision(tx, [], { ...pair, verdict: 'same' });
      await addDecision(tx, [], {
        left: ref(4),
        right: ref(1),
        verdict: 'not_the_same',
        reviewer: 'q',
        reason: 'seen both',
      });
      await addDecision(tx, [], { left: ref(5), right: ref(2), verdict: 'same', reviewer: 'r' });
      const found = await decisionsFor(tx, [ref(1)]);
      expect(found).toMatchObject([{ left: ref(4), right: ref(1), verdict: 'not_the_same', reason: 'seen both' }]);
      expect(await decisionsFor(tx)).toHaveLength(2);
      expect(await decisionsFor(tx, [ref(12)])).toEqual([]);
    }));

  test('a decided pair leaves the queue; the rest comes page by page, the strongest first', () =>
    tryOut(async (tx) => {
      expect(await countReviewQueue(tx)).toBe(3);
      await addDecision(tx, [], { left: ref(5), right: ref(2), verdict: 'not_the_same', reviewer: 'r' });
      await addDecision(tx, [], { left: ref(1), right: ref(4), verdict: 'unsure', reviewer: 'r' });
      const one = await reviewQueuePage(tx, { limit: 1 });
      expect(one.pairs).toMatchObject([{ weight: 5, leftRecord: ref(1), rightRecord: ref(4) }]);
      const two = await reviewQueuePage(tx, { limit: 5, ...(one.next === null ? {} : { after: one.next }) });
      expect(two.pairs).toMatchObject([{ weight: 3, leftRecord: ref(3), rightRecord: ref(6), probability: 8 / 9 }]);
      expect(two.next).toBeNull();
    }));
});
