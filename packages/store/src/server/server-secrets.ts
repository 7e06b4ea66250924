import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';

/** Passwords of an embedded server's logins, kept in a file that its owner alone may read. */
export interface ServerSecrets {
  readonly superuser: string;
  readonly migrator: string;
  readonly application: string;
  readonly reader: string;
}

const fileIn = (clusterFolder: string) => join(clusterFolder, 'secrets.json');

export async function createServerSecrets(clusterFolder: string): Promise<ServerSecrets> {
  const word = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: word(), migrator: word(), application: word(), reader: word() };
  await writeFile(fileIn(clusterFolder), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

export async function readServerSecrets(clusterFolder: string): Promise<ServerSecrets> {
  try {
    return JSON.parse(await readFile(fileIn(clusterFolder), 'utf8')) as ServerSecrets;
  } catch (cause) {
    throw new StoreProblem(
      'server_secrets_unreadable',
      `The passwords of the embedded database (${fileIn(clusterFolder)}) cannot be read.`,
      'Run the program as the user that made this folder.',
      cause,
    );
  }
}
