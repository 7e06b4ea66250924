import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FileRefused, type Finding, type RawBatch, type RawCell, type RawTable } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readWhole } from '../bytes/read-whole.ts';
import { tooManyColumns } from '../csv/open-csv.ts';
import type { ContentOptions, OpenedContent } from '../open-file.ts';
import { parquetCellReaders } from './parquet-cell.ts';

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
  const fields = parquetSchema(metadata).children;
  if (fields.length > options.limits.columns) throw tooManyColumns(source.name, fields.length, options.limits.columns);
  const { readers, findings } = parquetCellReaders(fields);
  const table: RawTable = {
    file: source.name,
    sheet: '',
    index: 0,
    titles: [],
    notes: [],
    columns: fields.map(({ element: { name } }, index) => ({ index, header: name, headerParts: [name] })),
    headerRows: { first: 0, last: 0 },
    findings,
    rows: () => readRows(source.name, file, metadata, readers),
    estimatedRows: Number(metadata.num_rows),
    decimalMark: '.',
  };
  const made: Finding[] = metadata.created_by
    ? [{ code: 'written_by', severity: 'info', message: `Written by ${metadata.created_by}.`, where: '' }]
    : [];
  return { format: 'parquet', container: null, encoding: null, delimiter: null, tables: [table], findings: made };
}

async function* readRows(
  name: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  readers: readonly ((value: unknown) => RawCell)[],
): AsyncGenerator<RawBatch> {
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    const rows = await readGroup(name, file, metadata, groupStart, groupEnd);
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      const slice = rows.slice(start, start + BATCH_ROWS);
      const firstRow = groupStart + start + 1;
      yield {
        rows: slice.map((row) => readers.map((read, column) => read(row[column]))),
        sourceRows: Float64Array.from(slice, (_, index) => firstRow + index),
      };
    }
    groupStart = groupEnd;
  }
}

async function readGroup(
  name: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<unknown[][]> {
  let rows: unknown[][] = [];
  try {
    await parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd,
      compressors,
      rowFormat: 'array',
      onComplete: (read: unknown[][]) => {
        rows = read;
      },
    });
  } catch (error) {
    throw damaged(name, error);
  }
  return rows;
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
