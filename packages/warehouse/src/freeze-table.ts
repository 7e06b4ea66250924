import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordDeclaration } from '@leeto/registers';
import { columnTypes } from './column-types.ts';
import type { FrozenTable } from './manifest.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import type { Session } from './session.ts';
import { describeFile } from './snapshot-file.ts';

/** One register on its way into a snapshot. */
export interface FreezeTable {
  readonly declaration: RecordDeclaration;
  /** The CSV's columns in order: fields of the declaration and provenance (`record_id`, `delivery_id`, `source_sheet`, `source_row`). */
  readonly columns: readonly string[];
  /** CSV with a header in canonical text form; an empty value is null, an empty value in quotes an empty text. */
  readonly csv: Readable;
}

/**
 * Writes one register to Parquet. The CSV goes through a file in the snapshot's own unfinished folder, because DuckDB then
 * reads it with all threads, and the writing to disk holds the database back where it is faster than we are.
 */
export async function freezeTable(session: Session, folder: string, table: FreezeTable): Promise<FrozenTable> {
  const { declaration } = table;
  const types = columnTypes(declaration);
  const unknown = table.columns.filter((column) => !types.has(column));
  if (unknown.length > 0) throw new Error(`${declaration.id} has no column ${unknown.join(', ')}.`);
  const csvPath = join(folder, `${declaration.id}.csv`);
  const name = `${declaration.id}.parquet`;
  try {
    await pipeline(table.csv, createWriteStream(csvPath)).catch((cause: unknown) => {
      throw new Error(`${declaration.id} could not be frozen: its stream broke off.`, { cause });
    });
    await session.run(copyToParquet(table, types, csvPath, join(folder, name))).catch((error: unknown) => {
      // DuckDB quotes the offending line, which holds a person's data: only the place may leave this function.
      throw new Error(`${declaration.id} could not be frozen${placeOf(error)}.`);
    });
  } finally {
    await rm(csvPath, { force: true });
  }
  const columns = [...types].map(([column, type]) => ({ name: column, type }));
  return { register: declaration.id, columns, ...(await describeFile(session, folder, name)) };
}

function copyToParquet(
  table: FreezeTable,
  types: ReadonlyMap<string, string>,
  csvPath: string,
  parquetPath: string,
): string {
  const given = new Set(table.columns);
  const csvColumns = table.columns.map(
    (name) => `${quoteLiteral(name)}: ${quoteLiteral(types.get(name) ?? 'varchar')}`,
  );
  const selected = [...types].map(([name, type]) =>
    given.has(name) ? quoteIdentifier(name) : `null::${type} as ${quoteIdentifier(name)}`,
  );
  // By date first, so that a period is read from few row groups; by record last, so that the file is the same each time.
  const order = [table.declaration.datedBy, ...(given.has('record_id') ? ['record_id'] : table.declaration.key)];
  return `copy (
    select ${selected.join(', ')}
    from read_csv(${quoteLiteral(csvPath)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216, columns = {${csvColumns.join(', ')}})
    order by ${order.map(quoteIdentifier).join(', ')}
  ) to ${quoteLiteral(parquetPath)} (format parquet, compression zstd, compression_level 1, row_group_size 122880)`;
}

function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const line = /on Line: (\d+)/.exec(message)?.[1];
  const column = /\(column ([a-z0-9_]+)\)$/.exec(message)?.[1];
  const where = [line === undefined ? [] : `line ${line}`, column ?? []].flat().join(', ');
  return where === '' ? '' : ` (${where})`;
}
