import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { toStoreProblem } from '../problem.ts';
import { canTraverse, findPostgresAccount, type PostgresAccount } from './postgres-account.ts';

/** Where everything of an embedded server lies, and under which account it runs. */
export interface ClusterFolder {
  readonly folder: string;
  readonly account: PostgresAccount | null;
  /** Set where the server could not be kept in the instance folder; a sentence for the user. */
  readonly notice: string | null;
}

const SYSTEM_FOLDER = '/var/lib/leeto';

/**
 * The server is kept in `<instance folder>/postgres`. A server started by root runs under another account; where that account
 * cannot reach the instance folder (one under /root), it is kept in a folder of its own below /var/lib/leeto instead.
 */
export async function prepareClusterFolder(instanceFolder: string): Promise<ClusterFolder> {
  try {
    await mkdir(instanceFolder, { recursive: true });
    const real = await realpath(instanceFolder);
    const own = join(real, 'postgres');
    const elsewhere = join(SYSTEM_FOLDER, createHash('sha256').update(real).digest('hex').slice(0, 16));
    const account = await findPostgresAccount([join(own, 'data'), join(elsewhere, 'data'), real]);
    const fits = account === null || (await canTraverse(real, account));
    const folder = fits ? own : elsewhere;
    await mkdir(folder, { recursive: true });
    if (account !== null) await chmod(folder, 0o755);
    const notice = fits
      ? null
      : `The account ${account.name} cannot enter ${real}; the database is kept in ${elsewhere} instead.`;
    return { folder, account, notice };
  } catch (error) {
    throw toStoreProblem(error);
  }
}

export const SHARED_BINARIES_FOLDER = SYSTEM_FOLDER;
