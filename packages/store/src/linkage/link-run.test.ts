import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleCase, samplePermit } from '../testing/sample-declarations.ts';
import { linkSample, type SampleRecord, sampleContent, sampleEntry } from '../testing/sample-linkage.ts';
import {
  appendEvents,
  beginLinkRun,
  currentModel,
  findEntriesByKeys,
  finishLinkRun,
  interruptLinkRun,
  linkAtDesk,
  personHistory,
  personOf,
  readMembers,
  recordsOfPerson,
  recoverLinkRuns,
  saveModel,
  takePersonIds,
  withRights,
  writeEntry,
} from './index.ts';

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance();
  instance = opened.instance;
});
afterAll(() => opened.dispose());

const record = (id: string, group: string, keys: readonly bigint[], ...fields: string[]): SampleRecord => ({
  id,
  group,
  keys,
  fields,
});
const people = [
  record('1', 'a', [10n, 11n], 'THABO', '1990-01-02'),
  record('2', 'a', [11n, -5n], 'TABO', '1990-01-02'),
  record('3', 'b', [-9_000_000_000_000_000_001n], 'PULENG', '1985-07-07'),
];
const ref = (id: string) => ({ source: 'sample_permit', id });

test('a run is written and read back: entries by keys with their persons, records of a person, the model', async () => {
  const persons = await linkSample(instance, samplePermit, people, [
    { left: 0, right: 1, weight: 12.5, state: 'accepted' },
  ]);
  expect([...persons.values()]).toEqual(['P-00000001', 'P-00000002']);
  await withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const found = await findEntriesByKeys(tx, [11n, -9_000_000_000_000_000_001n], { wall: [] });
    expect(
      found
        .map(({ fields, persons: of, records }) => ({ fields, of, records }))
        .sort((one, other) => (String(one.fields) < String(other.fields) ? -1 : 1)),
    ).toEqual([
      { fields: ['PULENG', '1985-07-07'], of: ['P-00000002'], records: 1 },
      { fields: ['TABO', '1990-01-02'], of: ['P-00000001'], records: 1 },
      { fields: ['THABO', '1990-01-02'], of: ['P-00000001'], records: 1 },
    ]);
    expect(new Set(found.map(({ entry }) => entry))).toEqual(
      new Set(people.map((one) => sampleEntry(samplePermit, one))),
    );
    expect(await findEntriesByKeys(tx, [999n], { wall: [] })).toEqual([]);
    expect(await personOf(tx, ref('2'))).toEqual({
      person: 'P-00000001',
      persons: ['P-00000001'],
      records: [ref('1'), ref('2')],
    });
    expect(await personOf(tx, ref('77'))).toBeNull();
    expect(await recordsOfPerson(tx, 'P-00000002')).toEqual([ref('3')]);
    expect((await currentModel(tx))?.document).toEqual({ format: 'sample' });
    const members = [];
    for await (const member of readMembers(tx, [])) members.push(member);
    expect(members).toHaveLength(3);
    expect((await personHistory(tx, 'P-00000001'))?.today).toBe('P-00000001');
  });
});

test('a run that fails or is given up leaves what was before, and says so in its row', async () => {
  const model = await saveModel(instance, {});
  const options = { declarations: [samplePermit], model, startedBy: 'tester' };
  const run = await beginLinkRun(instance, options);
  await expect(beginLinkRun(instance, options)).rejects.toMatchObject({ code: 'link_run_under_way' });
  await interruptLinkRun(run);
  const failing = await beginLinkRun(instance, options);
  const broken = sampleContent('another_register', people, [], () => 'P-00000001');
  await expect(finishLinkRun(failing, { content: broken, events: [], counts: {} })).rejects.toMatchObject({
    name: 'StoreProblem',
  });
  const { rows } = await instance.reader.query('select number, status from linkage.run order by number');
  expect(rows).toEqual([
    { number: 1, status: 'done' },
    { number: 2, status: 'interrupted' },
    { number: 3, status: 'interrupted' },
  ]);
  const tables = await instance.reader.query(`select relname from pg_class where relname ~ '^entry_0_[23]$'`);
  expect(tables.rows).toEqual([]);
  await withRights(instance, { registers: [] }, async (tx) => {
    expect((await personOf(tx, ref('1')))?.records).toHaveLength(2);
  });
});

test('a run whose program was killed is marked as interrupted', async () => {
  const { rows } = await instance.application.query<{ model: number }>('select max(id) as model from linkage.model');
  await instance.application.query(
    `insert into linkage.run (layer, number, wall, registers, model, status, started_by)
     values (0, 4, '{}', '{sample_permit}', $1, 'running', 'tester')`,
    [rows[0]?.model],
  );
  const client = await instance.application.connect();
  expect(await recoverLinkRuns(client, [])).toEqual([
    'The linking of sample_permit was cut short: all is as before; link them again.',
  ]);
  client.release();
});

test('what a desk linked while a run was under way is carried over, and merged with what the run merged', async () => {
  const model = await saveModel(instance, {});
  const run = await beginLinkRun(instance, { declarations: [samplePermit], model, startedBy: 'tester' });
  const today = [];
  for await (const { record: of, person } of readMembers(run.tx, [])) today.push(`${of.id} ${person}`);
  expect(today.sort()).toEqual(['1 P-00000001', '2 P-00000001', '3 P-00000002']);
  const arrived = { record: ref('50'), content: { fields: ['PULENG', '1985-07-08'], uniqueSource: null } };
  await linkAtDesk(instance, { wall: [], keys: [77n] }, async (tx) => {
    await writeEntry(tx, [], { ...arrived, keys: [77n], links: [] });
    await appendEvents(tx, [], [{ kind: 'joined', person: 'P-00000002', records: [ref('50')] }], { causedBy: 'desk' });
  });
  const { carriedOver } = await finishLinkRun(run, {
    content: sampleContent('sample_permit', people, [], () => 'P-00000001'),
    events: [{ kind: 'merged', from: 'P-00000002', into: 'P-00000001', records: [ref('3')] }],
    counts: {},
  });
  expect(carriedOver).toEqual([ref('50')]);
  await withRights(instance, { registers: [] }, async (tx) => {
    expect((await personOf(tx, ref('50')))?.person).toBe('P-00000001');
    expect((await findEntriesByKeys(tx, [77n], { wall: [] })).map(({ persons }) => persons)).toEqual([['P-00000001']]);
    const history = await personHistory(tx, 'P-00000002');
    expect(history).toMatchObject({ today: 'P-00000001', former: [] });
    expect((await personHistory(tx, 'P-00000001'))?.former).toEqual(['P-00000002']);
  });
});

test('persons merged by a reviewer while a run was under way stop the run, not the reviewer', async () => {
  const model = await saveModel(instance, {});
  const run = await beginLinkRun(instance, { declarations: [samplePermit], model, startedBy: 'tester' });
  await withRights(instance, { registers: [] }, async (tx) => {
    const [fresh = ''] = await takePersonIds(tx.client, [], 1);
    await appendEvents(tx, [], [{ kind: 'split', from: 'P-00000001', into: fresh, records: [ref('3')] }], {
      causedBy: 'reviewer',
    });
  });
  const content = sampleContent('sample_permit', people, [], () => 'P-00000001');
  await expect(finishLinkRun(run, { content, events: [], counts: {} })).rejects.toMatchObject({
    code: 'persons_changed',
  });
  await withRights(instance, { registers: [] }, async (tx) => {
    expect((await personOf(tx, ref('3')))?.person).not.toBe('P-00000001');
  });
});

test('open and protected registers are not linked in one run', async () => {
  const run = beginLinkRun(instance, { declarations: [samplePermit, sampleCase], model: 1, startedBy: 'tester' });
  await expect(run).rejects.toMatchObject({ code: 'wall_mixed' });
});
