import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SnapshotFile } from './manifest.ts';
import { quoteLiteral } from './quote.ts';
import type { Session } from './session.ts';

/** Size, rows and hash of a Parquet file, after it has reached the disk. */
export async function describeFile(session: Session, folder: string, name: string): Promise<SnapshotFile> {
  const path = join(folder, name);
  await syncFile(path);
  const { rows } = await session.query(`select sum(num_rows) from parquet_file_metadata(${quoteLiteral(path)})`);
  const { size } = await stat(path);
  return { name, sha256: await hashFile(path), bytes: size, rows: Number(rows[0]?.[0] ?? 0) };
}

/** SHA-256 of a file, hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Waits until a file is on the disk, so that a rename after it cannot outlive its content in a loss of power. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
