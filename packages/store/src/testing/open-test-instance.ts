import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '@leeto/registers';
import type pg from 'pg';
import { connect, withClient } from '../database/connect.ts';
import { createInstance } from '../instance/create-instance.ts';
import type { Instance, InstanceKind } from '../instance/instance.ts';
import { readLiveSchema } from '../migration/live-schema.ts';
import { migrate } from '../migration/migrate.ts';
import { defineMigration, readMigrations } from '../migration/migration.ts';
import { proposeMigration } from '../migration/propose-migration.ts';
import { SUPERUSER } from '../server/run-initdb.ts';
import { type PostgresServer, startPostgres } from '../server/start-postgres.ts';

/** A fresh database on the test server, dropped by `dispose`. */
export interface TestDatabase {
  readonly databaseUrl: string;
  readonly dispose: () => Promise<void>;
}

export interface TestInstance extends TestDatabase {
  readonly instance: Instance;
  readonly folder: string;
}

/** In the system's temporary folder; one for each user of the machine. */
export const TEST_SERVER_FOLDER = join(tmpdir(), `leeto-test-${process.getuid?.() ?? 'user'}`);

let server: Promise<PostgresServer> | null = null;

/**
 * The PostgreSQL server that all tests of a machine's user share: it lies in the system's temporary folder, is started by
 * the first test file that needs it and stopped by the last.
 */
export function startTestServer(): Promise<PostgresServer> {
  server ??= startPostgres({
    folder: TEST_SERVER_FOLDER,
    // Tests make and drop a database each, which waits for the disk otherwise; what they write need not outlive the machine.
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  return server;
}

/** Makes an empty database of the test's own. */
export function openTestDatabase(): Promise<TestDatabase> {
  return copyDatabase('template1');
}

async function copyDatabase(template: string): Promise<TestDatabase> {
  const running = await startTestServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(running, (client) => client.query(`create database ${name} template ${template}`));
  return {
    databaseUrl: urlOf(running, name),
    dispose: async () => {
      await asSuperuser(running, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A database that has seen the committed migrations, to be copied; made anew when they change. */
async function ensureTemplate(): Promise<string> {
  const running = await startTestServer();
  const migrations = await readMigrations();
  const checksum = createHash('sha256')
    .update(migrations.map((migration) => migration.checksum).join())
    .digest('hex');
  const name = `migrated_${checksum.slice(0, 12)}`;
  await asSuperuser(running, async (client) => {
    await client.query('select pg_advisory_lock(7319009)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate(await connect({ databaseUrl: urlOf(running, unfinished) }), migrations);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

/** Makes an instance of the test's own, with tables for the given declarations beside the committed ones. */
export async function openTestInstance(
  options: { readonly records?: Catalogue['records']; readonly kind?: InstanceKind } = {},
): Promise<TestInstance> {
  const database = await copyDatabase(await ensureTemplate());
  const folder = await mkdtemp(join(tmpdir(), 'leeto-test-instance-'));
  const { databaseUrl } = database;
  const instance = await createInstance({
    folder,
    kind: options.kind ?? 'demonstration',
    countryCode: 'LSO',
    databaseUrl,
  });
  if (options.records !== undefined) await migrateTo(instance, options.records);
  return {
    instance,
    folder,
    databaseUrl,
    dispose: async () => {
      await instance.close();
      await database.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Applies the migration that the store itself proposes for the declarations. */
async function migrateTo(instance: Instance, records: Catalogue['records']): Promise<void> {
  const live = await readLiveSchema(instance.reader);
  const sql = proposeMigration({ records }, live);
  if (sql !== '') await migrate(instance.database, [defineMigration('test', 1, 'registers', sql)]);
}

const asSuperuser = <Result>(running: PostgresServer, work: (client: pg.Client) => Promise<Result>) =>
  withClient({ connectionString: urlOf(running, 'postgres') }, work);

export const urlOf = (running: PostgresServer, database: string): string =>
  `postgresql://${SUPERUSER}:${running.secrets.superuser}@${running.host}:${running.port}/${database}`;
