import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawCell, RawTable } from '../raw.ts';
import { type OpenFileOptions, openFile } from './open-file.ts';

/** A file opened and read to the end, for tests. */
export interface ReadFile {
  readonly opened: Awaited<ReturnType<typeof openFile>>;
  readonly tables: readonly {
    readonly table: RawTable;
    readonly rows: readonly (readonly RawCell[])[];
    readonly sourceRows: readonly number[];
  }[];
}

/** Writes bytes to a file of that name in a folder of its own, opens it, reads all rows, and takes the folder away again. */
export async function readWritten(
  name: string,
  bytes: Uint8Array | string,
  options: OpenFileOptions = {},
): Promise<ReadFile> {
  const folder = await mkdtemp(join(tmpdir(), 'leeto-read-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await readAll(path, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Opens a file and reads all rows of all tables. */
export async function readAll(path: string, options: OpenFileOptions = {}): Promise<ReadFile> {
  const opened = await openFile(path, options);
  const tables = [];
  for (const table of opened.tables) {
    const rows: (readonly RawCell[])[] = [];
    const sourceRows: number[] = [];
    for await (const batch of table.rows()) {
      rows.push(...batch.rows);
      for (let index = 0; index < batch.rows.length; index += 1) sourceRows.push(batch.sourceRows[index] ?? 0);
    }
    tables.push({ table, rows, sourceRows });
  }
  return { opened, tables };
}

/** The only table of a file. */
export async function readOnly(
  name: string,
  bytes: Uint8Array | string,
  options: OpenFileOptions = {},
): Promise<ReadFile['tables'][number]> {
  const { tables } = await readWritten(name, bytes, options);
  const [table] = tables;
  if (!table || tables.length !== 1) throw new Error(`${tables.length} tables where one is expected`);
  return table;
}

export function codesOf(table: RawTable): string[] {
  return table.findings.map((finding) => finding.code);
}
