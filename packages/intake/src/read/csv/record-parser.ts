import type { CsvDialect } from './dialect.ts';

/** Records cut out of a text: cells as text, empty cells null; `lines[i]` is the 1-based line on which record i begins. */
export interface ParsedRecords {
  readonly rows: (string | null)[][];
  readonly lines: number[];
  /** 1-based line on which `rest` begins. */
  readonly nextLine: number;
  /** Line of a last record that was given up because the text ends inside it. */
  readonly cutOffLine?: number;
  /** What follows the last whole record. */
  readonly rest: string;
  /** True where `rest` ends inside a quoted cell. */
  readonly isQuoteOpen: boolean;
  /** Lines on which text stood after a closing quote, as in `"a"b,c`. */
  readonly strayText: number[];
}

export interface ParseRequest {
  readonly text: string;
  /** 1-based line on which `text` begins. */
  readonly line: number;
  /** No more text follows: a last record without a newline is whole. */
  readonly isLast: boolean;
  /** Treat the quotes of the first record as ordinary characters (a quote that is never closed). */
  readonly ignoresQuotesOnce?: boolean;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/**
 * Cuts text into records after RFC 4180, with the liberties real files take: any delimiter, newlines of all makes, quotes
 * in the middle of a cell, text after a closing quote. Characters are looked at once, and cells are slices of the text.
 */
export function parseRecords(dialect: CsvDialect, request: ParseRequest): ParsedRecords {
  const { text, isLast } = request;
  const delimiter = dialect.delimiter.charCodeAt(0);
  const newline = dialect.newline.charCodeAt(0);
  const skipsBlank = dialect.skipsBlankBeforeQuote;
  const length = text.length;
  const rows: (string | null)[][] = [];
  const lines: number[] = [];
  const strayText: number[] = [];
  let quotesCount = request.ignoresQuotesOnce !== true;
  let line = request.line;
  let position = 0;
  let recordStart = 0;
  let nextLine = line;
  let isQuoteOpen = false;

  records: while (position < length) {
    recordStart = position;
    const recordLine = line;
    const row: (string | null)[] = [];
    for (;;) {
      let at = position;
      let code = at < length ? text.charCodeAt(at) : -1;
      if (skipsBlank && code === SPACE) {
        let ahead = at;
        while (ahead < length && text.charCodeAt(ahead) === SPACE) ahead += 1;
        if (ahead >= length && !isLast) break records;
        if (text.charCodeAt(ahead) === QUOTE) {
          at = ahead;
          code = QUOTE;
        }
      }
      let value: string | null;
      if (code === QUOTE && quotesCount) {
        let close = text.indexOf('"', at + 1);
        let hasDoubled = false;
        while (close !== -1 && close + 1 < length && text.charCodeAt(close + 1) === QUOTE) {
          hasDoubled = true;
          close = text.indexOf('"', close + 2);
        }
        if (close === -1 || (close + 1 >= length && !isLast)) {
          isQuoteOpen = close === -1;
          break records;
        }
        value = text.slice(at + 1, close);
        if (hasDoubled) value = value.replaceAll('""', '"');
        line += countNewlines(value, newline);
        at = close + 1;
        if (skipsBlank) while (at < length && text.charCodeAt(at) === SPACE) at += 1;
        const tail = at;
        for (; at < length; at += 1) {
          code = text.charCodeAt(at);
          if (code === delimiter || code === newline) break;
        }
        if (at >= length && !isLast) break records;
        const extra = cutCarriageReturn(text, tail, at, newline);
        if (extra > tail) {
          value += text.slice(tail, extra);
          strayText.push(recordLine);
        }
        if (value === '') value = null;
      } else {
        const start = at;
        for (; at < length; at += 1) {
          code = text.charCodeAt(at);
          if (code === delimiter || code === newline) break;
        }
        if (at >= length && !isLast) break records;
        const end = code === newline || at >= length ? cutCarriageReturn(text, start, at, newline) : at;
        value = end === start ? null : text.slice(start, end);
      }
      row.push(value);
      if (at < length && text.charCodeAt(at) === delimiter) {
        position = at + 1;
        // A delimiter as the very last character opens one more, empty, cell.
        if (position >= length && isLast) {
          row.push(null);
          break;
        }
        if (position >= length) break records;
        continue;
      }
      position = at + 1;
      break;
    }
    line += 1;
    quotesCount = true;
    rows.push(row);
    lines.push(recordLine);
    recordStart = position;
    nextLine = line;
  }
  return { rows, lines, nextLine, rest: text.slice(recordStart), isQuoteOpen, strayText };
}

/** End of a cell without the carriage return of a `\r\n`. */
function cutCarriageReturn(text: string, start: number, end: number, newline: number): number {
  return newline === LINE_FEED && end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
}

function countNewlines(value: string, newline: number): number {
  const mark = newline === LINE_FEED ? '\n' : '\r';
  let count = 0;
  for (let at = value.indexOf(mark); at !== -1; at = value.indexOf(mark, at + 1)) count += 1;
  return count;
}
