import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRecords } from '../import/import-records.ts';
import type { Instance } from '../instance/instance.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import {
  sampleBatch,
  sampleDelivery,
  sampleMovement,
  samplePermit,
  sampleRecords,
} from '../testing/sample-declarations.ts';
import { withClient } from './connect.ts';

let opened: TestInstance;
let instance: Instance;
beforeAll(async () => {
  opened = await openTestInstance({ records: sampleRecords });
  instance = opened.instance;
  await importRecords(instance, {
    declaration: sampleMovement,
    delivery: sampleDelivery('movements.csv'),
    batches: [
      sampleBatch(sampleMovement, ['direction', 'crossed_on', 'document_number'], [['arrival', '2025-01-01', 'D1']]),
    ],
    receivedBy: 'officer',
  });
  await importRecords(instance, {
    declaration: samplePermit,
    delivery: sampleDelivery('permits.csv'),
    batches: [sampleBatch(samplePermit, ['permit_number'], [['P1']])],
    receivedBy: 'officer',
  });
});
afterAll(() => opened.dispose());

const refused = { code: '42501' };
const attempt = (pool: pg.Pool, sql: string) => expect(pool.query(sql)).rejects.toMatchObject(refused);

test('the reader reads and writes nothing', async () => {
  const { reader } = instance;
  expect((await reader.query('select permit_number from register.sample_permit')).rows).toEqual([
    { permit_number: 'P1' },
  ]);
  await attempt(reader, `insert into register.sample_permit (permit_number) values ('x')`);
  await attempt(reader, `update register.sample_permit set surname = 'x'`);
  await attempt(reader, 'delete from register.sample_permit');
  await attempt(reader, `select ledger.withdraw_delivery(1, '', '')`);
  await attempt(reader, `select ledger.ensure_partition('sample_movement', 2020)`);
  await attempt(reader, `update ledger.delivery set status = 'withdrawn'`);
  await attempt(reader, 'create table register.mine ()');
});

test('the application owns nothing, makes no tables and deletes nothing', async () => {
  const { application } = instance;
  const { rows } = await application.query(
    `select relname from pg_class where pg_get_userbyid(relowner) = 'leeto_application'`,
  );
  expect(rows).toEqual([]);
  await attempt(application, 'create table register.mine ()');
  await attempt(application, 'create schema mine');
  await attempt(application, 'delete from register.sample_permit');
  await attempt(application, 'truncate register.sample_permit');
  await attempt(application, 'drop table register.sample_permit');
  await attempt(application, `update leeto.instance set kind = 'operational'`);
});

test('the application adds to the log of movements and to the history, and alters neither', async () => {
  const { application } = instance;
  await attempt(application, `update register.sample_movement set surname = 'x'`);
  await attempt(application, 'delete from register.sample_movement');
  await attempt(application, 'delete from register.sample_movement_2025');
  await attempt(application, 'select from register.sample_movement_2025');
  await attempt(application, `update ledger.record_change set before = '{}'`);
  await attempt(application, 'delete from ledger.record_change');
  await attempt(
    application,
    `select set_config('leeto.withdrawing', 'on', false); delete from register.sample_movement`,
  );
});

test('even the owner does not alter the log of movements, through the parent or through a partition', async () => {
  const appendOnly = { code: 'LE003' };
  await withClient(instance.database.configFor('migrator'), async (client) => {
    for (const sql of [
      `update register.sample_movement set surname = 'x'`,
      'delete from register.sample_movement',
      'delete from register.sample_movement_2025',
      'truncate register.sample_movement',
      'truncate register.sample_movement_2025',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject(appendOnly);
    }
  });
});
