import { FileRefused, type Finding, type LeftOutRow, type RawBatch, type RawColumn } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { createFindingList } from '../finding-list.ts';
import { isFormulaLike } from '../neutralise-formula.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { HeaderLayout } from '../structure/find-header.ts';
import { isNoteLine } from '../structure/note-line.ts';
import { isTotalLabel } from '../structure/total-label.ts';
import { createTextDecoding } from './decode-text.ts';
import type { CsvDialect } from './dialect.ts';
import { type CsvRowState, tooManyColumns } from './open-csv.ts';
import { type ParsedRecords, parseRecords } from './record-parser.ts';
import type { TextSurvey } from './survey-text.ts';
import { cutAtNewlines } from './whole-lines.ts';

export interface CsvReading {
  readonly source: ByteSource;
  readonly survey: TextSurvey;
  readonly dialect: CsvDialect;
  readonly layout: HeaderLayout;
  readonly columns: readonly RawColumn[];
  readonly firstLine: number;
  readonly fixed: readonly Finding[];
  readonly limits: ReadLimits;
}

type TextRow = (string | null)[];

/** The records of a delimited text, in batches of one chunk each: memory stays the same however long the file. */
export function readCsvRows(reading: CsvReading): CsvRowState {
  const findings = createFindingList(reading.fixed);
  const notes: string[] = [];
  const leftOut: LeftOutRow[] = [];
  const doubtfulRows: LeftOutRow[] = [];
  async function* rows(): AsyncGenerator<RawBatch> {
    findings.reset();
    notes.length = 0;
    leftOut.length = 0;
    doubtfulRows.length = 0;
    const sift = createSift(reading, { findings, notes, leftOut, doubtfulRows });
    for await (const { records, isLast } of parseStream(reading, findings.add)) {
      const batch = sift.take(records, isLast);
      if (batch.rows.length > 0) yield batch;
    }
    sift.finish();
    findings.finish();
  }
  return { notes, leftOut, doubtfulRows, findings: findings.list, rows };
}

async function* parseStream(
  reading: CsvReading,
  addFinding: (finding: Finding) => void,
): AsyncGenerator<{ records: ParsedRecords; isLast: boolean }> {
  const { source, survey, dialect, limits } = reading;
  const decoding = createTextDecoding(survey.encoding, survey.markBytes);
  const clean = (text: string): string => (survey.nulBytes > 0 ? text.replaceAll('\0', '') : text);
  let rest = '';
  let line = 1;
  let skipsLine = dialect.hasSeparatorLine;
  const parse = (text: string, isLast: boolean, ignoresQuotesOnce = false): ParsedRecords => {
    const records = parseRecords(dialect, { text, line, isLast, ignoresQuotesOnce });
    line = records.nextLine;
    rest = records.rest;
    return records;
  };
  for await (const chunk of cutAtNewlines(source.open(), survey.encoding, dialect.newline, limits.recordCharacters)) {
    const decoded = clean(decoding.write(chunk));
    let text = rest === '' ? decoded : rest + decoded;
    if (skipsLine) {
      const end = text.indexOf(dialect.newline);
      if (end === -1) {
        rest = text;
        continue;
      }
      text = text.slice(end + 1);
      line = 2;
      skipsLine = false;
    }
    let records = parse(text, false);
    yield { records, isLast: false };
    while (rest.length > limits.recordCharacters) {
      if (!records.isQuoteOpen) throw recordTooLong(reading, rest, line);
      addFinding(
        openQuote(line, 'a quote is opened and not closed within reach; it is taken as an ordinary character.'),
      );
      records = parse(rest, false, true);
      yield { records, isLast: false };
      if (records.rows.length === 0) break;
    }
  }
  let text = rest + clean(decoding.end());
  for (;;) {
    const records = parse(text, true);
    yield { records, isLast: !records.isQuoteOpen };
    if (!records.isQuoteOpen) return;
    if (!isStrayQuote(rest, reading)) {
      addFinding({
        code: 'truncated',
        severity: 'error',
        message: `The file ends in the middle of a row: a quote opened on line ${line} is never closed. The row is left out; all rows before it are kept. Ask for the whole file.`,
        where: `line ${line}`,
      });
      yield { records: { ...records, rows: [], lines: [], cutOffLine: line }, isLast: true };
      return;
    }
    addFinding(openQuote(line, 'a quote is opened and never closed; it is taken as an ordinary character.'));
    text = rest;
    const recovered = parse(text, true, true);
    yield { records: recovered, isLast: !recovered.isQuoteOpen };
    if (!recovered.isQuoteOpen) return;
    text = rest;
  }
}

function recordTooLong(reading: CsvReading, rest: string, line: number): FileRefused {
  const { source, dialect, limits } = reading;
  const cells = rest.split(dialect.delimiter).length;
  if (cells > limits.columns) return tooManyColumns(source.name, cells, limits.columns);
  return new FileRefused(
    'record_too_long',
    `Line ${line} of ${source.name} has more than ${limits.recordCharacters} characters.`,
    'The line endings may be damaged: export the file again.',
  );
}

function openQuote(line: number, what: string): Finding {
  return { code: 'open_quote', severity: 'error', message: `Line ${line}: ${what}`, where: `line ${line}` };
}

/** A quote that swallows lines which are records by themselves was typed by mistake; one that swallows none was cut off. */
function isStrayQuote(rest: string, reading: CsvReading): boolean {
  const newlineAt = rest.indexOf(reading.dialect.newline);
  if (newlineAt === -1 || newlineAt === rest.length - 1) return false;
  const following = parseRecords(reading.dialect, {
    text: rest.slice(newlineAt + 1, newlineAt + 65_536),
    line: 1,
    isLast: true,
  });
  const whole = following.rows.filter((row) => row.length === reading.columns.length).length;
  return (
    following.rows.length > 0 &&
    whole * 2 > following.rows.length &&
    (reading.columns.length > 1 || following.rows.length > 3)
  );
}

interface Sift {
  readonly take: (records: ParsedRecords, isLast: boolean) => RawBatch;
  readonly finish: () => void;
}

interface SiftOut {
  readonly findings: { readonly add: (finding: Finding) => void };
  readonly notes: string[];
  readonly leftOut: LeftOutRow[];
  readonly doubtfulRows: LeftOutRow[];
}

/** Passes records on and sets aside what is none: the header, blanks, notes, repeated headers, a row cut off. */
function createSift(reading: CsvReading, out: SiftOut): Sift {
  const width = reading.columns.length;
  const { dataStart, first, last } = reading.layout;
  const header: TextRow[] = [];
  let seen = 0;
  let blanks = 0;
  let formulas = 0;
  let formulaLine = 0;

  function keep(row: TextRow, line: number, isFinal: boolean): boolean {
    const index = seen;
    seen += 1;
    if (index < dataStart) {
      if (first !== -1 && index >= first && index <= last) header.push(row);
      return false;
    }
    if (row[0] === null && row.every((cell) => cell === null)) {
      blanks += 1;
      return false;
    }
    if (row.length !== width && !fitWidth(row, line, isFinal)) return false;
    const label = row[0];
    if (typeof label === 'string' && (row[1] === null || width === 1) && width > 1 && isNote(row, label)) {
      out.notes.push(label.trim());
      out.leftOut.push({ row: line, reason: 'A note under the table, no record.' });
      return false;
    }
    const repeated = header.find((headerRow) => headerRow[0] === row[0] && isSameRow(headerRow, row));
    if (repeated) {
      out.leftOut.push({ row: line, reason: 'The header again.' });
      out.findings.add({
        code: 'repeated_header',
        severity: 'info',
        message: 'The header stands here again; the row is left out.',
        where: `line ${line}`,
      });
      return false;
    }
    if (isTotal(row))
      out.doubtfulRows.push({ row: line, reason: `Labelled "${label ?? row[1] ?? ''}": a total, as it seems.` });
    return true;
  }

  function fitWidth(row: TextRow, line: number, isFinal: boolean): boolean {
    if (row.length < width) {
      if (row.length === 1 && row[0] === '\x1a') return false;
      if (row.length === 1 && typeof row[0] === 'string' && isNoteLine(row[0])) {
        out.notes.push(row[0].trim());
        out.leftOut.push({ row: line, reason: 'A note, no record.' });
        return false;
      }
      if (isFinal && !reading.survey.endsWithNewline) {
        out.leftOut.push({ row: line, reason: `Cut off after ${row.length} of ${width} cells.` });
        out.findings.add({
          code: 'truncated',
          severity: 'error',
          message: `The file ends in the middle of a row: ${row.length} of ${width} cells. The row is left out; all rows before it are kept. Ask for the whole file.`,
          where: `line ${line}`,
        });
        return false;
      }
      out.findings.add({
        code: 'short_row',
        severity: 'warning',
        message: `${row.length} cells where ${width} are expected; the missing ones are taken as empty.`,
        where: `line ${line}`,
      });
      while (row.length < width) row.push(null);
      return true;
    }
    if (row.length > reading.limits.columns)
      throw tooManyColumns(reading.source.name, row.length, reading.limits.columns);
    const extra = row.splice(width);
    if (extra.some((cell) => cell !== null)) {
      out.findings.add({
        code: 'long_row',
        severity: 'error',
        message: `${width + extra.length} cells where ${width} are expected; ${extra.length} are lost at the end. A delimiter inside a cell without quotes?`,
        where: `line ${line}`,
      });
    }
    return true;
  }

  function countFormulas(row: TextRow, line: number): void {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (cell === null || cell === undefined) continue;
      const code = cell.charCodeAt(0);
      if (code > 64 || (code >= 48 && code < 61) || !isFormulaLike(cell)) continue;
      formulas += 1;
      if (formulaLine === 0) formulaLine = line;
    }
  }

  return {
    take: (records, isLast) => {
      for (const line of records.strayText) {
        out.findings.add({
          code: 'text_after_quote',
          severity: 'warning',
          message: 'Text stands after a closing quote; it is kept as part of the cell.',
          where: `line ${line}`,
        });
      }
      if (records.cutOffLine !== undefined)
        out.leftOut.push({ row: records.cutOffLine, reason: 'Cut off inside a quoted cell.' });
      const rows: TextRow[] = [];
      const sourceRows: number[] = [];
      const end = records.rows.length;
      for (let index = 0; index < end; index += 1) {
        const row = records.rows[index] ?? [];
        const line = records.lines[index] ?? 0;
        if (!keep(row, line, isLast && index === end - 1)) continue;
        countFormulas(row, line);
        rows.push(row);
        sourceRows.push(line);
      }
      return { rows, sourceRows };
    },
    finish: () => {
      if (blanks > 0)
        out.findings.add({
          code: 'blank_rows',
          severity: 'info',
          message: `${blanks} blank rows are left out.`,
          where: '',
        });
      if (formulas > 0) {
        out.findings.add({
          code: 'formula_like_text',
          severity: 'warning',
          message: `${formulas} cells hold text that a spreadsheet would take for a formula. They are read as text.`,
          where: `line ${formulaLine}`,
        });
      }
    },
  };
}

function isNote(row: TextRow, label: string): boolean {
  for (let column = 1; column < row.length; column += 1) if (row[column] !== null) return false;
  return isNoteLine(label);
}

function isSameRow(left: TextRow, right: TextRow): boolean {
  return left.length === right.length && left.every((cell, column) => cell === right[column]);
}

function isTotal(row: TextRow): boolean {
  return (typeof row[0] === 'string' && isTotalLabel(row[0])) || (typeof row[1] === 'string' && isTotalLabel(row[1]));
}
