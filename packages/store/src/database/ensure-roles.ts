import pg from 'pg';
import type { ServerSecrets } from '../server/server-secrets.ts';
import { ROLES, roleName } from './role.ts';

/** `single`: everything runs as the one login given, because it may not make or use the three roles. */
export type RoleArrangement = { readonly roles: 'separate' } | { readonly roles: 'single'; readonly advice: string };

/**
 * Makes the roles leeto_migrator, leeto_application and leeto_reader where the login may, and grants them what they need in
 * this database. `secrets` gives them passwords of their own (embedded server); without, they are taken on by `set role`.
 */
export async function ensureRoles(login: pg.Client, secrets: ServerSecrets | null): Promise<RoleArrangement> {
  const { rows } = await login.query<{ owner: string | null; me: string; database: string }>(
    `select current_user as me, current_database() as database,
       (select nspowner::regrole::text from pg_namespace where nspname = 'leeto') as owner`,
  );
  const { owner, me, database } = rows[0] ?? { owner: null, me: '', database: '' };
  if (owner !== null && owner !== roleName('migrator')) return { roles: 'single', advice: '' };
  try {
    for (const role of ROLES) await ensureRole(login, roleName(role), secrets === null ? null : secrets[role], me);
    const name = pg.escapeIdentifier(database);
    await grantOnDatabase(login, name);
    return { roles: 'separate' };
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || owner !== null) throw error;
    return { roles: 'single', advice: adviceFor(me, database) };
  }
}

async function ensureRole(login: pg.Client, name: string, password: string | null, me: string): Promise<void> {
  const found = await login.query('select 1 from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 0) {
    const right = password === null ? 'nologin' : `login password ${pg.escapeLiteral(password)}`;
    await login.query(`create role ${name} ${right}`).catch((error: { code?: string }) => {
      // Another process made it at the same moment.
      if (error.code !== '42710' && error.code !== '23505') throw error;
    });
  }
  const held = await login.query<{ held: boolean }>(`select pg_has_role(current_user, $1, 'member') as held`, [name]);
  if (held.rows[0]?.held !== true) await login.query(`grant ${name} to ${pg.escapeIdentifier(me)}`);
  const usable = await login.query<{ held: boolean }>(`select pg_has_role(current_user, $1, $2) as held`, [
    name,
    (await versionOf(login)) >= 160000 ? 'set' : 'member',
  ]);
  if (usable.rows[0]?.held !== true) await login.query(`grant ${name} to ${pg.escapeIdentifier(me)} with set true`);
}

async function grantOnDatabase(login: pg.Client, database: string): Promise<void> {
  const { rows } = await login.query<{ ready: boolean }>(
    `select has_database_privilege('leeto_migrator', current_database(), 'create')
       and has_database_privilege('leeto_application', current_database(), 'temporary') as ready`,
  );
  if (rows[0]?.ready === true) return;
  await login.query(`grant create on database ${database} to leeto_migrator`);
  await login.query(`grant temporary on database ${database} to leeto_migrator, leeto_application`);
  const { rows: after } = await login.query<{ ready: boolean }>(
    `select has_database_privilege('leeto_migrator', current_database(), 'create') as ready`,
  );
  // A grant by somebody who may not grant is a warning in PostgreSQL, not an error.
  if (after[0]?.ready !== true) throw Object.assign(new Error('grant had no effect'), { code: '42501' });
}

const versionOf = async (login: pg.Client): Promise<number> => {
  const { rows } = await login.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return rows[0]?.version ?? 0;
};

function adviceFor(login: string, database: string): string {
  const roles = ROLES.map(roleName);
  return [
    `The login ${login} may not make roles, so everything runs under it alone: its rights are not narrowed for reading.`,
    'For separate rights, ask the database administrator to run this before the instance is made:',
    ...roles.map((role) => `  create role ${role};`),
    `  grant ${roles.join(', ')} to ${pg.escapeIdentifier(login)};`,
    `  grant create, temporary on database ${pg.escapeIdentifier(database)} to leeto_migrator;`,
    `  grant temporary on database ${pg.escapeIdentifier(database)} to leeto_application;`,
  ].join('\n');
}
