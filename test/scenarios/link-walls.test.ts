import {
  answer,
  countPersons,
  defaultCountry,
  getCountryContext,
  linkArrivals,
  linkRegisters,
  reviewQueue,
} from '@leeto/server';
import { type Instance, personOf, type RightsTransaction, withRights } from '@leeto/store';
import { openTestInstance, type TestInstance } from '@leeto/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringPeople, catalogueOf, inventPeople, type PersonRow, personRegister } from '../support/link-people.ts';

const asylum = getCountryContext(defaultCountry).catalogue.records.get('asylum_case');
if (asylum === undefined) throw new Error('no register to model tests on');
const permits = personRegister('test_permit', false, asylum);
const cases = personRegister('test_case', true, asylum);
const clinics = personRegister('test_clinic', true, asylum);
const catalogue = catalogueOf([permits, cases, clinics]);
const options = { catalogue, startedBy: 'tester', threads: 0 };
const arriving = { catalogue, causedBy: 'tester' };
const both = [cases.id, clinics.id];

const people = inventPeople(700, 31);
const rowOf = (at: number, prefix: string): PersonRow => ({
  number: `${prefix}${at}`,
  person: people[at] as PersonRow['person'],
});
const range = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance({ records: catalogue.records });
  instance = opened.instance;
  // 0–399 hold permits. Of 400–459 nothing is open; 420–439 stand in both protected registers, as every tenth permit holder below 100 does.
  await bringPeople(
    instance,
    permits,
    range(0, 400).map((at) => rowOf(at, 'P')),
  );
  await bringPeople(
    instance,
    cases,
    [...range(0, 100, 10), ...range(400, 440)].map((at) => rowOf(at, 'C')),
  );
  await linkRegisters(instance, { ...options, catalogue: catalogueOf([permits, cases]) });
});
afterAll(() => opened.dispose());

/** Every row of every table of linkage that a session with these rights can read, table by table. */
async function everyRow(tx: RightsTransaction): Promise<Readonly<Record<string, string>>> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'linkage'::regnamespace and relkind = 'r' order by relname`,
  );
  const seen: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await tx.client.query<{ many: number; content: string | null }>(
      `select count(*) as many, md5(string_agg(row::text, '|' order by row::text)) as content from linkage.${name} as row`,
    );
    if (Number(found.rows[0]?.many ?? 0) > 0) seen[name] = `${found.rows[0]?.many} ${found.rows[0]?.content}`;
  }
  return seen;
}

/** All that is told to somebody with these rights: by SQL, past the API, and by its answers. */
async function told(registers: readonly string[]): Promise<string> {
  const bySql = await withRights(instance, { registers, role: 'reader' }, async (tx) => {
    const persons = [];
    for (const { source, id } of await recordsOf(['test_permit', ...registers]))
      persons.push(await personOf(tx, { source, id }));
    return { rows: await everyRow(tx), layers: tx.layers, persons };
  });
  const counts = await countPersons(instance, { registers });
  const queue = await reviewQueue(instance, { registers }, { limit: 500, reviewer: 'other' });
  return JSON.stringify({ bySql, counts, queue });
}

async function recordsOf(registers: readonly string[]) {
  const all: { source: string; id: string; number: string }[] = [];
  for (const source of registers) {
    const { rows } = await instance.reader.query<{ id: string; number: string }>(
      `select record_id::text as id, case_number as number from register.${source} order by record_id`,
    );
    all.push(...rows.map((row) => ({ source, ...row })));
  }
  return all;
}

async function refOf(source: string, number: string) {
  const found = (await recordsOf([source])).find((record) => record.number === number);
  return { source, id: found?.id ?? '' };
}

const seenAs = async (registers: readonly string[], source: string, number: string) =>
  withRights(instance, { registers, role: 'reader' }, async (tx) => personOf(tx, await refOf(source, number)));

/** Links of all layers with where they stand, whichever end is named first. */
async function linksOf(registers: readonly string[]): Promise<readonly string[]> {
  return withRights(instance, { registers, role: 'reader' }, async (tx) => {
    const links: string[] = [];
    for (const { id, run, wall } of tx.layers) {
      if (run === null) continue;
      const { rows } = await tx.client.query<{ link: string }>(
        `select concat_ws(' ', least(left_entry, right_entry), greatest(left_entry, right_entry), round(weight::numeric, 6), state, guard) as link
         from linkage.link_${id}_${run}`,
      );
      links.push(...rows.map(({ link }) => `${wall.join('+')}: ${link}`));
    }
    return links.sort();
  });
}

/** A whole run with the kept model finds the same persons and the same links. */
async function expectAsAWholeRun(): Promise<void> {
  const before = await linksOf(both);
  const whole = await linkRegisters(instance, { ...options, keepsModel: true });
  expect(whole.open.events).toEqual({});
  for (const layer of whole.protected) expect(layer.events).toEqual({});
  expect(await linksOf(both)).toEqual(before);
}

test('a second protected register, and what links it with the first, change nothing for anybody with less than both rights', async () => {
  const [open, ofCases] = [await told([]), await told([cases.id])];
  await bringPeople(
    instance,
    clinics,
    [...range(0, 100, 20), ...range(420, 460)].map((at) => rowOf(at, 'K')),
  );
  const arrived = await linkArrivals(instance, arriving);
  expect(arrived.open).toMatchObject({ linked: 0, changed: 0, removed: 0 });
  expect(arrived.protected[clinics.id]?.linked).toBe(45);
  expect(await told([])).toBe(open);
  expect(await told([cases.id])).toBe(ofCases);

  // With both rights they are one person: directly, where nothing is open; by way of the permit, where there is one.
  const sources = (seen: Awaited<ReturnType<typeof seenAs>>) => seen?.records.map(({ source }) => source).sort();
  expect(sources(await seenAs(both, cases.id, 'C425'))).toEqual([cases.id, clinics.id]);
  expect(sources(await seenAs(both, cases.id, 'C20'))).toEqual([cases.id, clinics.id, permits.id]);
  expect(sources(await seenAs([cases.id], cases.id, 'C425'))).toEqual([cases.id]);
  expect(sources(await seenAs([clinics.id], clinics.id, 'K425'))).toEqual([clinics.id]);
  await expectAsAWholeRun();
});

test('by SQL, a session with one of the two rights reads, counts and writes nothing of what links them', async () => {
  const pair = await withRights(instance, { registers: both, role: 'reader' }, async (tx) =>
    tx.layers.find(({ wall }) => wall.length === 2),
  );
  const link = `linkage.link_${pair?.id}_${pair?.run}`;
  const count = async (registers: readonly string[], role: 'reader' | 'application') =>
    withRights(instance, { registers, role }, async (tx) => {
      const { rows } = await tx.client.query<{ links: number; layers: number; runs: number }>(
        `select (select count(*) from ${link}) as links,
           (select count(*) from linkage.layer where id = $1) as layers,
           (select count(*) from linkage.run where layer = $1) as runs`,
        [pair?.id],
      );
      return rows[0];
    });
  expect(Number((await count(both, 'reader'))?.links)).toBeGreaterThan(15);
  for (const registers of [[], [cases.id], [clinics.id]]) {
    for (const role of ['reader', 'application'] as const)
      expect(await count(registers, role)).toEqual({ links: 0, layers: 0, runs: 0 });
    const write = withRights(instance, { registers }, (tx) =>
      tx.client.query(
        `insert into ${link} (left_entry, right_entry, weight, state, levels) values (gen_random_uuid(), gen_random_uuid(), 1, 'review', '')`,
      ),
    );
    await expect(write).rejects.toThrow();
    const change = await withRights(instance, { registers }, (tx) =>
      tx.client.query(`update ${link} set state = 'below'`),
    );
    expect(change.rowCount).toBe(0);
  }
});

test('an answer about records of two protected registers acts for those with both rights, and shows to nobody else', async () => {
  const before = { open: await told([]), cases: await told([cases.id]), clinics: await told([clinics.id]) };
  const said = { catalogue, reviewer: 'reviewer' };
  const [left, right] = [await refOf(cases.id, 'C425'), await refOf(clinics.id, 'K425')];
  await answer(instance, { registers: both }, { ...said, left, right, verdict: 'not_the_same' });
  expect((await seenAs(both, cases.id, 'C425'))?.records).toHaveLength(1);
  const other = await refOf(clinics.id, 'K450');
  await answer(
    instance,
    { registers: both },
    { ...said, left: await refOf(cases.id, 'C405'), right: other, verdict: 'same' },
  );
  expect((await seenAs(both, cases.id, 'C405'))?.records).toContainEqual(other);
  await expectAsAWholeRun();
  expect((await seenAs(both, cases.id, 'C425'))?.records).toHaveLength(1);
  expect((await seenAs(both, cases.id, 'C405'))?.records).toContainEqual(other);
  for (const registers of [[], [cases.id], [clinics.id]]) {
    const refused = answer(instance, { registers }, { ...said, left, right, verdict: 'same' });
    await expect(refused).rejects.toMatchObject({ code: 'record_not_linked' });
  }
  // Numbers of runs went up, as all was linked once more; persons, counts, queues and answers are as they were.
  const answers = (text: string) => text.replace(/"bySql":\{"rows":.*?"layers":\[.*?\],"persons"/, '');
  expect(answers(await told([]))).toBe(answers(before.open));
  expect(answers(await told([cases.id]))).toBe(answers(before.cases));
  expect(answers(await told([clinics.id]))).toBe(answers(before.clinics));
});

test('who comes to the open registers later is linked behind the wall, without a trace in front of it', async () => {
  expect((await seenAs([cases.id], cases.id, 'C410'))?.records).toHaveLength(1);
  await bringPeople(instance, permits, [rowOf(410, 'P'), rowOf(600, 'P')]);
  await linkArrivals(instance, { ...arriving, catalogue: catalogueOf([permits]) });
  const open = await told([]);
  expect((await seenAs([cases.id], cases.id, 'C410'))?.records).toHaveLength(1);
  await linkArrivals(instance, arriving);
  expect(await told([])).toBe(open);
  const records = (await seenAs([cases.id], cases.id, 'C410'))?.records;
  expect(records?.map(({ source }) => source).sort()).toEqual([cases.id, permits.id]);
  await expectAsAWholeRun();
});

test('who comes to a protected register later is linked as a whole run would, and shows to nobody without the right', async () => {
  const before = { open: await told([]), clinics: await told([clinics.id]) };
  await bringPeople(instance, cases, [rowOf(15, 'C'), rowOf(445, 'C'), { ...rowOf(430, 'C'), number: 'C430 again' }]);
  // A case that says something else than it did.
  await bringPeople(instance, cases, [{ number: 'C30', person: people[33] as PersonRow['person'] }]);
  const arrived = await linkArrivals(instance, arriving);
  expect(arrived.protected[cases.id]).toMatchObject({ linked: 3, changed: 1 });
  expect(await told([])).toBe(before.open);
  expect(await told([clinics.id])).toBe(before.clinics);
  const permit = await refOf(permits.id, 'P33');
  expect((await seenAs([cases.id], cases.id, 'C30'))?.records).toContainEqual(permit);
  expect((await seenAs(both, cases.id, 'C445'))?.records).toContainEqual(await refOf(clinics.id, 'K445'));
  await expectAsAWholeRun();
});

test('an answer about a protected and an open record acts at once, behind the wall alone', async () => {
  const open = await told([]);
  const said = { catalogue, reviewer: 'reviewer' };
  const rights = { registers: [cases.id] };
  const [left, right] = [await refOf(cases.id, 'C50'), await refOf(permits.id, 'P50')];
  expect((await seenAs([cases.id], cases.id, 'C50'))?.records).toContainEqual(right);
  await answer(instance, rights, { ...said, left, right, verdict: 'not_the_same' });
  expect((await seenAs([cases.id], cases.id, 'C50'))?.records).not.toContainEqual(right);
  const far = await refOf(permits.id, 'P77');
  await answer(instance, rights, { ...said, left, right: far, verdict: 'same' });
  expect((await seenAs([cases.id], cases.id, 'C50'))?.records).toContainEqual(far);
  expect(await told([])).toBe(open);
  await expectAsAWholeRun();
  expect((await seenAs([cases.id], cases.id, 'C50'))?.records).toContainEqual(far);
});
