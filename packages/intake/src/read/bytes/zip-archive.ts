import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';
import { FileRefused } from '../../raw.ts';
import type { ReadLimits } from '../read-limits.ts';
import { type ByteSource, damagedArchive } from './byte-source.ts';
import { checkInflation, guardInflation } from './guard-inflation.ts';

/** A file or a buffer that holds a zip archive. */
export type ZipInput =
  | { readonly path: string; readonly name: string }
  | { readonly buffer: Buffer; readonly name: string };

export interface ZipMember {
  readonly name: string;
  readonly bytes: number;
  readonly source: ByteSource;
}

const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true };

/**
 * Members of a zip archive (folders left out), in the order of its directory. Refuses protected archives, names that
 * climb out of the archive, more members than allowed, and sizes that unpack beyond the limits.
 */
export async function listZipMembers(input: ZipInput, limits: ReadLimits): Promise<ZipMember[]> {
  const entries = await readDirectory(input, limits);
  let total = 0;
  let stored = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw protectedByPassword(input.name);
    total += entry.uncompressedSize;
    stored += entry.compressedSize;
    checkInflation(total, stored, input.name, limits);
  }
  return entries
    .filter((entry) => !entry.fileName.endsWith('/'))
    .map((entry) => ({
      name: entry.fileName,
      bytes: entry.uncompressedSize,
      source: {
        name: `${input.name}/${entry.fileName}`,
        storedBytes: entry.compressedSize,
        open: () => readMember(input, entry, limits),
      },
    }));
}

/** What is said of a workbook or archive that wants a password. */
export function protectedByPassword(name: string): FileRefused {
  return new FileRefused(
    'protected',
    `${name} is protected with a password.`,
    'Open it in the program it was made with, save a copy without a password, and give that copy.',
  );
}

function openZip(input: ZipInput): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) =>
      error ? reject(damagedArchive(input.name, error)) : resolve(zip);
    if ('path' in input) open(input.path, OPTIONS, done);
    else fromBuffer(input.buffer, OPTIONS, done);
  });
}

async function readDirectory(input: ZipInput, limits: ReadLimits): Promise<Entry[]> {
  const zip = await openZip(input);
  try {
    return await new Promise<Entry[]>((resolve, reject) => {
      const entries: Entry[] = [];
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        if (entries.length > limits.archiveMembers) reject(tooManyMembers(input.name, limits.archiveMembers));
        else zip.readEntry();
      });
      zip.on('end', () => resolve(entries));
      zip.on('error', (error: Error) => reject(directoryError(input.name, error)));
      zip.readEntry();
    });
  } finally {
    zip.close();
  }
}

function directoryError(name: string, error: Error): FileRefused {
  if (!/relative path|absolute path|invalid characters/.test(error.message)) return damagedArchive(name, error);
  return new FileRefused(
    'archive_unsafe_names',
    `${name} holds a member whose name points outside the archive (${error.message}).`,
    'Do not unpack it; ask the sender for a new archive.',
  );
}

function tooManyMembers(name: string, limit: number): FileRefused {
  return new FileRefused(
    'archive_too_many_members',
    `${name} holds more than ${limit} files.`,
    'Unpack it and give the files in smaller groups.',
  );
}

async function* readMember(input: ZipInput, entry: Entry, limits: ReadLimits): AsyncGenerator<Buffer> {
  const zip = await openZip(input);
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    yield* guardInflation(
      stream as AsyncIterable<Buffer>,
      entry.compressedSize,
      `${input.name}/${entry.fileName}`,
      limits,
    );
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw damagedArchive(`${input.name}/${entry.fileName}`, error);
  } finally {
    zip.close();
  }
}
