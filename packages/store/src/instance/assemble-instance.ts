import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../database/connect.ts';
import type { Role } from '../database/role.ts';
import type { LedgerTables } from '../ledger/ledger-tables.ts';
import type { Instance } from './instance.ts';
import type { InstanceFile } from './instance-file.ts';
import type { OpenedDatabase } from './open-database.ts';

/** Opens the pools of a checked instance. */
export function assembleInstance(
  folder: string,
  file: InstanceFile,
  opened: OpenedDatabase,
  notices: readonly string[],
): Instance {
  const { database } = opened;
  const application = openPool(database, 'application', 10);
  const reader = openPool(database, 'reader', 6);
  const ledger = new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool: application }) });
  let closing: Promise<void> | null = null;
  const close = async () => {
    await Promise.all([ledger.destroy(), reader.end()]);
    await opened.release();
  };
  return {
    id: file.id,
    kind: file.kind,
    countryCode: file.countryCode,
    folder,
    database,
    application,
    reader,
    ledger,
    notices: [...opened.notices, ...notices],
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function openPool(database: Database, role: Role, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...database.configFor(role),
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {});
  return pool;
}
