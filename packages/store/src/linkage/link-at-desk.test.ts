import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleCase, samplePermit } from '../testing/sample-declarations.ts';
import { linkSample, type SampleRecord, sampleContent } from '../testing/sample-linkage.ts';
import {
  appendEvents,
  beginLinkRun,
  findEntriesByKeys,
  finishLinkRun,
  holdDesks,
  linkAtDesk,
  lockPersons,
  type PersonId,
  personOf,
  recordsOfPerson,
  saveModel,
  takePersonIds,
  withRights,
  writeEntry,
} from './index.ts';

let opened: TestInstance;
let instance: Instance;
const first: SampleRecord = { id: '1', group: 'a', keys: [1n], fields: ['FIRST'] };
beforeAll(async () => {
  opened = await openTestInstance();
  instance = opened.instance;
  await linkSample(instance, samplePermit, [first]);
  await linkSample(instance, sampleCase, [first]);
});
afterAll(() => opened.dispose());

const permit = (id: string) => ({ source: 'sample_permit', id });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Links a record as a desk does: with the person of whoever shares a key and the name, else as a new person. */
function arrive(id: string, name: string, keys: readonly bigint[], wait: () => Promise<unknown> = async () => {}) {
  return linkAtDesk(instance, { wall: [], keys }, async (tx): Promise<PersonId> => {
    const found = await findEntriesByKeys(tx, keys, { wall: [] });
    await wait();
    const same = found.find(({ fields }) => fields[0] === name);
    const record = permit(id);
    const content = { fields: [name, id], uniqueSource: null };
    const links =
      same === undefined
        ? []
        : [same].map(({ entry: other }) => ({
            other,
            weight: 15,
            state: 'accepted' as const,
            guard: null,
            levels: new Uint8Array(2),
          }));
    await writeEntry(tx, [], { record, content, keys, links });
    const known = same?.persons[0];
    const person = known ?? (await takePersonIds(tx.client, [], 1))[0] ?? '';
    await appendEvents(tx, [], [{ kind: known === undefined ? 'created' : 'joined', person, records: [record] }], {
      causedBy: 'desk',
    });
    return person;
  });
}

test('records of one new person that arrive at many desks at once become one person', async () => {
  for (let round = 0; round < 5; round += 1) {
    const name = `NAME ${round}`;
    const shared = BigInt(1000 + round);
    const persons = await Promise.all(
      Array.from({ length: 8 }, (_, desk) =>
        arrive(String(100 + round * 10 + desk), name, [BigInt(round * 100 + desk + 5000), shared], () => pause(5)),
      ),
    );
    expect(new Set(persons).size).toBe(1);
    const records = await withRights(instance, { registers: [] }, (tx) => recordsOfPerson(tx, persons[0] ?? ''));
    expect(records).toHaveLength(8);
  }
});

test('the test before would see two persons if desks did not follow one another', async () => {
  const persons = await Promise.all(
    Array.from({ length: 4 }, (_, desk) =>
      arrive(String(900 + desk), 'NOBODY WAITS', [BigInt(7000 + desk)], () => pause(20)),
    ),
  );
  expect(new Set(persons).size).toBe(4);
});

test('desks with the same keys in another order do not block each other for good', async () => {
  const keys = Array.from({ length: 12 }, (_, index) => BigInt(index * 7919) - 40_000n);
  await Promise.all(
    Array.from({ length: 10 }, (_, desk) =>
      arrive(String(2000 + desk), 'ORDER', desk % 2 === 0 ? keys : keys.toReversed(), () => pause(2)),
    ),
  );
  const seen = await withRights(instance, { registers: [] }, (tx) => personOf(tx, permit('2000')));
  expect(seen?.records).toHaveLength(10);
});

test('a desk without a common key, and an open desk with the keys of a protected one, do not wait', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isInside = () => {};
  const inside = new Promise<void>((resolve) => {
    isInside = resolve;
  });
  const protectedDesk = linkAtDesk(instance, { wall: ['sample_case'], keys: [31n, 32n] }, async (tx) => {
    await findEntriesByKeys(tx, [31n, 32n], { wall: ['sample_case'] });
    const [person = ''] = await takePersonIds(tx.client, ['sample_case'], 1);
    const record = { source: 'sample_case', id: '44' };
    await writeEntry(tx, ['sample_case'], {
      record,
      content: { fields: ['X'], uniqueSource: null },
      keys: [31n],
      links: [],
    });
    await appendEvents(tx, ['sample_case'], [{ kind: 'created', person, records: [record] }], { causedBy: 'desk' });
    isInside();
    await held;
  });
  await inside;
  const other = arrive('3001', 'OTHER', [31n, 32n]);
  await expect(Promise.race([other, pause(5000).then(() => 'waited')])).resolves.toMatch(/^P-/);
  release();
  await protectedDesk;
});

test('desks that change persons follow one another though they share no key; those of strangers, and of other layers, do not wait', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isInside = () => {};
  const inside = new Promise<void>((resolve) => {
    isInside = resolve;
  });
  const first = linkAtDesk(instance, { wall: [], keys: [51n] }, async (tx) => {
    await lockPersons(tx, []);
    isInside();
    await held;
  });
  await inside;
  const second = linkAtDesk(instance, { wall: [], keys: [52n] }, async (tx) => {
    await lockPersons(tx, []);
    return 'followed';
  });
  const stranger = linkAtDesk(instance, { wall: [], keys: [53n] }, async () => 'did not wait');
  const walled = linkAtDesk(instance, { wall: ['sample_case'], keys: [51n] }, async (tx) => {
    await lockPersons(tx, ['sample_case']);
    return 'did not wait';
  });
  await expect(stranger).resolves.toBe('did not wait');
  await expect(walled).resolves.toBe('did not wait');
  await expect(Promise.race([second, pause(150).then(() => 'waits')])).resolves.toBe('waits');
  release();
  await first;
  await expect(second).resolves.toBe('followed');
});

test('what a desk does while a run takes its place lands in the tables of the run', async () => {
  const run = await beginLinkRun(instance, {
    declarations: [samplePermit],
    model: await saveModel(instance, {}),
    startedBy: 'tester',
  });
  await holdDesks(run);
  const arriving = arrive('4000', 'LATE', [4000n]);
  const waited = await Promise.race([arriving, pause(150).then(() => 'waited')]);
  expect(waited).toBe('waited');
  const stays: SampleRecord = { id: '1', group: 'a', keys: [1n], fields: ['FIRST'] };
  await finishLinkRun(run, {
    content: sampleContent('sample_permit', [stays], [], () => 'P-00000001'),
    events: [],
    counts: {},
  });
  const person = await arriving;
  await withRights(instance, { registers: [] }, async (tx) => {
    expect(await recordsOfPerson(tx, person)).toEqual([permit('4000')]);
    expect(await findEntriesByKeys(tx, [4000n], { wall: [] })).toHaveLength(1);
  });
});
