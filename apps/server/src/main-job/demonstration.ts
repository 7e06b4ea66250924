import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationDefaults } from '@leeto/population';
import { createInstance, findInstanceFile, type Instance } from '@leeto/store';
import type { Progress } from '../progress.ts';
import { codeVersion } from './code-version.ts';
import { compileEdition } from './compile-edition.ts';
import { defaultCountry, getCountryContext } from './country-context.ts';
import { findLatestEdition, type StoredEdition } from './edition-store.ts';
import { findPersons } from './find-persons.ts';
import { freezeInstance } from './freeze-instance.ts';
import { type FolderImport, importFolder } from './import-folder.ts';
import { importPack } from './import-pack.ts';
import { instancePaths } from './instance-paths.ts';
import { inventCountry } from './invent-country.ts';
import { makeFolder } from './make-folder.ts';
import { openWholeInstance } from './whole-file.ts';

export interface DemonstrationSettings {
  readonly persons: number;
  readonly seed: number;
}

export interface Demonstration {
  readonly instance: Instance;
  readonly edition: StoredEdition;
  /** What the import came to; null where the edition stood already. */
  readonly imported: FolderImport | null;
}

export const defaultSettings: DemonstrationSettings = {
  persons: demonstrationDefaults.persons,
  seed: demonstrationDefaults.seed,
};

/**
 * Opens the demonstration instance of a folder, makes it where there is none, and does the main job where no edition of this
 * version stands yet. Whatever was cut short is taken up where it was. The caller closes the instance.
 */
export async function prepareDemonstration(options: {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** What is not named is as the demonstration was made, or the default. */
  readonly settings: Partial<DemonstrationSettings>;
  readonly compiledOn: string;
  readonly onProgress: Progress;
}): Promise<Demonstration> {
  const { folder, databaseUrl, compiledOn, onProgress } = options;
  const context = getCountryContext(defaultCountry);
  const settings = await fixSettings(folder, options.settings);
  const instance = await openOrCreate(folder, databaseUrl, onProgress);
  try {
    const paths = instancePaths(folder);
    const standing = await findLatestEdition(paths.editions);
    if (standing !== null && standing.codeVersion === codeVersion)
      return { instance, edition: standing, imported: null };
    await writeFiles(folder, settings, onProgress);
    await importPack(instance, context, onProgress);
    const imported = await importFolder({
      instance,
      context,
      folder: paths.agencyFiles,
      issuesFolder: paths.issues,
      receivedBy: 'demonstration',
      onProgress,
    });
    await findPersons(instance, context, { startedBy: 'demonstration', onProgress });
    const snapshot = await freezeInstance(instance, context, onProgress);
    const edition = await compileEdition({ instance, context, snapshot, compiledOn, onProgress });
    return { instance, edition, imported };
  } catch (error) {
    await instance.close();
    throw error;
  }
}

async function openOrCreate(folder: string, databaseUrl: string | undefined, onProgress: Progress): Promise<Instance> {
  onProgress({ step: 'Starting the database' });
  const present = await findInstanceFile(folder);
  if (present === null) {
    return createInstance({ folder, kind: 'demonstration', countryCode: defaultCountry, databaseUrl });
  }
  if (present.kind !== 'demonstration') {
    throw new Error(`${folder} holds an instance for real work; the demonstration has a folder of its own.`);
  }
  return openWholeInstance({ folder, databaseUrl });
}

const settingsFile = 'demonstration.json';

/** A demonstration is what it was made as: other persons or another seed want another folder. */
async function fixSettings(folder: string, wanted: Partial<DemonstrationSettings>): Promise<DemonstrationSettings> {
  const path = join(folder, settingsFile);
  const made = await readSettings(path);
  if (made === null) {
    const settings = { ...defaultSettings, ...wanted };
    await makeFolder(folder);
    await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`);
    return settings;
  }
  const isOther = (wanted.persons ?? made.persons) !== made.persons || (wanted.seed ?? made.seed) !== made.seed;
  if (!isOther) return made;
  throw new Error(
    `The demonstration in ${folder} was made with ${made.persons} persons and seed ${made.seed}. ` +
      'Name another folder with --instance, or remove that one.',
  );
}

async function readSettings(path: string): Promise<DemonstrationSettings | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as DemonstrationSettings);
}

/** The agency files and, apart from them, the truth. Written beside and renamed, so that half a folder is never imported. */
async function writeFiles(folder: string, settings: DemonstrationSettings, onProgress: Progress): Promise<void> {
  const finished = instancePaths(folder).agencyFiles;
  if (existsSync(finished)) return;
  const step = 'Inventing a country and its agencies’ files';
  onProgress({ step });
  const unfinished = `${finished}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await inventCountry({ ...settings, agencyFiles: unfinished, truth: join(folder, 'truth') }, ({ done, total }) =>
    onProgress({ step, done, total }),
  );
  await rename(unfinished, finished);
}
