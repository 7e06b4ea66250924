import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What `postmaster.pid` in a data folder says. `status` is `ready`, `starting`, `stopping` or ''. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Reads the file of a server that is alive; null where there is none, or where it was left behind by one that was killed. */
export function readLivePostmaster(dataFolder: string): PostmasterFile | null {
  const file = readPostmaster(dataFolder);
  return file !== null && isPostmasterOf(file.pid, dataFolder) ? file : null;
}

export function readPostmaster(dataFolder: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a restart of the machine the number may belong to another program: a postmaster works in its data folder. */
function isPostmasterOf(pid: number, dataFolder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return process.platform !== 'linux';
    return true;
  }
}
