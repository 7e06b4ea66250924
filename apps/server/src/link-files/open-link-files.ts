import { basename, resolve } from 'node:path';
import { type OpenedFile, openFile, type RawTable } from '@leeto/intake';
import { LinkProblem } from '@leeto/linkage';

/** A file to be linked, and the table of it that holds the records. */
export interface LinkFile {
  readonly path: string;
  /** Name of the source: the file's name without folder, unless two are called the same or the spec calls it otherwise. */
  readonly source: string;
  readonly opened: OpenedFile;
  readonly table: RawTable;
}

/** Opens the files. Of several tables in one file, the one with the most rows is taken. Throws FileRefused or LinkProblem. */
export async function openLinkFiles(paths: readonly string[]): Promise<readonly LinkFile[]> {
  const names = sourceNames(paths);
  const files: LinkFile[] = [];
  for (const [index, path] of paths.entries()) {
    const opened = await openFile(resolve(path));
    const table = opened.tables.reduce<RawTable | undefined>(
      (most, own) => (most === undefined || own.estimatedRows > most.estimatedRows ? own : most),
      undefined,
    );
    if (table === undefined) {
      throw new LinkProblem({
        code: 'no_table',
        message: `${basename(path)} holds no table.`,
        remedy: 'Give a file with a header and a row for each record.',
      });
    }
    files.push({ path, source: names[index] as string, opened, table });
  }
  return files;
}

/** Names without folders; where two are equal, with as much of the folders as tells them apart, or a number. */
export function sourceNames(paths: readonly string[]): readonly string[] {
  const full = paths.map((path) => resolve(path).split(/[/\\]/));
  const nameAt = (parts: readonly string[], depth: number) => parts.slice(-depth).join('/');
  const names = full.map((parts) => {
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const own = nameAt(parts, depth);
      if (full.filter((other) => nameAt(other, depth) === own).length === 1) return own;
    }
    return parts.at(-1) ?? '';
  });
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
