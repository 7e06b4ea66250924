import { keyOfRef, replayEvents } from '@leeto/linkage';
import {
  answer,
  defaultCountry,
  getCountryContext,
  linkArrivals,
  linkOne,
  linkRegisters,
  undo,
  withdraw,
} from '@leeto/server';
import { type Instance, listEvents, readMembers, withRights } from '@leeto/store';
import { openTestInstance } from '@leeto/store/testing';
import { describe, expect, test } from 'vitest';
import {
  bringPeople,
  catalogueOf,
  type InventedPerson,
  inventPeople,
  type PersonRow,
  personRegister,
  randomOf,
  withSlip,
} from '../support/link-people.ts';

const asylum = getCountryContext(defaultCountry).catalogue.records.get('asylum_case');
if (asylum === undefined) throw new Error('no register to model tests on');
const permits = personRegister('test_permit', false, asylum);
const visits = personRegister('test_visit', false, asylum);
const registers = [permits, visits];
const catalogue = catalogueOf(registers);
const arriving = { catalogue, causedBy: 'tester' };

/** A record of a person as a busy office writes it down: right, with a slip, with fields left blank, or with hardly anything. */
function written(person: InventedPerson, random: () => number): InventedPerson {
  const without = (...names: readonly (keyof InventedPerson)[]) =>
    Object.fromEntries(
      Object.entries(person).filter(([name]) => !names.some((left) => left === name)),
    ) as unknown as InventedPerson;
  const how = random();
  if (how < 0.4) return person;
  if (how < 0.6) return withSlip(person, Math.floor(random() * 1e6));
  if (how < 0.75) return without('document_number');
  if (how < 0.85) return without('document_number', 'date_of_birth');
  if (how < 0.93) return { ...person, given_names: person.given_names.split(' ').reverse().join(' ') };
  return without('document_number', 'date_of_birth', 'sex', 'given_names');
}

async function membersOf(instance: Instance): Promise<ReadonlyMap<string, string>> {
  return withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const members = new Map<string, string>();
    for await (const { record, person } of readMembers(tx, []))
      if (person !== null) members.set(keyOfRef(record), person);
    return members;
  });
}

/** Links between entries that somebody is of, with where they stand, whichever end is named first. */
async function linksOf(instance: Instance): Promise<readonly string[]> {
  return withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const { id, run } = tx.layers[0] ?? {};
    const isHere = (end: string) =>
      `exists (select from linkage.member_${id}_${run} where entry = ${end} and person is not null)`;
    const { rows } = await tx.client.query<{ link: string }>(
      `select concat_ws(' ', least(left_entry, right_entry), greatest(left_entry, right_entry), round(weight::numeric, 6),
         state, guard) as link
       from linkage.link_${id}_${run}
       where ${isHere('left_entry')} and ${isHere('right_entry')}`,
    );
    return rows.map(({ link }) => link).sort();
  });
}

const eventsOf = (instance: Instance, after = 0) =>
  withRights(instance, { registers: [], role: 'reader' }, (tx) => listEvents(tx, [], { after, limit: 100_000 }));

const inOrder = (members: ReadonlyMap<string, string>) => [...members].sort(([one], [other]) => (one < other ? -1 : 1));

/** Months that come one by one, with corrections, withdrawals and answers of reviewers between them. */
async function liveThrough(instance: Instance, seed: number, check: () => Promise<void>): Promise<void> {
  const random = randomOf(seed);
  const people = inventPeople(220, seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const rows = new Map<string, { register: (typeof registers)[number]; row: PersonRow }>();
  const invent = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) => ({ number: `${prefix}-${at}`, person: written(pick(people), random) }));
  const bring = async (register: (typeof registers)[number], some: readonly PersonRow[]) => {
    for (const row of some) rows.set(`${register.id} ${row.number}`, { register, row });
    return bringPeople(instance, register, some);
  };
  for (const register of registers) await bring(register, invent(220, 'first'));
  await linkRegisters(instance, { catalogue, startedBy: 'tester', threads: 0 });
  await check();
  const deliveries: number[] = [];
  for (let month = 1; month <= 4; month += 1) {
    for (const register of registers) deliveries.push(await bring(register, invent(30, `month ${month}`)));
    // Corrections: what a record said is somebody else's, or was written badly.
    const corrected = Array.from({ length: 6 }, () => pick([...rows.values()]));
    for (const { register, row } of corrected)
      await bring(register, [{ number: row.number, person: written(pick(people), random) }]);
    await linkArrivals(instance, arriving);
    await check();
    const refs = await withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
      const all = [];
      for await (const { record, person } of readMembers(tx, [])) if (person !== null) all.push({ record, person });
      return all.sort((one, other) => (keyOfRef(one.record) < keyOfRef(other.record) ? -1 : 1));
    });
    for (let said = 0; said < 6; said += 1) {
      const left = pick(refs);
      const fellows = refs.filter((one) => one.person === left.person && one !== left);
      const right = random() < 0.6 && fellows.length > 0 ? pick(fellows) : pick(refs);
      if (left === right) continue;
      const verdict = pick(['same', 'not_the_same', 'not_the_same', 'unsure'] as const);
      const pair = { catalogue, left: left.record, right: right.record, reviewer: 'reviewer' };
      await answer(instance, { registers: [] }, { ...pair, verdict });
      if (random() < 0.3) await undo(instance, { registers: [] }, pair);
    }
    await check();
    if (month === 3) {
      const id = pick(deliveries);
      await withdraw(instance, { id, reason: 'the wrong month', withdrawnBy: 'tester', catalogue });
      await check();
    }
  }
}

describe('months added one by one with the model that was kept', () => {
  test.each([1, 2, 3])('make the same persons and links as one run over everything (seed %i)', async (seed) => {
    const opened = await openTestInstance({ records: catalogue.records });
    const { instance } = opened;
    try {
      let before: ReadonlyMap<string, string> = new Map();
      let lastEvent = 0;
      await liveThrough(instance, seed, async () => {
        const members = await membersOf(instance);
        const events = await eventsOf(instance);
        // The persons are what the events say, and nobody's number changes without one that names the record.
        expect(inOrder(replayEvents(events).personOf)).toEqual(inOrder(members));
        const named = new Set(
          events
            .filter(({ number }) => number > lastEvent)
            .flatMap(({ event }) => ('records' in event ? event.records.map(keyOfRef) : [])),
        );
        const moved = [...members].filter(([record, person]) => before.has(record) && before.get(record) !== person);
        expect(moved.filter(([record]) => !named.has(record))).toEqual([]);
        before = members;
        lastEvent = events.at(-1)?.number ?? 0;
      });
      const links = await linksOf(instance);
      const { open } = await linkRegisters(instance, { catalogue, startedBy: 'tester', keepsModel: true, threads: 0 });
      expect(open.events).toEqual({});
      expect(await linksOf(instance)).toEqual(links);
      expect(inOrder(await membersOf(instance))).toEqual(inOrder(before));
    } finally {
      await opened.dispose();
    }
  });
});

test('desks that link records of the same people side by side make the persons of one run', async () => {
  const opened = await openTestInstance({ records: catalogue.records });
  const { instance } = opened;
  try {
    const random = randomOf(9);
    const people = inventPeople(60, 9);
    const rows = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, at) => ({
        number: `${prefix}-${at}`,
        person: written(people[Math.floor(random() * people.length)] as InventedPerson, random),
      }));
    for (const register of registers) await bringPeople(instance, register, rows(60, 'first'));
    await linkRegisters(instance, { catalogue, startedBy: 'tester', threads: 0 });
    await bringPeople(instance, visits, rows(160, 'later'));
    const { rows: arrived } = await instance.reader.query<{ id: string }>(
      `select record_id::text as id from register.${visits.id} where case_number like 'later%' order by record_id`,
    );
    const waiting = arrived.map(({ id }) => id);
    const desk = async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
        await linkOne(instance, { register: visits.id, recordId: id }, arriving);
    };
    await Promise.all(Array.from({ length: 8 }, desk));
    const members = await membersOf(instance);
    expect(members.size).toBe(280);
    expect(inOrder(replayEvents(await eventsOf(instance)).personOf)).toEqual(inOrder(members));
    const { open } = await linkRegisters(instance, { catalogue, startedBy: 'tester', keepsModel: true, threads: 0 });
    expect(open.events).toEqual({});
  } finally {
    await opened.dispose();
  }
});
