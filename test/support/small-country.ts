import { join } from 'node:path';
import { lesothoPopulation } from '@leeto/lesotho';
import { demonstrationDefaults, generateCountry, writeAgencyFiles, writeTruth } from '@leeto/population';
import {
  defaultCountry,
  type FolderImport,
  freezeInstance,
  getCountryContext,
  importFolder,
  importPack,
  instancePaths,
  noProgress,
} from '@leeto/server';
import { createInstance } from '@leeto/store';
import type { Snapshot } from '@leeto/warehouse';

export interface SmallCountry {
  /** Holds the folder `truth`, which no import has seen. */
  readonly folder: string;
  readonly imported: FolderImport;
  readonly snapshot: Snapshot;
}

/** A synthetic country, imported from its agencies' files into a new instance and frozen; no Profile is made of it. */
export async function makeSmallCountry(
  folder: string,
  settings: { readonly persons: number; readonly seed: number },
): Promise<SmallCountry> {
  const context = getCountryContext(defaultCountry);
  const paths = instancePaths(folder);
  const { to } = demonstrationDefaults;
  // Two years: what is tested of it needs no decided migrations.
  const from = '2024-01-01';
  const instance = await createInstance({
    folder,
    kind: 'demonstration',
    countryCode: defaultCountry,
    databaseUrl: undefined,
  });
  try {
    const country = generateCountry({ pack: lesothoPopulation, ...settings, from, to, onProgress: () => {} });
    await writeAgencyFiles(country, paths.agencyFiles);
    await writeTruth(country, join(folder, 'truth'));
    await importPack(instance, context, noProgress);
    const imported = await importFolder({
      instance,
      context,
      folder: paths.agencyFiles,
      issuesFolder: paths.issues,
      receivedBy: 'test',
      onProgress: noProgress,
    });
    return { folder, imported, snapshot: await freezeInstance(instance, context, noProgress) };
  } finally {
    await instance.close();
  }
}
