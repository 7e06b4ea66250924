import type { CsvDialect } from './dialect.ts';
import type { TextEncoding } from './survey-text.ts';

/**
 * Chunks cut anew so that each ends with a newline, as far as newlines come. Text decoded from such a chunk is parsed without
 * being joined to the end of the one before: joined strings are several times slower to look through. A line longer than `limit` bytes is passed on in pieces.
 */
export async function* cutAtNewlines(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
  newline: CsvDialect['newline'],
  limit: number,
): AsyncIterable<Buffer> {
  if (encoding.startsWith('utf-16')) {
    yield* chunks;
    return;
  }
  const mark = newline.charCodeAt(0);
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(mark);
    if (end === -1) {
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes > limit) {
        yield Buffer.concat(held);
        held = [];
        heldBytes = 0;
      }
      continue;
    }
    const whole = chunk.subarray(0, end + 1);
    yield held.length === 0 ? whole : Buffer.concat([...held, whole]);
    heldBytes = chunk.length - end - 1;
    held = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
  }
  if (held.length > 0) yield Buffer.concat(held);
}
