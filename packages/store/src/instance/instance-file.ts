import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';
import type { InstanceKind } from './instance.ts';

/** `instance.json`: which instance a folder is. */
export interface InstanceFile {
  readonly id: string;
  readonly kind: InstanceKind;
  readonly countryCode: string;
  readonly createdAt: string;
  /** `embedded`: the database lies in the folder; `given`: its address comes with each opening. */
  readonly database: 'embedded' | 'given';
}

const NAME = 'instance.json';
const UNFINISHED = 'instance.unfinished.json';

export const findInstanceFile = (folder: string): Promise<InstanceFile | null> => read(join(folder, NAME));

/** The file of an instance whose making was cut short, if there is one. */
export const findUnfinishedInstanceFile = (folder: string): Promise<InstanceFile | null> =>
  read(join(folder, UNFINISHED));

export async function writeUnfinishedInstanceFile(folder: string, file: InstanceFile): Promise<void> {
  await writeFile(join(folder, UNFINISHED), `${JSON.stringify(file, null, 2)}\n`);
}

export async function finishInstanceFile(folder: string): Promise<void> {
  await rename(join(folder, UNFINISHED), join(folder, NAME));
}

export const removeUnfinishedInstanceFile = (folder: string): Promise<void> =>
  rm(join(folder, UNFINISHED), { force: true });

async function read(path: string): Promise<InstanceFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (text === null) return null;
  const file = parse(text);
  if (file !== null) return file;
  throw new StoreProblem(
    'instance_file_damaged',
    `${path} is damaged.`,
    'Restore it from a backup of the instance folder.',
  );
}

function parse(text: string): InstanceFile | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { id, kind, countryCode, createdAt, database } = value as Record<string, unknown>;
    const isKind = kind === 'demonstration' || kind === 'operational';
    if (typeof id !== 'string' || !isKind || typeof countryCode !== 'string') return null;
    if (typeof createdAt !== 'string' || (database !== 'embedded' && database !== 'given')) return null;
    return { id, kind, countryCode, createdAt, database };
  } catch {
    return null;
  }
}
