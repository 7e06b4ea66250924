import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileFormat, FileRefused, type Finding, type OpenedFile, type RawTable } from '../raw.ts';
import { type ByteSource, fileSource, gunzipSource } from './bytes/byte-source.ts';
import { detectContent } from './bytes/detect-format.ts';
import { digestFile } from './bytes/file-digest.ts';
import { readHead } from './bytes/read-whole.ts';
import { openCsv } from './csv/open-csv.ts';
import { openZip } from './open-zip.ts';
import { openParquet } from './parquet/open-parquet.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

export interface OpenFileOptions {
  readonly limits?: Partial<ReadLimits>;
  /** `bytes` read of `total` while the file is looked through; `total` is null where it is not known (inside archives). */
  readonly onProgress?: (progress: { readonly bytes: number; readonly total: number | null }) => void;
}

/** The tables of one file or archive member, and what was noticed. */
export interface OpenedContent {
  readonly format: FileFormat;
  readonly container: 'gzip' | 'zip' | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly tables: readonly RawTable[];
  readonly findings: readonly Finding[];
}

export interface ContentOptions {
  readonly limits: ReadLimits;
  readonly onBytes: (bytes: number) => void;
  /** Where the bytes stand on disk uncompressed, if they do. */
  readonly path: string | null;
  /** False inside an archive: archives in archives are refused. */
  readonly mayBeArchive: boolean;
}

/**
 * Opens a file of any make as tables of raw cells: CSV, XLSX, XLS, ODS and Parquet, plain, gzipped or zipped. The make is told
 * by the content. Throws `FileRefused` with a code, a message and a remedy for what cannot or must not be read.
 */
export async function openFile(path: string, options: OpenFileOptions = {}): Promise<OpenedFile> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const name = basename(path);
  const size = await regularFileSize(path, name);
  const source = fileSource(path, name, size);
  const head = await readHead(source, 4096);
  const kind = detectContent(head, name);
  const isInflated = kind === 'gzip' || kind === 'zip';
  const onBytes = (bytes: number): void => options.onProgress?.({ bytes, total: isInflated ? null : size });
  const content = await openContent(source, { limits, onBytes, path, mayBeArchive: true });
  const { sha256, bytes } = await digestFile(path);
  return { path, name, sha256, bytes, ...content };
}

/** Opens the bytes of a file or of an archive's member. */
export async function openContent(source: ByteSource, options: ContentOptions): Promise<OpenedContent> {
  const { limits } = options;
  const head = await readHead(source, 4096);
  switch (detectContent(head, source.name)) {
    case 'text': {
      const { table, encoding, delimiter } = await openCsv(source, limits, options.onBytes);
      return { format: 'csv', container: null, encoding, delimiter, tables: [table], findings: [] };
    }
    case 'parquet':
      return openParquet(source, options);
    case 'compound':
    case 'biff':
      return openWorkbook(source, limits);
    case 'gzip':
      return openGzip(source, options);
    case 'zip':
      return openZip(source, options);
  }
}

async function openGzip(source: ByteSource, options: ContentOptions): Promise<OpenedContent> {
  if (!options.mayBeArchive) throw nestedArchive(source.name);
  const inner = gunzipSource(source, options.limits);
  const content = await openContent(inner, { ...options, path: null, mayBeArchive: false });
  return { ...content, container: 'gzip' };
}

/** What is said of an archive inside an archive. */
export function nestedArchive(name: string): FileRefused {
  return new FileRefused(
    'nested_archive',
    `${name} is an archive inside an archive.`,
    'Unpack the outer archive and give what is inside.',
  );
}

async function regularFileSize(path: string, name: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new FileRefused(
      'not_found',
      `There is no file ${name}, or it may not be read.`,
      'Check the name and the rights.',
    );
  if (found.isDirectory()) throw new FileRefused('directory', `${name} is a folder.`, 'Give the files in it.');
  if (!found.isFile()) throw new FileRefused('not_a_file', `${name} is no ordinary file.`, 'Give a file.');
  return found.size;
}
