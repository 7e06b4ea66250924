import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it. Throws with words for the user where a file is in the way, or where nothing can be made.
 * Step by step, because `mkdir` with `recursive` never returns on file systems that make no folders (/proc, automounts).
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let nearest = resolve(path);
  for (;;) {
    const found = await stat(nearest).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw inWords(path, nearest, error);
    });
    if (found?.isDirectory() === true) break;
    if (found !== null) throw new Error(`${path} cannot be made: ${nearest} is a file. Name another folder.`);
    missing.push(nearest);
    nearest = dirname(nearest);
  }
  for (const folder of missing.reverse()) {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw inWords(path, folder, error);
    });
  }
}

function inWords(path: string, at: string, { code }: NodeJS.ErrnoException): Error {
  const why: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'that disk is read-only',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
  };
  const reason = why[code ?? ''] ?? `no folder can be made there (${code})`;
  return new Error(`${path} cannot be made: at ${at}, ${reason}. Name another folder, or ask for the right to it.`);
}
