import { spawn } from 'node:child_process';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreProblem } from '../problem.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** Superuser of an embedded server; applications log in as the narrower roles. */
export const SUPERUSER = 'leeto';

/**
 * Makes a new data folder. The built-in C.UTF-8 locale needs nothing of the operating system, so that a data folder can move
 * between machines and survives an upgrade of their C library (whose changed sort order would spoil text indexes).
 */
export async function runInitdb(options: {
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | null;
  readonly dataFolder: string;
  readonly password: string;
}): Promise<void> {
  const { binaries, account, dataFolder, password } = options;
  const passwordFile = join(dirname(dataFolder), `.initdb-${process.pid}`);
  // A folder half made by an initdb that was killed: initdb writes PG_VERSION early but global/pg_control late.
  await rm(dataFolder, { recursive: true, force: true });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== null) {
    await chown(dataFolder, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    const flags = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
    const login = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, [`--pgdata=${dataFolder}`, ...flags, ...login], account);
  } catch (error) {
    await rm(dataFolder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(program: string, parameters: readonly string[], account: PostgresAccount | null): Promise<void> {
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid };
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...identity,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4000);
    });
    child.on('error', (cause) => reject(explain(String(cause))));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explain(complaint))));
  });
}

function explain(complaint: string): StoreProblem {
  const lines = complaint.split('\n').filter((line) => /error|fatal|cannot|could not|no such/i.test(line));
  const told = lines.join(' ').trim() || complaint.trim();
  if (/No space left/i.test(complaint)) {
    return new StoreProblem(
      'disk_full',
      'The disk is full: no database could be made.',
      'Free about 1 GB and start again.',
    );
  }
  if (/error while loading shared libraries|GLIBC_|ENOENT|EACCES/i.test(complaint)) {
    return new StoreProblem(
      'postgres_does_not_run',
      `The embedded PostgreSQL does not run on this system: ${told}`,
      'Install PostgreSQL 15 or newer by the system’s own means and give its address as DATABASE_URL.',
    );
  }
  return new StoreProblem(
    'initdb_failed',
    `The database could not be made: ${told}`,
    'Check that the folder can be written and has room, then start again.',
  );
}
