import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type FileFormat, FileRefused, type Finding, type RawCell, type RawTable } from '../../raw.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { checkInflation } from '../bytes/guard-inflation.ts';
import { readWhole } from '../bytes/read-whole.ts';
import { protectedByPassword, type ZipMember } from '../bytes/zip-archive.ts';
import type { OpenedContent } from '../open-file.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { SheetGrid } from '../structure/sheet-grid.ts';
import { tablesOfSheet } from '../structure/tables-of-sheet.ts';
import { workbookCell } from './cell-value.ts';
import { withoutFootnoteMark } from './footnote-mark.ts';

/**
 * The tables of a workbook (XLSX, XLSB, XLS, ODS). `members` are those of its zip container, which are inflated once under
 * the limits before the workbook is parsed, so that a bomb is refused before it is held in memory.
 */
export async function openWorkbook(
  source: ByteSource,
  limits: ReadLimits,
  members?: readonly ZipMember[],
): Promise<OpenedContent> {
  if (members) await inflateUnderLimits(source, members, limits);
  const bytes = await readWhole(source, limits.workbookBytes);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw protectedByPassword(source.name);
  const workbook = parseWorkbook(bytes, source.name);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const tables: RawTable[] = [];
  const findings: Finding[] = is1904
    ? [{ code: 'dates_from_1904', severity: 'info', message: 'The workbook counts days from 1904.', where: '' }]
    : [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return;
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (isHidden)
      findings.push({
        code: 'hidden_sheet',
        severity: 'warning',
        message: `Sheet "${name}" is hidden; it is read all the same.`,
        where: name,
      });
    const { grid, findings: sheetFindings } = gridOf(name, sheet, is1904);
    findings.push(...sheetFindings);
    const found = tablesOfSheet(grid, source.name);
    tables.push(...found.tables);
    findings.push(...found.findings);
  });
  return { format: formatOf(workbook, members), container: null, encoding: null, delimiter: null, tables, findings };
}

async function inflateUnderLimits(
  source: ByteSource,
  members: readonly ZipMember[],
  limits: ReadLimits,
): Promise<void> {
  let inflated = 0;
  for (const member of members) {
    for await (const chunk of member.source.open()) {
      inflated += chunk.length;
      checkInflation(inflated, source.storedBytes, source.name, { ...limits, inflatedBytes: limits.workbookBytes });
    }
  }
}

function parseWorkbook(bytes: Buffer, name: string): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      cellStyles: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw protectedByPassword(name);
    throw new FileRefused(
      'damaged',
      `${name} cannot be read as a workbook (${reason}).`,
      'Open it in a spreadsheet program, save it as XLSX, and give that file.',
    );
  }
}

function formatOf(workbook: WorkBook, members: readonly ZipMember[] | undefined): FileFormat {
  if (!members) return 'xls';
  return workbook.bookType === 'ods' || members.some((member) => member.name === 'content.xml') ? 'ods' : 'xlsx';
}

function gridOf(name: string, sheet: WorkSheet, is1904: boolean): { grid: SheetGrid; findings: Finding[] } {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows: RawCell[][] = [];
  let errors = 0;
  let formulas = 0;
  let marks = 0;
  let width = 0;
  for (let row = 0; row < data.length; row += 1) {
    const cells = data[row] ?? [];
    const values: RawCell[] = [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      let value = workbookCell(cell, is1904);
      if (cell?.r !== undefined && typeof value === 'string') {
        const plain = withoutFootnoteMark(value, String(cell.r));
        if (plain !== value) marks += 1;
        value = plain;
      }
      values.push(value);
      if (value !== null && column >= width) width = column + 1;
      if (cell?.t === 'e' && cell.v !== undefined) errors += 1;
      if (cell?.f !== undefined) formulas += 1;
    }
    rows.push(values);
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { grid: { name, rows, width, merges }, findings: sheetFindings(name, sheet, { errors, formulas, marks }) };
}

function sheetFindings(
  name: string,
  sheet: WorkSheet,
  seen: { errors: number; formulas: number; marks: number },
): Finding[] {
  const findings: Finding[] = [];
  const { errors, formulas, marks } = seen;
  const note = (code: string, severity: Finding['severity'], message: string): void => {
    findings.push({ code, severity, message, where: name });
  };
  const hiddenRows = (sheet['!rows'] ?? []).filter((row) => row?.hidden === true).length;
  const hiddenColumns = (sheet['!cols'] ?? []).filter((column) => column?.hidden === true).length;
  if (hiddenRows > 0)
    note(
      'hidden_rows',
      'warning',
      `${hiddenRows} rows are hidden (by a filter, as a rule); they are read all the same.`,
    );
  if (hiddenColumns > 0)
    note('hidden_columns', 'warning', `${hiddenColumns} columns are hidden; they are read all the same.`);
  if (errors > 0)
    note(
      'error_cells',
      'warning',
      `${errors} cells hold error values such as #REF! or #DIV/0!; they are taken as empty.`,
    );
  if (marks > 0) note('footnote_marks', 'info', `${marks} cells end in a raised footnote mark, which is left off.`);
  if (formulas > 0) note('formulas', 'info', `${formulas} cells are formulas; the values last calculated are taken.`);
  return findings;
}
