import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mapping, parseMapping } from '@leeto/intake';

/** Mappings that an instance keeps, newest name last. A file that is no mapping is named in the error: it was put there by a person. */
export async function readSavedMappings(folder: string): Promise<readonly Mapping[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => readMapping(join(folder, name))));
}

/** Reads a mapping that a person may have edited. Throws with every problem in it. */
export async function readMapping(path: string): Promise<Mapping> {
  return parseMapping(await readFile(path, 'utf8'), path);
}

/** Keeps a mapping for next month's file. One of the same id is replaced. */
export async function saveMapping(folder: string, mapping: Mapping): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${mapping.id}.json`);
  await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  return path;
}
