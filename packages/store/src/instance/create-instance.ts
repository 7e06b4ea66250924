import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Database, withClient } from '../database/connect.ts';
import { migrate } from '../migration/migrate.ts';
import { type Migration, readMigrations } from '../migration/migration.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { assembleInstance } from './assemble-instance.ts';
import type { Instance, InstanceKind } from './instance.ts';
import {
  findInstanceFile,
  findUnfinishedInstanceFile,
  finishInstanceFile,
  type InstanceFile,
  removeUnfinishedInstanceFile,
  writeUnfinishedInstanceFile,
} from './instance-file.ts';
import { openDatabase } from './open-database.ts';

/**
 * Makes a new instance in `folder` (embedded database inside it, or the given one, which must hold no instance yet) and opens
 * it. If the making is cut short, calling it again finishes it.
 */
export async function createInstance(options: {
  readonly folder: string;
  readonly kind: InstanceKind;
  readonly countryCode: string;
  readonly databaseUrl?: string | undefined;
  /** Migrations of a country pack, after the store's own. */
  readonly furtherMigrations?: readonly Migration[];
  readonly onProgress?: (message: string) => void;
}): Promise<Instance> {
  const folder = resolve(options.folder);
  try {
    await mkdir(folder, { recursive: true });
    const present = await findInstanceFile(folder);
    if (present !== null) {
      throw new StoreProblem(
        'instance_exists',
        `${folder} already holds ${present.kind === 'demonstration' ? 'a demonstration' : 'an operational'} instance.`,
        'Open it, or choose another folder.',
      );
    }
    const file = await planInstance(folder, options);
    const opened = await openDatabase({ folder, databaseUrl: options.databaseUrl, onProgress: options.onProgress });
    try {
      await refuseForeignDatabase(opened.database, file, folder);
      const migrations = [...(await readMigrations()), ...(options.furtherMigrations ?? [])];
      await migrate(opened.database, migrations, options.onProgress);
      await writeInstanceRow(opened.database, file);
      await finishInstanceFile(folder);
      return assembleInstance(folder, file, opened, []);
    } catch (error) {
      await opened.release();
      throw error;
    }
  } catch (error) {
    throw toStoreProblem(error);
  }
}

async function planInstance(
  folder: string,
  options: { kind: InstanceKind; countryCode: string; databaseUrl?: string | undefined },
): Promise<InstanceFile> {
  const { kind, countryCode } = options;
  const database = options.databaseUrl === undefined ? 'embedded' : 'given';
  const unfinished = await findUnfinishedInstanceFile(folder);
  const isSame =
    unfinished?.kind === kind && unfinished.countryCode === countryCode && unfinished.database === database;
  if (unfinished !== null && isSame) return unfinished;
  const file: InstanceFile = { id: randomUUID(), kind, countryCode, createdAt: new Date().toISOString(), database };
  await writeUnfinishedInstanceFile(folder, file);
  return file;
}

/** A database that holds an instance already, or somebody else's tables under our names, is not touched. */
async function refuseForeignDatabase(database: Database, file: InstanceFile, folder: string): Promise<void> {
  const found = await withClient(database.configFor('migrator'), async (client) => {
    const { rows } = await client.query<{ ours: boolean; taken: boolean }>(
      `select to_regclass('leeto.instance') is not null as ours,
         to_regnamespace('register') is not null or to_regnamespace('ledger') is not null
           or to_regnamespace('linkage') is not null or to_regnamespace('release') is not null as taken`,
    );
    if (rows[0]?.ours !== true) return { row: null, isTaken: rows[0]?.taken === true };
    const instance = await client.query<{ id: string; kind: string }>('select id, kind from leeto.instance');
    return { row: instance.rows[0] ?? null, isTaken: false };
  });
  if (found.isTaken) {
    await removeUnfinishedInstanceFile(folder);
    throw new StoreProblem(
      'database_in_use',
      `The database ${database.name} holds schemas named register, ledger, linkage or release that are not Leeto's.`,
      'Give the instance a database of its own: create database leeto',
    );
  }
  if (found.row === null || found.row.id === file.id) return;
  await removeUnfinishedInstanceFile(folder);
  throw new StoreProblem(
    'database_holds_other_instance',
    `The database ${database.name} already belongs to another instance (${found.row.kind}).`,
    found.row.kind === file.kind
      ? 'Give this one a database of its own, or open the folder that belongs to that database.'
      : `An instance for demonstration and one for real work never share a database: give this one (${file.kind}) its own.`,
  );
}

async function writeInstanceRow(database: Database, file: InstanceFile): Promise<void> {
  await withClient(database.configFor('migrator'), (client) =>
    client.query(
      `insert into leeto.instance (id, kind, country_code, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [file.id, file.kind, file.countryCode, file.createdAt],
    ),
  );
}
