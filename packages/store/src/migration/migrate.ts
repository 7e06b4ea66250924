import type pg from 'pg';
import { type Database, withClient } from '../database/connect.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { grantPrivileges } from './grant-privileges.ts';
import type { Migration } from './migration.ts';

const MIGRATION_LOCK = 7_319_001;

/**
 * Brings the database forward: applies what it has not seen, each migration in a transaction, one process at a time, and
 * renews the grants. A migration that was edited after it had been applied is refused. Returns the names applied.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  onProgress: (message: string) => void = () => {},
): Promise<readonly string[]> {
  try {
    return await withClient(database.configFor('migrator'), async (client) => {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await client.query(`
        create schema if not exists leeto;
        create table if not exists leeto.migration (
          source text not null,
          number integer not null,
          name text not null,
          checksum text not null,
          applied_at timestamptz not null default now(),
          primary key (source, number)
        )`);
      const waiting = await findWaiting(client, migrations);
      for (const migration of waiting) {
        onProgress(`Migrating the database: ${migration.name}`);
        await apply(client, migration);
      }
      if (waiting.length > 0 && database.roles === 'separate') await grantPrivileges(client);
      return waiting.map(({ name }) => name);
    });
  } catch (error) {
    throw toStoreProblem(error);
  }
}

async function findWaiting(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ source: string; number: number; name: string; checksum: string }>(
    'select source, number, name, checksum from leeto.migration order by source, number',
  );
  const applied = new Map(rows.map((row) => [`${row.source} ${row.number}`, row]));
  const known = new Set(migrations.map(({ source, number }) => `${source} ${number}`));
  const sources = new Set(migrations.map(({ source }) => source));
  for (const row of rows) {
    if (sources.has(row.source) && !known.has(`${row.source} ${row.number}`)) {
      throw new StoreProblem(
        'database_newer',
        `The database has been migrated by a newer version of Leeto (${row.source} ${row.number}, ${row.name}).`,
        'Upgrade the program, or restore a backup made before the upgrade.',
      );
    }
  }
  for (const migration of migrations) {
    const before = applied.get(`${migration.source} ${migration.number}`);
    if (before !== undefined && before.checksum !== migration.checksum) {
      throw new StoreProblem(
        'migration_edited',
        `Migration ${migration.source} ${migration.number} (${migration.name}) differs from the one that was applied.`,
        'Put the file back as it was and write the change as a new migration.',
      );
    }
  }
  return migrations.filter(({ source, number }) => !applied.has(`${source} ${number}`));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into leeto.migration (source, number, name, checksum) values ($1, $2, $3, $4)', [
      migration.source,
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    const code = (cause as { code?: string }).code ?? '';
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new StoreProblem(
      'migration_failed',
      `Migration ${migration.source} ${migration.number} (${migration.name}) failed: ${text} ${code}`.trim(),
      'The database is as it was before this migration. Correct the cause and start again.',
      cause,
    );
  }
}
