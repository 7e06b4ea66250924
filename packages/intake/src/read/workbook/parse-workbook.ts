import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Finding, RawCell } from '../../raw.ts';
import type { SheetGrid } from '../structure/sheet-grid.ts';
import { workbookCell } from './cell-value.ts';
import { withoutFootnoteMark } from './footnote-mark.ts';

export interface ParsedSheet {
  readonly grid: SheetGrid;
  readonly isHidden: boolean;
  readonly findings: readonly Finding[];
}

/** A workbook as plain data that can be passed between threads. */
export interface ParsedWorkbook {
  readonly sheets: readonly ParsedSheet[];
  readonly is1904: boolean;
}

/** Parses the bytes of an XLSX, XLSB, XLS or ODS workbook. Throws the library's own errors. */
export function parseWorkbook(bytes: Uint8Array): ParsedWorkbook {
  const workbook: WorkBook = read(bytes, {
    type: 'array',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: true,
    cellStyles: true,
  });
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: ParsedSheet[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return;
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ ...gridOf(name, sheet, is1904), isHidden });
  });
  return { sheets, is1904 };
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
