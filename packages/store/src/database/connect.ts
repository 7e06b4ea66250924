import pg from 'pg';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { SUPERUSER } from '../server/run-initdb.ts';
import type { PostgresServer } from '../server/start-postgres.ts';
import { ensureRoles } from './ensure-roles.ts';
import { type Role, roleName } from './role.ts';
import { textTypes } from './text-types.ts';

/** Oldest PostgreSQL that the store works with: its SQL keeps to what version 15 knows. */
const OLDEST_VERSION = 15;

/** A database that is ready to be worked in, and how each role logs into it. */
export interface Database {
  readonly origin: 'embedded' | 'given';
  readonly name: string;
  /** PostgreSQL's server_version_num: 180004 is 18.4. */
  readonly version: number;
  readonly roles: 'separate' | 'single';
  /** What to ask the database administrator for, where the roles could not be made. */
  readonly advice: string | null;
  readonly configFor: (role: Role) => pg.ClientConfig;
}

export type DatabaseAddress =
  | { readonly databaseUrl: string }
  | { readonly server: PostgresServer; readonly name?: string };

/** Logs in, checks the version, makes database (embedded) and roles where they are missing. Throws `StoreProblem`. */
export async function connect(address: DatabaseAddress): Promise<Database> {
  try {
    return 'server' in address
      ? await connectEmbedded(address.server, address.name ?? 'leeto')
      : await connectGiven(address.databaseUrl);
  } catch (error) {
    throw toStoreProblem(error);
  }
}

async function connectEmbedded(server: PostgresServer, name: string): Promise<Database> {
  const base = { host: server.host, port: server.port, types: textTypes };
  const superuser = { ...base, user: SUPERUSER, password: server.secrets.superuser };
  await withClient({ ...superuser, database: 'postgres' }, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
  return withClient({ ...superuser, database: name }, async (client) => {
    const version = await checkVersion(client);
    await ensureRoles(client, server.secrets);
    return {
      origin: 'embedded',
      name,
      version,
      roles: 'separate',
      advice: null,
      configFor: (role) => ({ ...base, database: name, user: roleName(role), password: server.secrets[role] }),
    };
  });
}

async function connectGiven(databaseUrl: string): Promise<Database> {
  const base = { connectionString: checkUrl(databaseUrl), types: textTypes };
  return withClient(base, async (client) => {
    const version = await checkVersion(client);
    const arrangement = await ensureRoles(client, null);
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    return {
      origin: 'given',
      name: rows[0]?.name ?? '',
      version,
      roles: arrangement.roles,
      advice: arrangement.roles === 'single' ? adviceOf(arrangement.advice, await escapesWalls(client)) : null,
      configFor: (role) => (arrangement.roles === 'single' ? base : { ...base, options: `-c role=${roleName(role)}` }),
    };
  });
}

/** Row-level security holds for the owner of a table, but for no superuser. */
async function escapesWalls(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ escapes: boolean }>(
    'select rolsuper or rolbypassrls as escapes from pg_roles where rolname = current_user',
  );
  return rows[0]?.escapes === true;
}

function adviceOf(advice: string, isAboveWalls: boolean): string | null {
  const warning =
    'Everything runs as a login that row-level security does not bind: links to protected registers are NOT hidden ' +
    'by the database. Give Leeto a login that is neither superuser nor BYPASSRLS.';
  const parts = [...(advice === '' ? [] : [advice]), ...(isAboveWalls ? [warning] : [])];
  return parts.length === 0 ? null : parts.join('\n');
}

/** Opens one client for one piece of work. */
export async function withClient<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionTimeoutMillis: 30_000, ...config });
  // Without a listener, a server that stops would end the whole program.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function checkVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; encoding: string; words: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
       current_setting('server_version') as words`,
  );
  const { version, encoding, words } = rows[0] ?? { version: 0, encoding: '', words: '' };
  if (version < OLDEST_VERSION * 10_000) {
    throw new StoreProblem(
      'postgres_too_old',
      `The database server is PostgreSQL ${words}; version ${OLDEST_VERSION} or newer is needed.`,
      'Upgrade the server, or start without DATABASE_URL to use the embedded one.',
    );
  }
  if (encoding !== 'UTF8') {
    throw new StoreProblem(
      'database_encoding',
      `The database is encoded in ${encoding}; names of people need UTF8.`,
      "Make a new one: create database NAME encoding 'UTF8' template template0",
    );
  }
  return version;
}

function checkUrl(databaseUrl: string): string {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return databaseUrl;
  throw new StoreProblem(
    'database_url_malformed',
    'The database URL is not one of PostgreSQL.',
    'Write it as postgresql://user:password@host:5432/database',
  );
}
