import type pg from 'pg';

/**
 * Gives each role its rights on all tables there are now. The application owns nothing; it may add to movement logs and to
 * the ledger of changes, never alter them. Partitions get no grants: they are reached through their parent. Tables of linkage
 * that are made later get theirs, and their wall, as they are made.
 */
export async function grantPrivileges(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; append_only: boolean }>(`
    select format('%I.%I', nspname, relname) as name, relkind = 'p' or relname = 'record_change' as append_only
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('register', 'ledger') and relkind in ('r', 'p') and not relispartition`);
  const changing = rows.map(({ name, append_only: appendOnly }) =>
    appendOnly
      ? `grant select, insert on ${name} to leeto_application;`
      : `grant select, insert, update on ${name} to leeto_application;`,
  );
  const reading = rows.map(({ name }) => `grant select on ${name} to leeto_reader;`);
  await client.query(`
    begin;
    grant usage on schema register, ledger, leeto to leeto_application, leeto_reader;
    grant select on all tables in schema leeto to leeto_application, leeto_reader;
    grant usage on all sequences in schema register, ledger to leeto_application;
    revoke execute on all functions in schema ledger from public;
    grant execute on all functions in schema ledger to leeto_application;
    ${[...changing, ...reading].join('\n')}
    commit;`);
  const { rows: present } = await client.query(`select from pg_namespace where nspname = 'linkage'`);
  if (present.length > 0) await client.query(LINKAGE_GRANTS);
  const { rows: releases } = await client.query(`select from pg_namespace where nspname = 'release'`);
  if (releases.length > 0) await client.query(RELEASE_GRANTS);
}

/** The application adds releases and takes their steps by a function alone; the reader sees what is published. */
const RELEASE_GRANTS = `
  begin;
  grant usage on schema release to leeto_application, leeto_reader;
  grant select on all tables in schema release to leeto_application;
  grant insert on release.release, release.file, release.table_content to leeto_application;
  grant usage on all sequences in schema release to leeto_application;
  grant select on release.published, release.file to leeto_reader;
  grant select (id, title, state, content_hash, created_at, published_at, embargo_until, withdrawn_reason)
    on release.release to leeto_reader;
  revoke execute on all functions in schema release from public;
  grant execute on function release.take_step to leeto_application;
  grant execute on function release.hash_of, release.person_key to leeto_application;
  commit;`;

const LINKAGE_GRANTS = `
  begin;
  grant usage on schema linkage to leeto_application, leeto_reader;
  grant select, insert on linkage.model to leeto_application;
  grant select, insert, update on linkage.run to leeto_application;
  grant select, update on linkage.layer to leeto_application;
  grant select on linkage.model, linkage.run, linkage.layer to leeto_reader;
  revoke execute on all functions in schema linkage from public;
  grant execute on all functions in schema linkage to leeto_application;
  revoke execute on function linkage.wall_off from leeto_application;
  grant execute on function linkage.may_see to leeto_reader;
  commit;`;
