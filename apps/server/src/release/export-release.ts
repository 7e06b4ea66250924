import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ExchangeForm, exchangeForms } from '@leeto/publication';
import { getRelease, type Instance, type ReleaseRecord, readReleaseFile } from '@leeto/store';
import { makeFolder } from '../main-job/make-folder.ts';
import { formFolder } from './release-files.ts';

export interface ExportedFile {
  /** Below the folder of the export. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface ReleaseExport {
  readonly release: ReleaseRecord;
  readonly files: readonly ExportedFile[];
}

/** The list of hashes that `sha256sum -c` reads; written last, so that a folder with it is whole. */
export const hashList = 'SHA256SUMS';

/**
 * Writes the files of a release to a folder, in one form or in all, byte for byte as they were frozen: each under a passing
 * name first, then by rename. Files of another export in the folder stay. Throws where a file is not what was signed.
 */
export async function exportRelease(
  instance: Instance,
  options: { readonly release: number; readonly forms: readonly ExchangeForm[]; readonly folder: string },
): Promise<ReleaseExport> {
  const { folder } = options;
  const forms = options.forms.length === 0 ? exchangeForms : options.forms;
  const release = await getRelease(instance, options.release);
  const isAlone = forms.length === 1;
  const files = release.files.flatMap((file) => {
    const form = forms.find((candidate) => file.path.startsWith(`${formFolder(candidate)}/`));
    if (form === undefined) return file.path.includes('/') ? [] : [{ ...file, to: file.path }];
    return [{ ...file, to: isAlone ? file.path.slice(formFolder(form).length + 1) : file.path }];
  });
  await makeFolder(folder);
  await rm(join(folder, hashList), { force: true });
  for (const { path, to, sha256 } of files) {
    const content = await readReleaseFile(instance, release.id, path);
    if (content === null || createHash('sha256').update(content).digest('hex') !== sha256)
      throw new Error(
        `The file ${path} of the release is not the one that was signed. Restore the database from a backup.`,
      );
    await writeByRename(join(folder, to), content);
  }
  const written = files.map(({ to, sha256, bytes }) => ({ path: to, sha256, bytes }));
  await writeByRename(join(folder, hashList), written.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  return { release, files: written };
}

async function writeByRename(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}
