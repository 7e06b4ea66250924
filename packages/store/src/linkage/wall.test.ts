import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { createInstance } from '../instance/create-instance.ts';
import type { Instance } from '../instance/instance.ts';
import { openInstance } from '../instance/open-instance.ts';
import { openTestDatabase, openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleCase, sampleClinic, samplePermit } from '../testing/sample-declarations.ts';
import { linkSample, type SampleRecord, sampleEntry } from '../testing/sample-linkage.ts';
import {
  addDecision,
  appendEvents,
  beginLinkRun,
  countReviewQueue,
  currentModel,
  decisionsFor,
  findEntriesByKeys,
  finishLinkRun,
  linkAtDesk,
  listEvents,
  personHistory,
  personOf,
  recordsOfPerson,
  reviewQueuePage,
  takePersonIds,
  undo,
  wallOf,
  withRights,
  writeEntry,
} from './index.ts';

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance();
});
beforeEach(() => {
  instance = opened.instance;
});
afterAll(() => opened.dispose());

const record = (id: string, group: string, keys: readonly bigint[], ...fields: string[]): SampleRecord => ({
  id,
  group,
  keys,
  fields,
});
const permits = [
  record('1', 'a', [10n], 'THABO', '1990-01-02'),
  record('2', 'a', [10n], 'TABO', '1990-01-02'),
  record('3', 'b', [20n], 'PULENG', '1985-07-07'),
  record('4', 'c', [20n], 'PULENG', '1985-07-08'),
];
// One case stands for both permit holders b and c, one for somebody without a permit.
const cases = [record('1', 'x', [20n], 'PULENG', '1985-07-07'), record('2', 'y', [30n], 'LERATO', '2001-03-03')];
const visits = [record('9', 'v', [30n], 'LERATO', '2001-03-03')];

const permit = (id: string) => ({ source: 'sample_permit', id });
const aCase = (id: string) => ({ source: 'sample_case', id });
const visit = (id: string) => ({ source: 'sample_clinic', id });

const linkOpen = () =>
  linkSample(instance, samplePermit, permits, [
    { left: 0, right: 1, weight: 12, state: 'accepted' },
    { left: 2, right: 3, weight: 3, state: 'review' },
  ]);

async function linkProtected(): Promise<void> {
  const [third, fourth] = permits.slice(2);
  await linkSample(instance, sampleCase, cases, [
    { left: 0, right: sampleEntry(samplePermit, third as SampleRecord), weight: 14, state: 'accepted' },
    { left: 0, right: sampleEntry(samplePermit, fourth as SampleRecord), weight: 11, state: 'accepted' },
    { left: 1, right: sampleEntry(samplePermit, permits[0] as SampleRecord), weight: 2, state: 'review' },
  ]);
  await linkSample(instance, sampleClinic, visits);
  // The layer of both: only links.
  const run = await beginLinkRun(instance, { declarations: [sampleClinic, sampleCase], startedBy: 'tester' });
  const ends = [
    sampleEntry(sampleCase, cases[1] as SampleRecord),
    sampleEntry(sampleClinic, visits[0] as SampleRecord),
  ];
  await finishLinkRun(run, {
    content: {
      entries: { count: 0, contentOf: () => ({ fields: [], uniqueSource: null }) },
      members: { count: 0, recordOf: () => aCase('0'), entryOf: new Int32Array(), personOf: () => '' },
      keys: { count: 0, key: new BigInt64Array(), entry: new Int32Array() },
      links: {
        count: 1,
        left: Int32Array.of(0),
        right: Int32Array.of(1),
        weight: Float64Array.of(20),
        stateOf: () => 'accepted',
        guardOf: () => null,
        levels: new Uint8Array(2),
        width: 2,
      },
      elsewhere: ends,
    },
    events: [],
    counts: { links: 1 },
  });
}

/** Each answer, or the whole error, of everything that an open user can ask. Instants and models are left out. */
async function askEverything(isOwner = false): Promise<string> {
  const answers: unknown[] = [];
  const ask = async (work: () => Promise<unknown>) => {
    const answer = await work().catch((error) => ({ error: String(error), code: error.code, remedy: error.remedy }));
    answers.push(answer);
  };
  for (const role of ['reader', 'application'] as const) {
    const asked = <Result>(work: Parameters<typeof withRights<Result>>[2]) =>
      ask(() => withRights(instance, { registers: [], role }, work));
    await asked((tx) => findEntriesByKeys(tx, [10n, 20n, 30n], { wall: [] }).then(sortByJson));
    await asked((tx) =>
      findEntriesByKeys(tx, [10n, 20n, 30n], { wall: ['sample_case', 'sample_clinic'] }).then(sortByJson),
    );
    for (const one of [...['1', '2', '3', '4', '5'].map(permit), aCase('1'), aCase('2'), visit('9')]) {
      await asked((tx) => personOf(tx, one));
    }
    for (const id of ['P-00000001', 'P-00000002', 'P-00000003', 'P-00000009']) {
      await asked((tx) => recordsOfPerson(tx, id));
      await asked((tx) => personHistory(tx, id));
    }
    await asked((tx) => listEvents(tx, [], { after: 0, limit: 100 }));
    await asked((tx) => listEvents(tx, ['sample_case'], { after: 0, limit: 100 }));
    await asked((tx) => reviewQueuePage(tx, { limit: 10 }));
    await asked((tx) => countReviewQueue(tx));
    await asked((tx) => decisionsFor(tx));
    await asked((tx) => decisionsFor(tx, [aCase('1'), permit('3')]));
    await asked((tx) => undo(tx, ['sample_case'], 1, { causedBy: 'officer' }));
    await asked((tx) => undo(tx, [], 99, { causedBy: 'officer' }));
    await asked((tx) => appendEvents(tx, ['sample_case'], [], { causedBy: 'officer' }));
    await asked((tx) =>
      addDecision(tx, ['sample_case'], { left: aCase('1'), right: permit('3'), verdict: 'same', reviewer: 'officer' }),
    );
    await asked(async (tx) => tx.layers);
    await asked(
      async (tx) =>
        (await tx.client.query('select layer, number, wall, status, counts, open_event from linkage.run')).rows,
    );
    await asked(async (tx) => ({ ...(await currentModel(tx)), madeAt: 'then' }));
    await asked((tx) =>
      tx.client.query(
        `insert into linkage.run (layer, number, wall, registers, model, status, started_by) values (1, 1, '{}', '{}', 1, 'running', 'x')`,
      ),
    );
    await asked((tx) =>
      tx.client.query(
        `insert into linkage.run (layer, number, wall, registers, model, status, started_by) values (77, 1, '{}', '{}', 1, 'running', 'x')`,
      ),
    );
    await asked((tx) =>
      tx.client
        .query(`update linkage.layer set current_run = current_run where id > 0`)
        .then(({ rowCount }) => rowCount),
    );
    for (const call of [
      `linkage.ensure_layer('{sample_case}')`,
      `linkage.ensure_layer('{sample_clinic}')`,
      `linkage.make_run_tables(1::smallint, 1, '{}')`,
      `linkage.finish_run_tables(1::smallint, 1)`,
      `linkage.drop_superseded(1::smallint)`,
    ]) {
      await asked((tx) => tx.client.query(`select ${call}`).then(({ rows }) => rows));
    }
    // The owner of a sequence reads it, as it could lift the wall itself.
    if (!isOwner) {
      await asked((tx) =>
        tx.client
          .query(
            `select sequencename, last_value from pg_sequences where schemaname = 'linkage' and last_value is not null`,
          )
          .then(({ rows }) => rows),
      );
    }
  }
  return JSON.stringify(answers, null, 1);
}

const sortByJson = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

// What it links, the tests after it find.
test('every answer to an open user is the same to the byte before and after protected registers are linked', async () => {
  await linkOpen();
  const before = await askEverything();
  await linkProtected();
  expect(await askEverything()).toBe(before);
  expect(before).toContain('THABO');
});

test('what an open desk writes, and the numbers it is given, are the same with and without protected registers', async () => {
  const answers: string[] = [];
  for (const isLinked of [false, true]) {
    const other = await openTestInstance();
    instance = other.instance;
    await linkOpen();
    if (isLinked) {
      await linkProtected();
      await deskArrives('sample_case', ['sample_case'], '7', 'LERATO');
    }
    const given = await deskArrives('sample_permit', [], '60', 'LERATO');
    const state = await withRights(instance, { registers: [] }, async (tx) => {
      const undone = await undo(tx, [], given.events[0] ?? 0, { causedBy: 'reviewer' });
      await addDecision(tx, [], { left: permit('3'), right: permit('4'), verdict: 'not_the_same', reviewer: 'r' });
      return [undone, await reviewQueuePage(tx, { limit: 5 }), (await decisionsFor(tx)).length];
    });
    answers.push(JSON.stringify([given, state, stripInstants(await askEverything())]));
    await other.dispose();
  }
  expect(answers[1]).toBe(answers[0]);
});

const stripInstants = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

async function deskArrives(source: string, wall: readonly string[], id: string, name: string) {
  return linkAtDesk(instance, { wall, keys: [30n] }, async (tx) => {
    const found = await findEntriesByKeys(tx, [30n], { wall });
    const [person = ''] = await takePersonIds(tx.client, wall, 1);
    const content = { fields: [name, '2001-03-03'], uniqueSource: null };
    const entry = await writeEntry(tx, wall, { record: { source, id }, content, keys: [30n], links: [] });
    const events = await appendEvents(tx, wall, [{ kind: 'created', person, records: [{ source, id }] }], {
      causedBy: 'desk',
    });
    return { found, person, entry, events };
  });
}

test('who has the right sees the person through the wall, and who has one right sees nothing behind another', async () => {
  const seen = (registers: readonly string[], one: { source: string; id: string }) =>
    withRights(instance, { registers, role: 'reader' }, (tx) => personOf(tx, one));
  // The case joins two persons that are apart for everybody else.
  expect(await seen([], permit('3'))).toMatchObject({
    person: 'P-00000002',
    persons: ['P-00000002'],
    records: [permit('3')],
  });
  expect(await seen(['sample_case'], permit('3'))).toMatchObject({
    person: 'P-00000002',
    records: [aCase('1'), permit('3'), permit('4')],
  });
  expect((await seen(['sample_case'], permit('4')))?.person).toBe('P-00000002');
  expect((await seen(['sample_clinic'], permit('3')))?.records).toEqual([permit('3')]);
  expect((await seen(['sample_clinic'], visit('9')))?.records).toEqual([visit('9')]);
  expect((await seen(['sample_case', 'sample_clinic'], visit('9')))?.records).toEqual([aCase('2'), visit('9')]);
  expect(await seen(['sample_clinic'], aCase('2'))).toBeNull();
  await withRights(instance, { registers: ['sample_case'] }, async (tx) => {
    const queue = await reviewQueuePage(tx, { limit: 1 });
    expect(queue.pairs).toMatchObject([{ weight: 3, wall: [] }]);
    const rest = await reviewQueuePage(tx, { limit: 5, ...(queue.next === null ? {} : { after: queue.next }) });
    expect(rest.pairs).toMatchObject([
      { weight: 2, wall: ['sample_case'], leftRecord: aCase('2'), rightRecord: permit('1') },
    ]);
    expect(await countReviewQueue(tx)).toBe(2);
  });
});

test('rights end with their transaction, on the same connection', async () => {
  for (let round = 0; round < 12; round += 1) {
    const count = await withRights(instance, { registers: ['sample_case'] }, async (tx) => tx.layers.length);
    expect(count).toBe(2);
    expect((await instance.application.query('select from linkage.layer')).rowCount).toBe(1);
  }
  await expect(withRights(instance, { registers: ['sample_case,sample_clinic'] }, async () => {})).rejects.toThrow(
    'snake_case',
  );
});

/** Names of the tables behind a wall, as the owner sees them. */
async function protectedTables(): Promise<readonly string[]> {
  const { rows } = await instance.application.query<{ name: string }>(
    `select 'linkage.' || relname as name from pg_class
     where relnamespace = 'linkage'::regnamespace and relkind = 'r' and relname ~ '_[1-9][0-9]*(_[0-9]+)?$' and relname !~ '_0(_[0-9]+)?$'`,
  );
  return rows.map(({ name }) => name);
}

test('past the API, by SQL as reader, application and even owner, nothing behind the wall is read or written', async () => {
  const tables = await protectedTables();
  expect(tables.length).toBeGreaterThanOrEqual(12);
  const look = async (client: pg.ClientBase | pg.Pool) => {
    for (const table of tables) {
      expect((await client.query(`select from ${table}`)).rowCount, table).toBe(0);
    }
    expect((await client.query(`select from linkage.layer where wall <> '{}'`)).rowCount).toBe(0);
    expect((await client.query(`select from linkage.run where wall <> '{}'`)).rowCount).toBe(0);
    const statistics = await client.query(`select from pg_stats where schemaname = 'linkage' and tablename = any($1)`, [
      tables.map((name) => name.replace('linkage.', '')),
    ]);
    expect(statistics.rowCount).toBe(0);
  };
  await look(instance.reader);
  await look(instance.application);
  await withClient(instance.database.configFor('migrator'), look);
  for (const table of tables.filter((name) => /member_/.test(name))) {
    const insert = `insert into ${table} (register, record_id, entry) values ('sample_case', 1, gen_random_uuid())`;
    await expect(instance.application.query(insert)).rejects.toMatchObject({ code: '42501' });
    expect((await instance.application.query(`update ${table} set person = 1`)).rowCount).toBe(0);
    expect((await instance.application.query(`delete from ${table}`)).rowCount).toBe(0);
    await expect(instance.application.query(`truncate ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(instance.application.query(`copy ${table} from stdin`)).rejects.toBeDefined();
  }
  await withRights(instance, { registers: ['sample_case'], role: 'reader' }, async (tx) => {
    let found = 0;
    for (const table of tables) found += (await tx.client.query(`select from ${table}`)).rowCount ?? 0;
    expect(found).toBeGreaterThan(0);
  });
});

test('events and decisions are added to and never altered, by the owner either', async () => {
  const appendOnly = { code: 'LE003' };
  await withClient(instance.database.configFor('migrator'), async (client) => {
    for (const sql of [
      `update linkage.person_event_0 set caused_by = 'x'`,
      'delete from linkage.person_event_0',
      'truncate linkage.person_event_0',
      'delete from linkage.decision_0',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject(appendOnly);
    }
  });
  for (const sql of [`update linkage.person_event_0 set caused_by = 'x'`, 'delete from linkage.person_event_0']) {
    await expect(instance.application.query(sql)).rejects.toMatchObject({ code: '42501' });
    await expect(instance.reader.query(sql)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(instance.reader.query('insert into linkage.person_event_0 (person) values (1)')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(instance.reader.query('select linkage.take_person_numbers(1)')).rejects.toMatchObject({ code: '42501' });
});

test('an open statement reads open tables alone', async () => {
  await withRights(instance, { registers: [] }, async (tx) => {
    const texts: string[] = [];
    const query = tx.client.query.bind(tx.client) as (...rest: readonly unknown[]) => unknown;
    const watched = {
      ...tx,
      client: {
        query: (...rest: readonly unknown[]) => {
          const [first] = rest;
          texts.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
          return query(...rest);
        },
      } as unknown as pg.ClientBase,
    };
    await findEntriesByKeys(watched, [20n], { wall: ['sample_case'] });
    await personOf(watched, permit('3'));
    await personHistory(watched, 'P-00000002');
    await reviewQueuePage(watched, { limit: 3 });
    await decisionsFor(watched);
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts)
      expect(text).not.toMatch(/linkage\.(entry|entry_key|member|link|person_event|decision)_[1-9]/);
  });
});

test('a wall is what is declared as protected', () => {
  expect(wallOf([sampleClinic, samplePermit, sampleCase])).toEqual(['sample_case', 'sample_clinic']);
  expect(wallOf([samplePermit])).toEqual([]);
});

test('where everything runs as one login the wall holds for it too, and a login above it is warned of', async () => {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'leeto-test-one-login-'));
  const name = `poor_${database.databaseUrl.slice(-8)}`;
  const poorUrl = new URL(database.databaseUrl);
  poorUrl.username = name;
  poorUrl.password = 'poor';
  await withClient({ connectionString: database.databaseUrl }, async (client) => {
    const db = new URL(database.databaseUrl).pathname.slice(1);
    await client.query(`create role ${name} login password 'poor'; alter database ${db} owner to ${name}`);
  });
  instance = await createInstance({ folder, kind: 'demonstration', countryCode: 'LSO', databaseUrl: poorUrl.href });
  expect(instance.database.roles).toBe('single');
  expect(instance.notices.join()).not.toContain('NOT hidden');
  await linkOpen();
  const before = await askEverything(true);
  await linkProtected();
  expect(await askEverything(true)).toBe(before);
  for (const table of await protectedTables()) {
    expect((await instance.application.query(`select from ${table}`)).rowCount, table).toBe(0);
  }
  await instance.close();
  await withClient({ connectionString: database.databaseUrl }, async (client) => {
    await client.query(`alter role ${name} bypassrls`);
    const raised = await openInstance({ folder, databaseUrl: poorUrl.href });
    expect(raised.notices.join()).toContain('NOT hidden');
    await raised.close();
    await client.query(`reassign owned by ${name} to current_user; drop owned by ${name}; drop role ${name}`);
  });
  await rm(folder, { recursive: true, force: true });
  await database.dispose();
});
