import { FileRefused } from '../../raw.ts';
import type { ReadLimits } from '../read-limits.ts';

/** Passes inflated chunks on, and refuses once they are more than the limits allow: a bomb is never held in memory. */
export async function* guardInflation(
  chunks: AsyncIterable<Buffer>,
  storedBytes: number,
  name: string,
  limits: ReadLimits,
): AsyncGenerator<Buffer> {
  let inflated = 0;
  for await (const chunk of chunks) {
    inflated += chunk.length;
    checkInflation(inflated, storedBytes, name, limits);
    yield chunk;
  }
}

/** Throws `FileRefused` where so many bytes out of so few are a bomb, or more than the limit. */
export function checkInflation(inflated: number, storedBytes: number, name: string, limits: ReadLimits): void {
  const isBomb = inflated > limits.ratioFromBytes && inflated > storedBytes * limits.inflateRatio;
  if (!isBomb && inflated <= limits.inflatedBytes) return;
  throw new FileRefused(
    'archive_too_large',
    isBomb
      ? `${name} unpacks to more than ${limits.inflateRatio} times its size, as archives do that are made to fill a disk.`
      : `${name} unpacks to more than ${limits.inflatedBytes} bytes.`,
    'Unpack it yourself if you trust where it comes from, and give the files one by one.',
  );
}
