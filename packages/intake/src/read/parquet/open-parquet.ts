import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FileRefused, type Finding, type RawBatch, type RawTable } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readWhole } from '../bytes/read-whole.ts';
import { tooManyColumns } from '../csv/open-csv.ts';
import type { ContentOptions, OpenedContent } from '../open-file.ts';
import { type ParquetColumn, parquetColumns } from './parquet-columns.ts';

const BATCH_ROWS = 10_000;

/** A Parquet file as one table, read row group by row group. Nested columns come as JSON text. */
export async function openParquet(source: ByteSource, options: ContentOptions): Promise<OpenedContent> {
  const file =
    options.path === null
      ? bufferOf(await readWhole(source, options.limits.workbookBytes))
      : await asyncBufferFromFile(options.path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw damaged(source.name, error);
  });
  const fields = topColumns(source.name, metadata);
  if (fields.length > options.limits.columns) throw tooManyColumns(source.name, fields.length, options.limits.columns);
  const { columns, findings } = parquetColumns(fields);
  if (metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0) !== Number(metadata.num_rows)) {
    throw damaged(source.name, new Error('its parts do not add up to its number of rows'));
  }
  const table: RawTable = {
    file: source.name,
    sheet: '',
    index: 0,
    titles: [],
    notes: [],
    columns: fields.map(({ element: { name } }, index) => ({ index, header: name, headerParts: [name] })),
    headerRows: { first: 0, last: 0 },
    findings,
    rows: () => readRows(source.name, file, metadata, columns),
    estimatedRows: Number(metadata.num_rows),
    decimalMark: '.',
  };
  const made: Finding[] = metadata.created_by
    ? [{ code: 'written_by', severity: 'info', message: `Written by ${metadata.created_by}.`, where: '' }]
    : [];
  return { format: 'parquet', container: null, encoding: null, delimiter: null, tables: [table], findings: made };
}

function topColumns(name: string, metadata: FileMetaData): readonly SchemaTree[] {
  try {
    return parquetSchema(metadata).children;
  } catch (error) {
    throw damaged(name, error);
  }
}

async function* readRows(
  name: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
): AsyncGenerator<RawBatch> {
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const rowCount = Number(group.num_rows);
    const values = await readGroup(name, file, metadata, columns, {
      rowStart: groupStart,
      rowEnd: groupStart + rowCount,
    });
    for (let start = 0; start < rowCount; start += BATCH_ROWS) {
      const length = Math.min(BATCH_ROWS, rowCount - start);
      const firstRow = groupStart + start + 1;
      yield {
        rows: Array.from({ length }, (_, row) =>
          columns.map((column, index) => column.read(values[index]?.[start + row])),
        ),
        sourceRows: Float64Array.from({ length }, (_, row) => firstRow + row),
      };
    }
    groupStart += rowCount;
  }
}

/** The columns of a row group, read one after the other: read at once, the second of two failures would go uncaught. */
async function readGroup(
  name: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  range: { readonly rowStart: number; readonly rowEnd: number },
): Promise<ArrayLike<unknown>[]> {
  const values: ArrayLike<unknown>[] = [];
  try {
    const scan = await parquetScan({ file, metadata, compressors, ...range });
    for (const column of columns) values.push(await scan.readColumn({ column: column.name, ...range }));
  } catch (error) {
    throw damaged(name, error);
  }
  const short = values.findIndex((column) => column.length < range.rowEnd - range.rowStart);
  if (short !== -1) throw damaged(name, new Error(`column "${columns[short]?.name ?? ''}" ends too early`));
  return values;
}

function bufferOf(bytes: Buffer): AsyncBuffer {
  const copy = new Uint8Array(bytes).buffer;
  return { byteLength: copy.byteLength, slice: (start, end) => copy.slice(start, end) };
}

function damaged(name: string, cause: unknown): FileRefused {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FileRefused(
    'damaged',
    `${name} is a damaged or incomplete Parquet file (${reason}).`,
    'Copy or download the file again, or ask for it to be sent again.',
  );
}
