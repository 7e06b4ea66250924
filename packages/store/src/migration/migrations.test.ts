import type { RecordDeclaration } from '@leeto/registers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withClient } from '../database/connect.ts';
import { openTestInstance, type TestInstance } from '../testing/open-test-instance.ts';
import { sampleMovement, samplePermit, sampleRecords } from '../testing/sample-declarations.ts';
import { compareSchemas, type Drift } from './find-drift.ts';
import { emptySchema, readLiveSchema } from './live-schema.ts';
import { migrate } from './migrate.ts';
import { defineMigration } from './migration.ts';
import { proposeMigration } from './propose-migration.ts';

let opened: TestInstance;
beforeAll(async () => {
  opened = await openTestInstance({ records: sampleRecords });
});
afterAll(() => opened.dispose());

const asOwner = (sql: string) =>
  withClient(opened.instance.database.configFor('migrator'), (client) => client.query(sql));

/** Drift of the sample tables alone: the committed ones are declared elsewhere. */
async function findSampleDrift(
  records: ReadonlyMap<string, RecordDeclaration> = sampleRecords,
): Promise<readonly Drift[]> {
  const live = await readLiveSchema(opened.instance.reader);
  return compareSchemas({ records }, new Map([...live].filter(([name]) => name.startsWith('sample_'))));
}

describe('migrating', () => {
  // A source of its own for each test: they share a database.
  let source = '';
  let first = defineMigration('', 1, '', '');
  beforeEach(({ task }) => {
    source = `try_${task.id.replaceAll('-', '_')}`;
    first = defineMigration(source, 1, 'one', `create table register.${source} (id integer)`);
  });
  afterEach(() => asOwner(`drop table if exists register.${source}`));

  test('applies each migration once', async () => {
    const { database } = opened.instance;
    expect(await migrate(database, [first])).toEqual(['one']);
    expect(await migrate(database, [first])).toEqual([]);
  });

  test('by several processes at once applies each migration once', async () => {
    const { database } = opened.instance;
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database, [first])));
    expect(applied.flat()).toEqual(['one']);
  });

  test('refuses a migration that was edited after it was applied', async () => {
    const { database } = opened.instance;
    await migrate(database, [first]);
    const edited = defineMigration(source, 1, 'one', 'select 1');
    await expect(migrate(database, [edited])).rejects.toMatchObject({ code: 'migration_edited' });
  });

  test('refuses a database that a newer version has migrated', async () => {
    const { database } = opened.instance;
    await migrate(database, [first, defineMigration(source, 2, 'two', 'select 1')]);
    await expect(migrate(database, [first])).rejects.toMatchObject({ code: 'database_newer' });
  });

  test('leaves the database as it was where a migration fails half way', async () => {
    const { database, reader } = opened.instance;
    const failing = defineMigration(source, 1, 'one', `create table register.${source} (id integer); select 1 / 0`);
    await expect(migrate(database, [failing])).rejects.toMatchObject({ code: 'migration_failed' });
    expect((await reader.query(`select to_regclass('register.${source}') as found`)).rows).toEqual([{ found: null }]);
    expect(await migrate(database, [first])).toEqual(['one']);
  });
});

describe('proposals', () => {
  test('make tables that the drift check finds equal to their declarations', async () => {
    expect(await findSampleDrift()).toEqual([]);
  });

  test('are empty where nothing is to be done', async () => {
    const live = await readLiveSchema(opened.instance.reader);
    const samples = new Map([...live].filter(([name]) => name.startsWith('sample_')));
    expect(proposeMigration({ records: sampleRecords }, samples)).toBe('');
  });

  test('bring live tables to changed declarations, after which there is no drift', async () => {
    const [number, surname, ...others] = samplePermit.fields;
    if (number === undefined || surname === undefined) throw new Error('the sample has fields');
    const changed: RecordDeclaration = {
      ...samplePermit,
      fields: [
        { ...number, kind: 'integer' },
        { ...surname, required: true },
        ...others.slice(0, -1),
        { ...surname, name: 'order', kind: 'date' },
      ],
    };
    const records = new Map<string, RecordDeclaration>([...sampleRecords, [changed.id, changed]]);
    const live = await readLiveSchema(opened.instance.reader);
    const sql = proposeMigration({ records }, new Map([...live].filter(([name]) => name.startsWith('sample_'))));
    expect(sql).toContain('alter column permit_number type bigint');
    expect(sql).toContain('add column "order" date');
    expect(sql).toContain('is_renewal is declared no more');
    await migrate(opened.instance.database, [defineMigration('test-2', 1, 'changed', sql)]);
    const codes = (await findSampleDrift(records)).map(({ code, part }) => `${code} ${part}`);
    expect(codes).toEqual(['column_undeclared is_renewal']);
    await opened.dispose();
    opened = await openTestInstance({ records: sampleRecords });
  });

  test('quote a text that would end the comment', () => {
    expect(proposeMigration({ records: sampleRecords }, emptySchema)).toContain("it''s small");
  });
});

describe('drift', () => {
  test('is found where a log is declared a register', async () => {
    const asRegister: RecordDeclaration = { ...sampleMovement, shape: 'register' };
    const records = new Map<string, RecordDeclaration>([...sampleRecords, [asRegister.id, asRegister]]);
    expect((await findSampleDrift(records)).map(({ code }) => code)).toContain('partitioning_differs');
  });

  test('is found in every part of a table', async () => {
    await asOwner(`
      alter table register.sample_permit drop column fee;
      alter table register.sample_permit add column shoe_size integer;
      alter table register.sample_permit alter column surname type varchar(20);
      alter table register.sample_permit alter column permit_number drop not null;
      drop index register.sample_permit_delivery;
      drop index register.sample_permit_key;
      create index sample_permit_key on register.sample_permit (record_key);
      create index sample_extra on register.sample_permit (surname);
      drop trigger is_append_only on register.sample_movement;
      drop table register.sample_stock;
      create table register.sample_other (id integer);`);
    const found = (await findSampleDrift()).map(({ table, part, code }) => `${table} ${part} ${code}`);
    expect(found.sort()).toEqual(
      [
        'sample_permit fee column_missing',
        'sample_permit shoe_size column_undeclared',
        'sample_permit surname type_differs',
        'sample_permit permit_number nullability_differs',
        'sample_permit sample_permit_delivery index_missing',
        'sample_permit sample_permit_key index_differs',
        'sample_permit sample_extra index_undeclared',
        'sample_movement is_append_only trigger_missing',
        'sample_stock  table_missing',
        'sample_other  table_undeclared',
      ].sort(),
    );
  });
});
