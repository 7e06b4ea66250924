import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreProblem } from '../problem.ts';
import { isAlive } from './postmaster-file.ts';

/** Lets one process at a time start or stop the server of a folder; a lock left by a killed process is taken over. */
export async function withStartLock<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + 90_000;
  while (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else if (Date.now() > until) {
      throw new StoreProblem(
        'server_busy',
        `Another process (${holder}) has been starting or stopping the database of this folder for 90 seconds.`,
        `Wait for it, or end it and delete ${path}.`,
      );
    } else await sleep(50);
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
}

const take = (path: string) =>
  writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
