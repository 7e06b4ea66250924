import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodeList, FileRefused, type Mapping, openFile, readCodeLists } from '@leeto/intake';
import type { Instance } from '@leeto/store';
import type { Progress } from '../progress.ts';
import type { CountryContext } from './country-context.ts';
import { importFile } from './import-file.ts';
import type { FileOutcome } from './import-outcome.ts';

/** What a folder came to, file by file, and which registers stayed empty. */
export interface FolderImport {
  readonly folder: string;
  readonly files: readonly FileOutcome[];
}

export interface ImportFolderOptions {
  readonly instance: Instance;
  readonly context: CountryContext;
  readonly folder: string;
  readonly issuesFolder: string;
  readonly receivedBy: string;
  readonly onProgress: Progress;
}

/** Files that lie in folders without being data: said nothing of. */
const passedOver = /^(\.|~\$|readme|synthetic\.txt$|thumbs\.db$|desktop\.ini$)/i;
/** No list of codes is larger than this. */
const codeListBytes = 2 * 1024 * 1024;

/** Imports every file of a folder and of those in it, in the order of their names; lists of codes among them are read first. */
export async function importFolder(options: ImportFolderOptions): Promise<FolderImport> {
  const paths = await filesIn(options.folder);
  const codeLists = await findCodeLists(paths);
  const files: FileOutcome[] = [];
  const learnt: Mapping[] = [];
  for (const path of paths) {
    const outcome = await importFile({ ...options, path: join(options.folder, path), codeLists, learnt });
    files.push({ ...outcome, file: path });
  }
  return { folder: options.folder, files };

  async function findCodeLists(candidates: readonly string[]): Promise<readonly CodeList[]> {
    const lists: CodeList[] = [];
    for (const candidate of candidates) {
      const path = join(options.folder, candidate);
      if ((await stat(path)).size > codeListBytes) continue;
      options.onProgress({ step: 'Looking for lists of codes' });
      lists.push(...(await codeListsOf(path)));
    }
    return lists;
  }
}

/** The lists of codes in a file; a file that cannot be read has none (its import says why). */
export async function codeListsOf(path: string): Promise<readonly CodeList[]> {
  try {
    return await listsIn(path);
  } catch (error) {
    if (error instanceof FileRefused) return [];
    throw error;
  }
}

/** The lists of codes in a file that the user calls one. Throws where it cannot be read or holds none. */
export async function getCodeLists(path: string): Promise<readonly CodeList[]> {
  const lists = await listsIn(path);
  if (lists.length > 0) return lists;
  throw new Error(
    `${path} holds no list of codes. One has a column of codes, and beside it what they mean, under a header.`,
  );
}

async function listsIn(path: string): Promise<readonly CodeList[]> {
  const opened = await openFile(path);
  return (await Promise.all(opened.tables.map((table) => readCodeLists(opened, table)))).flat();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !passedOver.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}
