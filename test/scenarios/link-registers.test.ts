import {
  answer,
  defaultCountry,
  getCountryContext,
  linkArrivals,
  linkRegisters,
  newestEvents,
  planUndo,
  readPerson,
  reviewQueue,
  undo,
  undoPersonEvent,
  withdraw,
} from '@leeto/server';
import {
  countReviewQueue,
  type Instance,
  listEvents,
  personOf,
  readMembers,
  reviewQueuePage,
  withRights,
} from '@leeto/store';
import { openTestInstance, type TestInstance } from '@leeto/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringPeople,
  catalogueOf,
  inventPeople,
  type PersonRow,
  personRegister,
  withSlip,
} from '../support/link-people.ts';

const asylum = getCountryContext(defaultCountry).catalogue.records.get('asylum_case');
if (asylum === undefined) throw new Error('no register to model tests on');
const permits = personRegister('test_permit', false, asylum);
const visits = personRegister('test_visit', false, asylum);
const cases = personRegister('test_case', true, asylum);
const catalogue = catalogueOf([permits, visits, cases]);
const options = { catalogue, startedBy: 'tester', threads: 0 };

const people = inventPeople(900, 11);
const rowOf = (at: number, prefix: string, hasSlip: boolean): PersonRow => {
  const person = people[at] as PersonRow['person'];
  return { number: `${prefix}${at}`, person: hasSlip ? withSlip(person, at) : person };
};
/** 0–599 hold permits; 300–899 visit, every fifth of them written down with a slip. */
const permitRows = Array.from({ length: 600 }, (_, at) => rowOf(at, 'P', false));
const visitRows = Array.from({ length: 600 }, (_, at) => rowOf(at + 300, 'V', at % 5 === 0));
/** Every tenth person, of all 900, stands in the protected register. */
const caseRows = Array.from({ length: 90 }, (_, at) => rowOf(at * 10, 'C', false));

/** Everything that somebody without further rights can be told of persons. */
async function everythingOpen(instance: Instance): Promise<string> {
  return withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const members: {
      readonly record: { readonly source: string; readonly id: string };
      readonly person: string | null;
    }[] = [];
    for await (const member of readMembers(tx, [])) members.push(member);
    members.sort((a, b) => `${a.record.source} ${a.record.id}`.localeCompare(`${b.record.source} ${b.record.id}`));
    const persons = [];
    for (const { record } of members.slice(0, 50)) persons.push(await personOf(tx, record));
    const { pairs } = await reviewQueuePage(tx, { limit: 1000 });
    return JSON.stringify({
      members,
      persons,
      events: await listEvents(tx, [], { after: 0, limit: 10_000 }),
      queue: pairs.map(({ levels, ...pair }) => ({ ...pair, levels: [...levels] })),
      count: await countReviewQueue(tx),
      layers: tx.layers,
    });
  });
}

async function membersOf(instance: Instance): Promise<ReadonlyMap<string, string | null>> {
  return withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const members = new Map<string, string | null>();
    for await (const { record, person } of readMembers(tx, [])) members.set(`${record.source} ${record.id}`, person);
    return members;
  });
}

/** The ids of records by their own numbers. */
async function idsOf(instance: Instance, register: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await instance.reader.query<{ id: string; number: string }>(
    `select record_id::text as id, case_number as number from register.${register}`,
  );
  return new Map(rows.map(({ id, number }) => [number, id]));
}

describe('registers of a database linked into persons', () => {
  let opened: TestInstance;
  let instance: Instance;
  beforeAll(async () => {
    opened = await openTestInstance({ records: catalogue.records });
    instance = opened.instance;
    await bringPeople(instance, permits, permitRows);
    await bringPeople(instance, visits, visitRows);
  });
  afterAll(() => opened.dispose());

  test('a person of two registers is one person, and linking again changes nobody', async () => {
    const first = await linkRegisters(instance, options);
    expect(first.open.records).toBe(1200);
    const ids = { P: await idsOf(instance, permits.id), V: await idsOf(instance, visits.id) };
    const members = await membersOf(instance);
    const personAt = (prefix: 'P' | 'V', at: number) =>
      members.get(`${prefix === 'P' ? permits.id : visits.id} ${ids[prefix].get(`${prefix}${at}`)}`);
    const both = Array.from({ length: 300 }, (_, at) => at + 300);
    const found = both.filter((at) => personAt('P', at) === personAt('V', at));
    expect(found.length).toBeGreaterThan(290);
    const wrong = both.filter((at) =>
      [...both].some((other) => other !== at && personAt('P', at) === personAt('V', other)),
    );
    expect(wrong).toEqual([]);
    const second = await linkRegisters(instance, options);
    expect(second.open.events).toEqual({});
    expect(await membersOf(instance)).toEqual(members);
  });

  test('a protected register is linked to persons, and nobody without the right can tell', async () => {
    const before = await everythingOpen(instance);
    await bringPeople(instance, cases, caseRows);
    const { open, protected: behind } = await linkRegisters(instance, options);
    expect(open.events).toEqual({});
    expect(behind[0]).toMatchObject({ records: 90 });
    expect(behind[0]?.links.accepted).toBeGreaterThanOrEqual(85);
    const after = await everythingOpen(instance);
    // The open layer was linked again, so the number of its run is another one.
    const withoutRun = (text: string) => text.replace(/"layers":.*$/, '');
    expect(withoutRun(after)).toBe(withoutRun(before));

    const permit = { source: permits.id, id: (await idsOf(instance, permits.id)).get('P40') ?? '' };
    const ask = (registers: readonly string[]) =>
      withRights(instance, { registers, role: 'reader' }, (tx) => personOf(tx, permit));
    const [seen, unseen] = [await ask([cases.id]), await ask([])];
    expect(seen?.records.map(({ source }) => source)).toContain(cases.id);
    expect(unseen?.records.map(({ source }) => source)).not.toContain(cases.id);
    expect(seen?.person).toBe(unseen?.person);
  });
});

describe('records that come later', () => {
  let opened: TestInstance;
  let instance: Instance;
  let later: number;
  beforeAll(async () => {
    opened = await openTestInstance({ records: catalogue.records });
    instance = opened.instance;
    await bringPeople(instance, permits, permitRows);
    await bringPeople(instance, visits, visitRows.slice(0, 400));
    await linkRegisters(instance, options);
    later = await bringPeople(instance, visits, visitRows.slice(400));
    await bringPeople(
      instance,
      permits,
      permitRows.slice(0, 40).map((row) => ({ ...row, number: `again ${row.number}` })),
    );
  });
  afterAll(() => opened.dispose());

  test('make the same persons as everything at once', async () => {
    const arrived = await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    expect(arrived.open).toMatchObject({ linked: 240, changed: 0, removed: 0 });
    const members = await membersOf(instance);
    expect(members.size).toBe(1240);
    const { open } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(open.events).toEqual({});
    expect(await membersOf(instance)).toEqual(members);
    const again = await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    expect(again.open).toMatchObject({ linked: 0, removed: 0 });
  });

  test('that say something else than they did go where they belong, and keep their person where they can', async () => {
    const ids = await idsOf(instance, permits.id);
    const before = await membersOf(instance);
    const refOf = (number: string) => `${permits.id} ${ids.get(number)}`;
    const changed = [
      // A slip of the pen: still the same person. And a number that turns out to be somebody else's.
      { number: 'P310', person: withSlip((people[310] ?? people[0]) as PersonRow['person'], 5) },
      { number: 'P50', person: people[51] as PersonRow['person'] },
    ];
    await bringPeople(instance, permits, changed);
    const { open } = await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    expect(open).toMatchObject({ linked: 0, changed: 2, removed: 0 });
    const after = await membersOf(instance);
    expect(after.get(refOf('P310'))).toBe(before.get(refOf('P310')));
    expect(after.get(refOf('P50'))).toBe(after.get(refOf('P51')));
    const { open: whole } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(whole.events).toEqual({});
    expect(await membersOf(instance)).toEqual(after);
    expect((await linkArrivals(instance, { catalogue, causedBy: 'tester' })).open).toMatchObject({ changed: 0 });
  });

  test('leave their persons at once when their delivery is withdrawn', async () => {
    const withdrawn = await withdraw(instance, { id: later, reason: 'wrong month', withdrawnBy: 'tester', catalogue });
    expect(withdrawn.persons).toMatchObject({ linked: 0, removed: 200 });
    expect(withdrawn.persons?.events.left).toBe(200);
    const { open: nothing } = await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    expect(nothing).toEqual({ linked: 0, changed: 0, removed: 0, events: {} });
    const { open } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(open.events).toEqual({});
  });
});

describe('what reviewers say', () => {
  let opened: TestInstance;
  let instance: Instance;
  const open = { registers: [] };
  const said = { reviewer: 'reviewer', catalogue };
  beforeAll(async () => {
    opened = await openTestInstance({ records: catalogue.records });
    instance = opened.instance;
    await bringPeople(instance, permits, permitRows);
    await bringPeople(instance, visits, visitRows);
    await linkRegisters(instance, options);
  });
  afterAll(() => opened.dispose());

  test('acts at once and holds in every later linking, until it is taken back', async () => {
    const [ofPermits, ofVisits] = [await idsOf(instance, permits.id), await idsOf(instance, visits.id)];
    const permit = (at: number) => ({ source: permits.id, id: ofPermits.get(`P${at}`) ?? '' });
    const visit = (at: number) => ({ source: visits.id, id: ofVisits.get(`V${at}`) ?? '' });
    const numberOf = async (record: ReturnType<typeof permit>) =>
      (await readPerson(instance, open, record, catalogue))?.person;
    // Written down with a slip, and linked all the same.
    expect(await numberOf(visit(305))).toBe(await numberOf(permit(305)));
    const before = await membersOf(instance);
    const apart = await answer(instance, open, {
      ...said,
      left: permit(305),
      right: visit(305),
      verdict: 'not_the_same',
    });
    expect(apart.events.map(({ kind }) => kind)).toEqual(['split']);
    expect(await numberOf(visit(305))).not.toBe(await numberOf(permit(305)));
    const joined = await answer(instance, open, { ...said, left: permit(0), right: permit(1), verdict: 'same' });
    expect(joined.events.map(({ kind }) => kind)).toEqual(['merged']);
    expect(await numberOf(permit(0))).toBe(await numberOf(permit(1)));
    for (const keepsModel of [false, true]) {
      const again = await linkRegisters(instance, { ...options, keepsModel });
      expect(again.open.events).toEqual({});
    }
    expect(await numberOf(visit(305))).not.toBe(await numberOf(permit(305)));
    expect(await numberOf(permit(0))).toBe(await numberOf(permit(1)));
    const apartAgain = await undo(instance, open, { ...said, left: permit(0), right: permit(1) });
    expect(apartAgain.events.map(({ kind }) => kind)).toEqual(['split']);
    const together = await undo(instance, open, { ...said, left: visit(305), right: permit(305) });
    expect(together.events.map(({ kind }) => kind)).toEqual(['merged']);
    expect(await numberOf(visit(305))).toBe(before.get(`${permits.id} ${permit(305).id}`));
    const { open: after } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(after.events).toEqual({});
    expect(await numberOf(permit(0))).toBe(before.get(`${permits.id} ${permit(0).id}`));
    expect(await numberOf(permit(0))).not.toBe(await numberOf(permit(1)));
  });

  test('tells records apart that are alike in everything, now and in every later linking', async () => {
    await bringPeople(instance, permits, [{ ...(permitRows[7] as PersonRow), number: 'P7 again' }]);
    await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    const ids = await idsOf(instance, permits.id);
    const permit = (number: string) => ({ source: permits.id, id: ids.get(number) ?? '' });
    const numberOf = async (number: string) =>
      (await membersOf(instance)).get(`${permits.id} ${permit(number).id}`) ?? null;
    const person = await numberOf('P7');
    expect(await numberOf('P7 again')).toBe(person);
    const { events } = await answer(instance, open, {
      ...said,
      left: permit('P7'),
      right: permit('P7 again'),
      verdict: 'not_the_same',
    });
    expect(events.map(({ kind }) => kind)).toEqual(['split']);
    expect(await numberOf('P7 again')).not.toBe(await numberOf('P7'));
    const members = await membersOf(instance);
    for (const keepsModel of [true, false]) {
      const { open: again } = await linkRegisters(instance, { ...options, keepsModel });
      expect(again.events).toEqual({});
      expect(again.contradictions).toEqual([]);
    }
    expect(await membersOf(instance)).toEqual(members);
    // A third one that is alike goes with the first of the two, at a desk as in a whole run.
    await bringPeople(instance, permits, [{ ...(permitRows[7] as PersonRow), number: 'P7 once more' }]);
    const arrived = await linkArrivals(instance, { catalogue, causedBy: 'tester' });
    expect(arrived.open.events).toEqual({ joined: 1 });
    const { open: whole } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(whole.events).toEqual({});
    await undo(instance, open, { ...said, left: permit('P7'), right: permit('P7 again') });
    expect(await numberOf('P7 again')).toBe(await numberOf('P7'));
  });

  test('is heard though other answers stand against it', async () => {
    const ids = await idsOf(instance, permits.id);
    const permit = (at: number) => ({ source: permits.id, id: ids.get(`P${at}`) ?? '' });
    const says = (left: number, right: number, verdict: 'same' | 'not_the_same') =>
      answer(instance, open, { ...said, left: permit(left), right: permit(right), verdict });
    await says(20, 21, 'same');
    await says(21, 22, 'same');
    const against = await says(20, 22, 'not_the_same');
    expect(against.contradictions.join()).toContain('These cannot all hold');
    const members = await membersOf(instance);
    const personAt = (at: number) => members.get(`${permits.id} ${permit(at).id}`);
    expect(personAt(20)).not.toBe(personAt(22));
    const { open: whole } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(whole.events).toEqual({});
    expect(whole.contradictions.join()).toContain('These cannot all hold');
    expect(await membersOf(instance)).toEqual(members);
  });

  test('and what linking did is undone by its event, after it was shown what that does', async () => {
    const ids = { permits: await idsOf(instance, permits.id), visits: await idsOf(instance, visits.id) };
    const permit = { source: permits.id, id: ids.permits.get('P330') ?? '' };
    const visit = { source: visits.id, id: ids.visits.get('V330') ?? '' };
    const personAt = async (record: typeof permit) =>
      (await membersOf(instance)).get(`${record.source} ${record.id}`) ?? null;
    const newest = async () => (await newestEvents(instance, 1))[0]?.number ?? 0;
    await answer(instance, open, { ...said, left: permit, right: visit, verdict: 'not_the_same' });
    const split = await newest();
    const [apart, other] = [await personAt(permit), await personAt(visit)];
    expect(apart).not.toBe(other);
    const plan = await planUndo(instance, { event: split, wall: [], by: 'tester' });
    expect(plan).toMatchObject({ decisions: 1, linkedAnew: 0 });
    expect(plan.undone.map(({ number }) => number)).toEqual([split]);
    expect(await newest()).toBe(split);
    const undone = await undoPersonEvent(instance, { event: split, wall: [], by: 'tester' });
    expect(undone.events).toEqual([{ kind: 'undone', event: split }]);
    expect(await personAt(permit)).toBe(await personAt(visit));
    await expect(planUndo(instance, { event: split, wall: [], by: 'tester' })).rejects.toMatchObject({
      code: 'event_not_undoable',
    });
    await expect(planUndo(instance, { event: 10 ** 6, wall: [], by: 'tester' })).rejects.toMatchObject({
      code: 'event_missing',
    });

    // A later event moved the same records: refused with its number, or both are undone.
    const neighbour = { ...permit, id: ids.permits.get('P29') ?? '' };
    const alone = { ...permit, id: ids.permits.get('P28') ?? '' };
    await answer(instance, open, { ...said, left: alone, right: neighbour, verdict: 'same' });
    const merge = await newest();
    await answer(instance, open, { ...said, left: alone, right: neighbour, verdict: 'not_the_same' });
    const later = await newest();
    expect(later).toBeGreaterThan(merge);
    await expect(planUndo(instance, { event: merge, wall: [], by: 'tester' })).rejects.toThrow(`${later} (split)`);
    const both = await undoPersonEvent(instance, { event: merge, wall: [], by: 'tester', withLater: true });
    expect(both.undone.map(({ number }) => number)).toEqual([later, merge]);
    expect(await personAt(alone)).not.toBe(await personAt(neighbour));
    const members = await membersOf(instance);
    const { open: whole } = await linkRegisters(instance, { ...options, keepsModel: true });
    expect(whole.events).toEqual({});
    expect(await membersOf(instance)).toEqual(members);
    expect(await personAt(permit)).toBe(await personAt(visit));
  });

  test('is asked side by side, and not about what one may not see', async () => {
    const { questions, waiting } = await reviewQueue(instance, open, { limit: 5, reviewer: 'other' });
    expect(questions.length).toBe(Math.min(5, waiting));
    for (const { sideBySide } of questions) expect(sideBySide?.rows.map(({ field }) => field)).toContain('surname');
    const hidden = { source: cases.id, id: '1' };
    const seen = { source: permits.id, id: [...(await idsOf(instance, permits.id)).values()][0] ?? '' };
    await expect(answer(instance, open, { ...said, left: hidden, right: seen, verdict: 'same' })).rejects.toThrow(
      'One of the two records is not linked.',
    );
  });
});
