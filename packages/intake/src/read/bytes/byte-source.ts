import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { FileRefused } from '../../raw.ts';
import type { ReadLimits } from '../read-limits.ts';
import { guardInflation } from './guard-inflation.ts';

/** Bytes that can be read from the start as often as wanted. */
export interface ByteSource {
  /** Name shown to people: `a.csv`, `archive.zip/a.csv`. */
  readonly name: string;
  /** Length as stored (compressed, where the source is inflated on the way). */
  readonly storedBytes: number;
  readonly open: () => AsyncIterable<Buffer>;
}

const CHUNK_BYTES = 512 * 1024;

export function fileSource(path: string, name: string, bytes: number): ByteSource {
  return { name, storedBytes: bytes, open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) };
}

/** The bytes inside a gzip file. Damage and bombs end the reading with `FileRefused`. */
export function gunzipSource(inner: ByteSource, limits: ReadLimits): ByteSource {
  return {
    name: inner.name.replace(/\.t?gz$/i, ''),
    storedBytes: inner.storedBytes,
    open: () => gunzip(inner, limits),
  };
}

async function* gunzip(inner: ByteSource, limits: ReadLimits): AsyncGenerator<Buffer> {
  const input = inner.open();
  const inflater = createGunzip({ chunkSize: CHUNK_BYTES });
  const feeding = feed(input, inflater);
  // The rejection is awaited below; without this it counts as unhandled while the consumer is still busy with a chunk.
  feeding.catch(() => undefined);
  try {
    yield* guardInflation(inflater as AsyncIterable<Buffer>, inner.storedBytes, inner.name, limits);
    await feeding;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw damagedArchive(inner.name, error);
  } finally {
    inflater.destroy();
  }
}

async function feed(input: AsyncIterable<Buffer>, inflater: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of input) {
      if (inflater.destroyed) return;
      if (!inflater.write(chunk)) await drained(inflater);
    }
    inflater.end();
  } catch (error) {
    inflater.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function drained(inflater: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      inflater.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    inflater.once('drain', done).once('close', done).once('error', done);
  });
}

/** An archive that ends too early or whose checksum does not agree. */
export function damagedArchive(name: string, cause: unknown): FileRefused {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FileRefused(
    'archive_damaged',
    `${name} is damaged or was cut off on the way (${reason}).`,
    'Copy or download the file again, or ask for it to be sent again.',
  );
}
