import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreProblem } from '../problem.ts';

/** The system account under which the server runs when the program itself runs as root. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Returns null when the server runs as the present user. PostgreSQL refuses to run as root; then the owner of an existing
 * data folder is taken, else the account `postgres`, else `nobody`. No account is ever created.
 */
export async function findPostgresAccount(ownerOf: readonly string[]): Promise<PostgresAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await readAccounts();
  for (const path of ownerOf) {
    const owner = await stat(path).catch(() => null);
    if (owner === null || owner.uid === 0) continue;
    const account = accounts.find((candidate) => candidate.uid === owner.uid);
    if (account) return account;
  }
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account) return account;
  }
  throw new StoreProblem(
    'no_unprivileged_account',
    'PostgreSQL does not run as root, and this system has no account named postgres, nobody or daemon.',
    'Start the program as an ordinary user, or give the address of a PostgreSQL server as DATABASE_URL.',
  );
}

/** Whether the account may pass through every folder down to `path` and read it. */
export async function canTraverse(path: string, account: PostgresAccount): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory()) {
      const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
      if (((found.mode >> shift) & 1) === 0) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}

async function readAccounts(): Promise<PostgresAccount[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
