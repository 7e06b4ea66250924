import { FileRefused, type Finding, type LeftOutRow, type RawBatch, type RawColumn, type RawTable } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ReadLimits } from '../read-limits.ts';
import { countFilled } from '../structure/cell-kind.ts';
import { findHeader, type HeaderLayout } from '../structure/find-header.ts';
import { sameNames } from '../structure/same-names.ts';
import { readCsvRows } from './csv-rows.ts';
import { weighDecimalMark } from './decimal-mark.ts';
import { createTextDecoding } from './decode-text.ts';
import { type CsvDialect, detectDialect } from './dialect.ts';
import { type ParsedRecords, parseRecords } from './record-parser.ts';
import { surveyText, type TextSurvey } from './survey-text.ts';

export interface OpenedCsv {
  readonly table: RawTable;
  readonly encoding: string;
  readonly delimiter: string;
}

/** A delimited text as one table. Reads all bytes once for the encoding, and the first 256 KiB for layout. */
export async function openCsv(
  source: ByteSource,
  limits: ReadLimits,
  onBytes?: (bytes: number) => void,
): Promise<OpenedCsv> {
  const survey = await surveyText(source, onBytes);
  const { text, isWhole } = sampleText(survey);
  const { dialect, confidence } = detectDialect(text, !isWhole);
  const { sample, firstLine } = parseSample(text, dialect, isWhole, source.name, limits);
  const rows = sample.rows.slice(0, 1000);
  const { layout, width } = findLayout(rows);
  if (width > limits.columns) throw tooManyColumns(source.name, width, limits.columns);
  const lineOf = (row: number): number => sample.lines[row] ?? firstLine;
  const fixed: Finding[] = [
    ...describeText(survey, dialect, confidence, width),
    ...layout.findings.map(({ row, column: _, ...finding }) => ({ ...finding, where: `line ${lineOf(row)}` })),
  ];
  const evidence = weighDecimalMark(rows.slice(layout.dataStart));
  const decimalMark = evidence.comma > evidence.point ? ',' : '.';
  if (decimalMark === ',') {
    fixed.push({
      code: 'decimal_comma',
      severity: 'info',
      message: `${evidence.comma} numbers of the sample have a decimal comma.`,
      where: '',
    });
  }
  const columns = columnsOf(layout);
  fixed.push(...sameNames(columns, layout.first === -1 ? '' : `line ${lineOf(layout.first)}`));
  const state = readCsvRows({ source, survey, dialect, layout, columns, firstLine, fixed, limits });
  const table: RawTable = {
    file: source.name,
    sheet: '',
    index: 0,
    titles: titlesOf(rows, layout),
    notes: state.notes,
    leftOut: state.leftOut,
    doubtfulRows: state.doubtfulRows,
    columns,
    headerRows: headerRowsOf(layout, lineOf),
    findings: state.findings,
    rows: state.rows,
    estimatedRows: estimateRows(survey, sample, isWhole, layout),
    decimalMark,
  };
  return { table, encoding: survey.encoding === 'ascii' ? 'utf-8' : survey.encoding, delimiter: dialect.delimiter };
}

/** What reading a CSV fills as it goes on; the arrays keep their identity. */
export interface CsvRowState {
  readonly notes: string[];
  readonly leftOut: LeftOutRow[];
  readonly doubtfulRows: LeftOutRow[];
  readonly findings: Finding[];
  readonly rows: () => AsyncIterable<RawBatch>;
}

function sampleText(survey: TextSurvey): { text: string; isWhole: boolean } {
  const decoding = createTextDecoding(survey.encoding, survey.markBytes);
  const isWhole = survey.bytes <= survey.head.length;
  // The sample ends with a newline where it can, as the chunks do that are read later.
  const end = isWhole ? survey.head.length : survey.head.lastIndexOf(0x0a) + 1 || survey.head.length;
  const text =
    decoding.write(survey.encoding.startsWith('utf-16') ? survey.head : survey.head.subarray(0, end)) +
    (isWhole ? decoding.end() : '');
  return { text: survey.nulBytes > 0 ? text.replaceAll('\0', '') : text, isWhole };
}

function parseSample(
  text: string,
  dialect: CsvDialect,
  isWhole: boolean,
  name: string,
  limits: ReadLimits,
): { sample: ParsedRecords; firstLine: number } {
  const firstLine = dialect.hasSeparatorLine ? 2 : 1;
  const body = dialect.hasSeparatorLine ? text.slice(text.indexOf(dialect.newline) + 1) : text;
  let sample = parseRecords(dialect, { text: body, line: firstLine, isLast: isWhole });
  if (sample.rows.length === 0) {
    // One record longer than the sample, or a quote never closed: look at it without quotes before giving up.
    const cells = body.split(dialect.delimiter).length;
    if (cells > limits.columns) throw tooManyColumns(name, cells, limits.columns);
    sample = parseRecords(dialect, { text: body, line: firstLine, isLast: true, ignoresQuotesOnce: true });
  }
  if (!sample.rows.some((row) => countFilled(row) > 0) && (isWhole || sample.rows.length === 0)) {
    throw new FileRefused('empty', `${name} holds no rows.`, 'Ask for the file to be exported or sent again.');
  }
  return { sample, firstLine };
}

export function tooManyColumns(name: string, columns: number, limit: number): FileRefused {
  return new FileRefused(
    'too_many_columns',
    `${name} has at least ${columns} columns; no more than ${limit} are read.`,
    'If it should have few, the line endings or the delimiter are damaged: export it again. Else split the columns over several files.',
  );
}

function findLayout(rows: readonly (readonly (string | null)[])[]): { layout: HeaderLayout; width: number } {
  const width = usualCells(rows);
  const layout = findHeader(rows, width, []);
  const header = rows[layout.last];
  if (layout.first === -1 || layout.first !== layout.last || !header) return { layout, width };
  const named = header.findLastIndex((cell) => cell !== null && cell.trim() !== '') + 1;
  // More names than the rows have cells: the rows are short, the names are not to be lost.
  if (named > width) return { layout: findHeader(rows, named, []), width: named };
  if (header.length !== width - 1 || !isFilledToTheEnd(rows.slice(layout.dataStart), width)) return { layout, width };
  const parts = [['Column A'], ...layout.parts.slice(0, -1)];
  const finding = { code: 'header_shifted', severity: 'warning', row: layout.last, column: 0 } as const;
  const message =
    'The header has one name less than the rows have cells, as when row names are written without a header: the names belong to the second column and on.';
  return { layout: { ...layout, parts, findings: [...layout.findings, { ...finding, message }] }, width };
}

function isFilledToTheEnd(rows: readonly (readonly (string | null)[])[], width: number): boolean {
  const filled = rows.filter((row) => row.length === width && row[0] !== null && row[width - 1] !== null).length;
  return filled >= 3 && filled >= rows.length * 0.5;
}

/** The number of cells that most records have; records of one cell (titles, notes) do not count where there are others. */
function usualCells(rows: readonly (readonly unknown[])[]): number {
  const frequency = new Map<number, number>();
  for (const row of rows) frequency.set(row.length, (frequency.get(row.length) ?? 0) + 1);
  const usual = [...frequency]
    .filter(([cells]) => cells > 1)
    .sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return usual[0]?.[0] ?? 1;
}

function describeText(survey: TextSurvey, dialect: CsvDialect, confidence: number, width: number): Finding[] {
  const findings: Finding[] = [];
  const note = (code: string, severity: Finding['severity'], message: string): void => {
    findings.push({ code, severity, message, where: '' });
  };
  const mark = survey.markBytes > 0 ? ', by its byte-order mark' : '';
  note(
    'encoding',
    'info',
    `Encoding ${survey.encoding === 'ascii' ? 'utf-8 (plain ASCII throughout)' : survey.encoding}${mark}.`,
  );
  if (survey.strayBytes > 0) {
    note(
      'mixed_encoding',
      'warning',
      `${survey.strayBytes} bytes are no UTF-8: their lines are read as Windows-1252. Two exports put together?`,
    );
  }
  if (survey.encoding === 'windows-1252') {
    note(
      'encoding_guessed',
      'warning',
      'Not valid UTF-8, so taken for Windows-1252: look whether names with accents read right.',
    );
  }
  const shown = dialect.delimiter === '\t' ? 'tab' : dialect.delimiter;
  if (dialect.hasSeparatorLine) note('separator_line', 'info', `The first line says that "${shown}" separates cells.`);
  else if (confidence > 0) {
    note(
      'delimiter',
      'info',
      `Cells are separated by "${shown}": ${Math.round(confidence * 100)} % of the sample's rows then have ${width} cells.`,
    );
    if (confidence < 0.7)
      note('uneven_rows', 'warning', 'So uneven a text may be no table at all: look at the first rows.');
  } else note('single_column', 'warning', 'No delimiter found: one column.');
  if (survey.nulBytes > 0) note('nul_bytes', 'warning', `${survey.nulBytes} NUL bytes are left out.`);
  return findings;
}

function columnsOf(layout: HeaderLayout): RawColumn[] {
  return layout.parts.map((headerParts, index) => ({ index, header: headerParts.join(' / '), headerParts }));
}

function headerRowsOf(layout: HeaderLayout, lineOf: (row: number) => number): { first: number; last: number } {
  return layout.first === -1 ? { first: 0, last: 0 } : { first: lineOf(layout.first), last: lineOf(layout.last) };
}

function titlesOf(rows: readonly (readonly (string | null)[])[], layout: HeaderLayout): string[] {
  const until = layout.first === -1 ? layout.dataStart : layout.first;
  return rows
    .slice(0, until)
    .filter((row) => countFilled(row) > 0)
    .map((row) => row.filter((cell) => cell !== null && cell.trim() !== '').join(' '));
}

function estimateRows(survey: TextSurvey, sample: ParsedRecords, isWhole: boolean, layout: HeaderLayout): number {
  if (isWhole) return Math.max(0, sample.rows.filter((row) => countFilled(row) > 0).length - layout.dataStart);
  const lastLine = sample.lines[sample.lines.length - 1] ?? 1;
  const linesEach = lastLine / Math.max(1, sample.lines.length);
  return Math.max(0, Math.round(survey.lineFeeds / Math.max(1, linesEach)) - layout.dataStart);
}
