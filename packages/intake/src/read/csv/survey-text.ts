import { isAscii, isUtf8 } from 'node:buffer';
import { FileRefused } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';

export type TextEncoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What one pass over all bytes of a text tells: enough to decode it rightly to the last byte. */
export interface TextSurvey {
  readonly encoding: TextEncoding;
  /** Bytes of the byte-order mark; 0 where there is none. */
  readonly markBytes: number;
  readonly bytes: number;
  readonly lineFeeds: number;
  readonly nulBytes: number;
  /** Bytes that are no valid UTF-8 in a text that is UTF-8 otherwise; their lines are read as Windows-1252. */
  readonly strayBytes: number;
  readonly endsWithNewline: boolean;
  /** The first bytes, mark included. */
  readonly head: Buffer;
}

const HEAD_BYTES = 256 * 1024;

/** Reads a text through once. Throws `FileRefused` for an empty text and for bytes that are no text. */
export async function surveyText(source: ByteSource, onBytes?: (bytes: number) => void): Promise<TextSurvey> {
  const heads: Buffer[] = [];
  const state = {
    bytes: 0,
    lineFeeds: 0,
    nulBytes: 0,
    ascii: true,
    utf8: true,
    sequences: 0,
    stray: 0,
    carry: Buffer.alloc(0),
    tail: Buffer.alloc(0),
  };
  for await (const chunk of source.open()) {
    if (state.bytes < HEAD_BYTES) heads.push(chunk);
    state.bytes += chunk.length;
    state.lineFeeds += countByte(chunk, 0x0a);
    if (chunk.includes(0)) state.nulBytes += countByte(chunk, 0);
    checkUtf8(state, chunk);
    state.tail = Buffer.concat([state.tail, chunk.subarray(-2)]).subarray(-2);
    onBytes?.(state.bytes);
  }
  if (state.carry.length > 0) {
    state.utf8 = false;
    state.stray += 1;
  }
  const head = Buffer.concat(heads).subarray(0, HEAD_BYTES);
  if (head.length === 0) {
    throw new FileRefused('empty', `${source.name} is empty.`, 'Ask for the file to be exported or sent again.');
  }
  const { encoding, markBytes } = nameEncoding(head, state);
  if (!encoding.startsWith('utf-16')) refuseBinary(head, source.name);
  return {
    encoding,
    markBytes,
    bytes: state.bytes,
    lineFeeds: state.lineFeeds,
    nulBytes: encoding.startsWith('utf-16') ? 0 : state.nulBytes,
    strayBytes: encoding === 'utf-8' ? state.stray : 0,
    endsWithNewline: endsWithNewline(state.tail, encoding),
    head,
  };
}

function endsWithNewline(tail: Buffer, encoding: TextEncoding): boolean {
  const last = encoding === 'utf-16le' ? tail[tail.length - 2] : tail[tail.length - 1];
  return last === 0x0a || last === 0x0d || last === 0x1a;
}

function countByte(chunk: Buffer, byte: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) count += 1;
  return count;
}

interface Utf8State {
  ascii: boolean;
  utf8: boolean;
  sequences: number;
  stray: number;
  carry: Buffer;
}

function checkUtf8(state: Utf8State, chunk: Buffer): void {
  if (state.carry.length === 0 && isAscii(chunk)) return;
  const whole = state.carry.length === 0 ? chunk : Buffer.concat([state.carry, chunk]);
  const cut = whole.length - unfinishedTail(whole);
  const bytes = whole.subarray(0, cut);
  state.ascii = state.ascii && isAscii(bytes);
  const isValid = isUtf8(bytes);
  state.utf8 = state.utf8 && isValid;
  // Counting byte by byte is slow: valid chunks are counted until there are enough to outweigh a few stray bytes.
  const isDecided = state.stray > 10_000 && state.stray > state.sequences;
  if (!isDecided && (!isValid || state.sequences < 10_000)) weighUtf8(state, bytes);
  state.carry = Buffer.from(whole.subarray(cut));
}

function weighUtf8(state: Utf8State, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      state.sequences += 1;
      at += length - 1;
    } else state.stray += 1;
  }
}

/** Bytes at the end that begin a UTF-8 sequence which the next chunk continues. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function nameEncoding(head: Buffer, seen: Utf8State): { encoding: TextEncoding; markBytes: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const markBytes = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const wide = guessUtf16(head);
  if (wide) return { encoding: wide, markBytes: 0 };
  if (seen.utf8) return { encoding: seen.ascii ? 'ascii' : 'utf-8', markBytes };
  if (markBytes > 0 || seen.sequences > seen.stray * 4) return { encoding: 'utf-8', markBytes };
  return { encoding: 'windows-1252', markBytes };
}

/** UTF-16 without a mark: in tables most characters are Latin, so every other byte is zero, on one side only. */
function guessUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs === 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function refuseBinary(head: Buffer, name: string): void {
  const sample = head.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control += 1;
  }
  if (control <= Math.max(8, sample.length * 0.05)) return;
  throw new FileRefused(
    'not_a_table',
    `${name} is not a text, and of no make that can be read here.`,
    'Open it in the program it was made with and save the table as CSV or XLSX, then give that file.',
  );
}
