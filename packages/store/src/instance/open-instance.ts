import { resolve } from 'node:path';
import { type Database, withClient } from '../database/connect.ts';
import { recoverDeliveries } from '../import/recover-deliveries.ts';
import { recoverLinkRuns } from '../linkage/link-run.ts';
import { migrate } from '../migration/migrate.ts';
import { type Migration, readMigrations } from '../migration/migration.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { assembleInstance } from './assemble-instance.ts';
import type { Instance } from './instance.ts';
import { findInstanceFile, type InstanceFile } from './instance-file.ts';
import { openDatabase } from './open-database.ts';

/**
 * Opens the instance of a folder: starts or finds its database, refuses one that belongs to another instance, applies
 * waiting migrations, and marks deliveries that were cut short. Throws `StoreProblem`.
 */
export async function openInstance(options: {
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  /** Migrations of a country pack, after the store's own. */
  readonly furtherMigrations?: readonly Migration[];
  readonly onProgress?: (message: string) => void;
}): Promise<Instance> {
  const folder = resolve(options.folder);
  try {
    const file = await getInstanceFile(folder);
    checkAddress(file, folder, options.databaseUrl);
    const opened = await openDatabase({ folder, databaseUrl: options.databaseUrl, onProgress: options.onProgress });
    try {
      await refuseOtherInstance(opened.database, file, folder);
      const migrations = [...(await readMigrations()), ...(options.furtherMigrations ?? [])];
      await migrate(opened.database, migrations, options.onProgress);
      const interrupted = [...(await recoverDeliveries(opened.database)), ...(await recoverOpenRuns(opened.database))];
      for (const notice of interrupted) options.onProgress?.(notice);
      return assembleInstance(folder, file, opened, interrupted);
    } catch (error) {
      await opened.release();
      throw error;
    }
  } catch (error) {
    throw toStoreProblem(error);
  }
}

async function getInstanceFile(folder: string): Promise<InstanceFile> {
  const file = await findInstanceFile(folder);
  if (file !== null) return file;
  throw new StoreProblem(
    'instance_missing',
    `There is no instance in ${folder}.`,
    'Make one first: leeto init, or leeto demo.',
  );
}

function checkAddress(file: InstanceFile, folder: string, databaseUrl: string | undefined): void {
  if (file.database === 'given' && databaseUrl === undefined) {
    throw new StoreProblem(
      'database_url_missing',
      `The instance in ${folder} keeps its records in a PostgreSQL server of your own, and no address was given.`,
      'Set DATABASE_URL to the database with which it was made.',
    );
  }
  if (file.database === 'embedded' && databaseUrl !== undefined) {
    throw new StoreProblem(
      'database_is_embedded',
      `The instance in ${folder} keeps its records in its own folder, but an address of another database was given.`,
      'Start without DATABASE_URL, or make a new instance in another folder for that database.',
    );
  }
}

async function refuseOtherInstance(database: Database, file: InstanceFile, folder: string): Promise<void> {
  const row = await withClient(database.configFor('reader'), async (client) => {
    const { rows: known } = await client.query<{ known: boolean }>(
      `select exists(
         select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname = 'leeto' and relname = 'instance') as known`,
    );
    if (known[0]?.known !== true) return null;
    const { rows } = await client.query<{ id: string; kind: string }>('select id, kind from leeto.instance');
    return rows[0] ?? null;
  });
  if (row === null) {
    throw new StoreProblem(
      'database_holds_no_instance',
      `The database ${database.name} does not hold the ${file.kind} instance of ${folder}.`,
      'Give the address of the database with which it was made, or restore a backup into this one.',
    );
  }
  if (row.id === file.id && row.kind === file.kind) return;
  throw new StoreProblem(
    'database_holds_other_instance',
    `The folder ${folder} is ${words(file.kind)} instance, but the database ${database.name} belongs to ` +
      `${row.kind === file.kind ? 'a different' : words(row.kind)} one.`,
    'Give the address of the database that belongs to this folder. The two are never mixed.',
  );
}

const words = (kind: string): string => (kind === 'demonstration' ? 'a demonstration' : 'an operational');

/** Runs over protected registers are left to whoever has the right to them: their next run marks them. */
const recoverOpenRuns = (database: Database): Promise<readonly string[]> =>
  withClient(database.configFor('application'), (client) => recoverLinkRuns(client, []));
