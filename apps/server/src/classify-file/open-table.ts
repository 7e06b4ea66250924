import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { quoteIdentifier, quoteLiteral, type Session } from '@leeto/warehouse';
import { ClassifyRefused } from './classify-problem.ts';

/** Columns of a table that was read in, by their name in small letters, as they are written there. */
export type ColumnNames = ReadonlyMap<string, { readonly name: string; readonly type: string }>;

/** Reads a CSV (also in .gz) or Parquet file into a table, with `row_no` from 0. All columns of a CSV are text, as they stand. */
export async function readInto(session: Session, path: string, table: string): Promise<ColumnNames> {
  const file = basename(path);
  const full = resolve(path);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile() !== true) throw refused(file, 'is not there, or is no file', 'Check the name.');
  if (found.size === 0) throw refused(file, 'is empty', 'Give a file with a header and a row for each crossing.');
  const isParquet = /\.(parquet|pq)$/i.test(path);
  const create = `create table ${table} as select (row_number() over () - 1)::bigint as row_no, source.* from`;
  try {
    if (isParquet) await session.run(`${create} read_parquet(${quoteLiteral(full)}) source`);
    else {
      // A row that is too short lacks its last values, and is told so with all others; not where a value has several lines.
      const options = await csvOptions(full);
      await session
        .run(`${create} read_csv(${quoteLiteral(full)}, ${options}, null_padding = true) source`)
        .catch(() => session.run(`${create} read_csv(${quoteLiteral(full)}, ${options}) source`));
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const line = /Line: (\d+)/.exec(text)?.[1];
    throw refused(
      file,
      line === undefined ? 'cannot be read' : `cannot be read: line ${line} has not the columns of the header`,
      isParquet
        ? 'Give a Parquet file, or a CSV file with a name that ends in .csv.'
        : 'Give a CSV file in UTF-8 with one header and as many values in each row, or a Parquet file (.parquet).',
    );
  }
  const { rows } = await session.query(`select column_name, column_type from (describe ${table})`);
  const own = rows
    .map(([name, type]) => ({ name: String(name), type: String(type) }))
    .filter(({ name }) => name !== 'row_no');
  return new Map(own.map((column) => [column.name.trim().toLowerCase(), column]));
}

/** How a CSV is read: the sign between values is that of the header, since rows that are damaged can mislead a guess. */
async function csvOptions(path: string): Promise<string> {
  const common = `header = true, skip = 0, all_varchar = true, quote = '"', escape = '"', max_line_size = 16777216`;
  if (/\.(gz|zst)$/i.test(path)) return common;
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/);
    const [sign] = [',', ';', '\t', '|'].toSorted((a, b) => header.split(b).length - header.split(a).length);
    return `${common}, delim = ${quoteLiteral(sign ?? ',')}`;
  } finally {
    await handle.close();
  }
}

/** SQL for a column as text without blanks around it; null where it is empty or not there. */
export function textOf(columns: ColumnNames, name: string): string {
  const column = columns.get(name);
  return column === undefined ? 'null::varchar' : `nullif(trim(${quoteIdentifier(column.name)}::varchar), '')`;
}

/** SQL for a column as a date: of a time, its day; null where it is none. Text has to begin with `YYYY-MM-DD`. */
export function dateOf(columns: ColumnNames, name: string): string {
  const column = columns.get(name);
  if (column === undefined) return 'null::date';
  const own = quoteIdentifier(column.name);
  if (column.type === 'DATE' || column.type.startsWith('TIMESTAMP')) return `${own}::date`;
  const text = `trim(${own}::varchar)`;
  return `try_cast(if(regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}([T ].*)?'), left(${text}, 10), null) as date)`;
}

export function refused(file: string, problem: string, remedy: string): ClassifyRefused {
  return new ClassifyRefused([{ file, row: null, column: null, value: null, problem, remedy }]);
}
