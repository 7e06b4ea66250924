import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postmaster-file.ts';

/**
 * Who uses an embedded server: one small file per process and handle. The last one out stops the server, so that a command
 * in a second terminal does not lose its database when the first ends.
 */
export interface ServerLease {
  /** Gives the lease back; true when nobody else holds one. */
  readonly release: () => boolean;
}

let handles = 0;

export function takeServerLease(folder: string): ServerLease {
  mkdirSync(folder, { recursive: true });
  handles += 1;
  const own = join(folder, `${process.pid}-${handles}`);
  writeFileSync(own, startOf(process.pid), { mode: 0o600 });
  return {
    release: () => {
      rmSync(own, { force: true });
      return countHolders(folder) === 0;
    },
  };
}

/** Files of processes that were killed are swept away on the way. */
function countHolders(folder: string): number {
  let holders = 0;
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    const path = join(folder, name);
    if (isAlive(pid) && sameStart(pid, path)) holders += 1;
    else rmSync(path, { force: true });
  }
  return holders;
}

function sameStart(pid: number, path: string): boolean {
  try {
    return readFileSync(path, 'utf8') === startOf(pid);
  } catch {
    return false;
  }
}

/** Start time of a process in clock ticks, so that a number used again is not taken for the old holder; '' where unknown. */
function startOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
