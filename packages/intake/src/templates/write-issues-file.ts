import { open } from 'node:fs/promises';
import { WorkbookWriter, type WorksheetWriter } from '@cj-tech-master/excelts';
import type { PlacedIssue } from '@leeto/registers';
import type { IssueLog, RowIssues } from '../map/issue-log.ts';
import type { Mapping } from '../map/mapping.ts';
import type { RawTable } from '../raw.ts';
import { neutraliseFormula } from '../read/neutralise-formula.ts';
import { describeProblem } from './describe-problem.ts';
import {
  type IssuesMemory,
  issuesSheetName,
  memoryPieceLength,
  memorySheetName,
  positionHeader,
  problemsHeader,
  rowsSheetName,
} from './issues-workbook.ts';

/** The issues of one table of a delivery, with what is needed to take its corrected rows. */
export interface IssuesPart {
  readonly table: RawTable;
  readonly mapping: Mapping;
  readonly issues: IssueLog;
}

export interface IssuesFileContent {
  /** The delivered file. */
  readonly file: string;
  readonly sha256: string;
  readonly parts: readonly IssuesPart[];
  /** Problems found later, by the store: records that were there twice. */
  readonly more?: readonly PlacedIssue[];
}

const headings = ['File', 'Sheet', 'Row', 'Column', 'Value', 'Problem', 'What would be accepted', 'Weight'];
const rowsPerSheet = 1_000_000;
const notedRows = 5_000;
const badFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;
const doubtFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEB9C' } } as const;
const headingStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E1F2' } },
} as const;

/**
 * Writes the issues file beside a delivery. XLSX (`.xlsx`): a sheet with every issue, a sheet with the refused rows in their
 * original columns to be corrected and imported again, and the mapping in a hidden sheet. CSV (`.csv`): the issues alone.
 * Text that a spreadsheet would run as a formula is neutralised. Streams: memory does not grow with the rows.
 */
export async function writeIssuesFile(path: string, content: IssuesFileContent): Promise<void> {
  if (path.toLowerCase().endsWith('.csv')) await writeCsv(path, content);
  else await writeWorkbook(path, content);
}

async function* eachIssue(content: IssuesFileContent): AsyncGenerator<PlacedIssue> {
  for (const { issues } of content.parts) for await (const row of issues.rows()) yield* row.issues;
  yield* content.more ?? [];
}

const lineOf = (issue: PlacedIssue): readonly (string | number)[] => [
  neutraliseFormula(issue.file),
  neutraliseFormula(issue.sheet),
  issue.row,
  neutraliseFormula(issue.column || issue.path),
  neutraliseFormula(issue.value ?? ''),
  describeProblem(issue.code),
  neutraliseFormula(issue.hint),
  issue.severity,
];

async function writeCsv(path: string, content: IssuesFileContent): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    const quote = (cell: string | number): string =>
      /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
    // The mark at the start makes spreadsheets read UTF-8 as such.
    let text = `\uFEFF${headings.join(',')}\r\n`;
    for await (const issue of eachIssue(content)) {
      text += `${lineOf(issue).map(quote).join(',')}\r\n`;
      if (text.length < 100_000) continue;
      await file.write(text);
      text = '';
    }
    await file.write(text);
  } finally {
    await file.close();
  }
}

async function writeWorkbook(path: string, content: IssuesFileContent): Promise<void> {
  // The writer opens the file by its name: made here first, it is readable by its owner alone from the first byte on.
  await (await open(path, 'w', 0o600)).close();
  const workbook = new WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  await writeIssues(workbook, content);
  const memory: IssuesMemory = {
    version: 1,
    file: content.file,
    sha256: content.sha256,
    parts: await writeAllRows(workbook, content),
  };
  const sheet = workbook.addWorksheet(memorySheetName, { state: 'veryHidden' });
  const text = JSON.stringify(memory);
  for (let at = 0; at < text.length; at += memoryPieceLength)
    sheet.addRow([text.slice(at, at + memoryPieceLength)]).commit();
  sheet.commit();
  await workbook.commit();
}

async function writeIssues(workbook: WorkbookWriter, content: IssuesFileContent): Promise<void> {
  const begin = (name: string): WorksheetWriter => {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const widths = [28, 18, 9, 28, 28, 36, 60, 10];
    sheet.columns = headings.map((header, i) => ({ header, width: widths[i] ?? 20 }));
    styleHeading(sheet, headings.length);
    return sheet;
  };
  let sheet = begin(issuesSheetName);
  let sheets = 1;
  let rows = 0;
  for await (const issue of eachIssue(content)) {
    if (rows === rowsPerSheet) {
      sheet.commit();
      sheets += 1;
      rows = 0;
      sheet = begin(`${issuesSheetName} ${sheets}`);
    }
    rows += 1;
    sheet.addRow([...lineOf(issue)]).commit();
    if (rows % 2_000 === 0) await breathe();
  }
  sheet.commit();
}

/** Lets the file be written before more rows are made, so that they do not pile up. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function styleHeading(sheet: WorksheetWriter, columns: number): void {
  const row = sheet.getRow(1);
  for (let i = 1; i <= columns; i++) Object.assign(row.getCell(i), headingStyle);
  row.commit();
}

async function writeAllRows(workbook: WorkbookWriter, content: IssuesFileContent): Promise<IssuesMemory['parts']> {
  const parts: IssuesMemory['parts'][number][] = [];
  for (const part of content.parts) {
    if (part.issues.refusedRows === 0) continue;
    const rowsSheet = parts.length === 0 ? rowsSheetName : `${rowsSheetName} ${parts.length + 1}`;
    await writeRows(workbook, rowsSheet, part);
    const { file, sheet, index, titles, decimalMark, columns } = part.table;
    parts.push({ rowsSheet, mapping: part.mapping, table: { file, sheet, index, titles, decimalMark, columns } });
  }
  return parts;
}

async function writeRows(workbook: WorkbookWriter, name: string, part: IssuesPart): Promise<void> {
  const { columns } = part.table;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    ...columns.map((column) => ({ header: neutraliseFormula(column.header), width: 16 })),
    { header: problemsHeader, width: 60 },
    { header: positionHeader, width: 10, hidden: true },
  ];
  styleHeading(sheet, columns.length + 2);
  let rows = 0;
  for await (const row of part.issues.rows()) {
    if (row.cells === null || rows >= rowsPerSheet) continue;
    rows += 1;
    writeRow(sheet, row, part.table, rows <= notedRows);
    if (rows % 2_000 === 0) await breathe();
  }
  sheet.commit();
}

function writeRow(sheet: WorksheetWriter, row: RowIssues, { columns }: RawTable, hasNotes: boolean): void {
  const cells = columns.map(({ index }) => {
    const cell = row.cells?.[index] ?? null;
    return typeof cell === 'string' ? neutraliseFormula(cell) : cell;
  });
  const problems = row.issues.map((issue) => `${issue.column || issue.path} ${describeProblem(issue.code)}`).join('; ');
  const written = sheet.addRow([...cells, neutraliseFormula(problems), row.row]);
  columns.forEach((column, i) => {
    const issues = row.issues.filter((issue) => issue.column === column.header);
    if (issues.length === 0) return;
    const cell = written.getCell(i + 1);
    cell.fill = issues.some((issue) => issue.severity === 'error') ? badFill : doubtFill;
    if (hasNotes)
      cell.note = issues
        .map((issue) => `${describeProblem(issue.code)}. Accepted: ${issue.hint}`)
        .join('\n')
        .slice(0, 2_000);
  });
  written.commit();
}
