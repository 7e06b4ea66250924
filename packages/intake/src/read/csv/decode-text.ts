import { isAscii, isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import iconv from 'iconv-lite';
import type { TextEncoding } from './survey-text.ts';

/** Turns chunks of bytes to text, characters split over two chunks included. The byte-order mark is left out. */
export interface TextDecoding {
  readonly write: (chunk: Buffer) => string;
  readonly end: () => string;
}

export function createTextDecoding(encoding: TextEncoding, markBytes: number): TextDecoding {
  let skip = markBytes;
  const decoding = decodingOf(encoding);
  return {
    write: (chunk) => {
      if (skip === 0) return decoding.write(chunk);
      const rest = chunk.subarray(skip);
      skip = Math.max(0, skip - chunk.length);
      return decoding.write(rest);
    },
    end: decoding.end,
  };
}

function decodingOf(encoding: TextEncoding): TextDecoding {
  switch (encoding) {
    case 'ascii':
      return { write: (chunk) => chunk.toString('latin1'), end: () => '' };
    case 'utf-8':
      return utf8Decoding();
    case 'utf-16le': {
      const decoder = new StringDecoder('utf16le');
      return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() };
    }
    case 'utf-16be': {
      const decoder = iconv.getDecoder('utf-16be');
      return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
    }
    case 'windows-1252': {
      const decoder = iconv.getDecoder('windows-1252');
      return {
        // Most chunks of a Latin file hold no accent at all; one-byte strings are several times faster to cut up.
        write: (chunk) => (isAscii(chunk) ? chunk.toString('latin1') : decoder.write(chunk)),
        end: () => decoder.end() ?? '',
      };
    }
  }
}

function utf8Decoding(): TextDecoding {
  const decoder = new StringDecoder('utf8');
  let isBetween = true;
  return {
    write: (chunk) => {
      if (isBetween && isAscii(chunk)) return chunk.toString('latin1');
      // Chunks are cut at newlines, so what is not valid is not merely cut in two.
      if (isBetween && !isUtf8(chunk)) return decodeLines(chunk);
      isBetween = chunk.length === 0 ? isBetween : (chunk[chunk.length - 1] ?? 0) < 0x80;
      return decoder.write(chunk);
    },
    end: () => decoder.end(),
  };
}

/** Whole lines of which some are no UTF-8, as when exports of two systems are put together: each is read as what it is. */
function decodeLines(chunk: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(0x0a, start) + 1 || chunk.length;
    const line = chunk.subarray(start, end);
    lines.push(isUtf8(line) ? line.toString('utf8') : iconv.decode(line, 'windows-1252'));
    start = end;
  }
  return lines.join('');
}
