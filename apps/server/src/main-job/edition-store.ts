import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionFile, EditionState, MeasureLine } from '../http/site-state.ts';

/** `edition.json`: what stands beside the files of an edition. */
interface EditionRecord {
  readonly title: string;
  readonly compiledOn: string;
  readonly snapshot: string;
  readonly codeVersion: string;
  readonly measures: readonly MeasureLine[];
}

export interface EditionContent extends EditionRecord {
  readonly files: readonly { readonly kind: EditionFile['kind']; readonly content: string | Uint8Array }[];
}

/** A finished edition on disk, with the version of the code that made it. */
export interface StoredEdition extends EditionState {
  readonly codeVersion: string;
  readonly folder: string;
}

const fileName = (kind: EditionFile['kind']) =>
  kind === 'xlsx' ? 'migration-profile-annex.xlsx' : `migration-profile.${kind}`;

/** Writes an edition into a folder of its own, by one rename at the end: a kill leaves the whole edition or none. */
export async function writeEdition(editionsFolder: string, edition: EditionContent): Promise<StoredEdition> {
  const { files, ...record } = edition;
  const name = `${edition.compiledOn}-${edition.snapshot}`;
  const unfinished = join(editionsFolder, `.unfinished-${name}`);
  const finished = join(editionsFolder, name);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const { kind, content } of files) await writeFile(join(unfinished, fileName(kind)), content);
  await writeFile(join(unfinished, 'edition.json'), `${JSON.stringify(record, null, 2)}\n`);
  await rm(finished, { recursive: true, force: true });
  await rename(unfinished, finished);
  return readEdition(finished);
}

/** The newest edition of an instance, or null where none has been compiled. */
export async function findLatestEdition(editionsFolder: string): Promise<StoredEdition | null> {
  const names = await readdir(editionsFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const dated = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => ({ name, written: (await stat(join(editionsFolder, name, 'edition.json'))).mtimeMs })),
  );
  const latest = dated.sort((left, right) => right.written - left.written)[0];
  return latest === undefined ? null : readEdition(join(editionsFolder, latest.name));
}

async function readEdition(folder: string): Promise<StoredEdition> {
  const record = JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8')) as EditionRecord;
  const files: EditionFile[] = [];
  for (const kind of ['html', 'pdf', 'docx', 'xlsx'] as const) {
    const path = join(folder, fileName(kind));
    const found = await stat(path).catch(() => null);
    if (found !== null) files.push({ kind, path, bytes: found.size });
  }
  return { ...record, files, folder };
}
