import { FileRefused } from '../../raw.ts';
import type { ByteSource } from './byte-source.ts';

/** All bytes of a source in one buffer; `FileRefused` beyond `limit`. */
export async function readWhole(source: ByteSource, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source.open()) {
    bytes += chunk.length;
    if (bytes > limit) {
      throw new FileRefused(
        'too_large_for_memory',
        `${source.name} is larger than ${limit} bytes, which is more than a workbook may take.`,
        'Save each sheet as CSV and give those files: CSV of any size is read piece by piece.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The first bytes of a source, at most `length`. */
export async function readHead(source: ByteSource, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}
