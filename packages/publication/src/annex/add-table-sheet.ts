import type { Workbook } from '@cj-tech-master/excelts';
import type { AnnexTable, ProfileDocument } from '../document/document.ts';
import { type Cell, cellText, NO_DATA_MARK, SUPPRESSED_MARK } from '../document/table-content.ts';
import { plainCellText } from './plain-cell-text.ts';
import { borderRule, font, linkFont, mutedFont, printSetup, titleFont, warningFont } from './sheet-styles.ts';

/** Rows above the data: title, mark and link, header. They stay in sight when the sheet scrolls. */
const headRows = 3;

/** One released table in full: typed numbers, marks where there are none, and under it what the figures carry with them. */
export function addTableSheet(workbook: Workbook, document: ProfileDocument, table: AnnexTable, name: string): void {
  const { columns, rows } = table.content;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRows, showGridLines: false }],
    ...printSetup(document.mark),
  });
  sheet.columns = columns.map((column, at) => ({ width: columnWidth(table, at, column.kind === 'number' ? 12 : 16) }));
  sheet.addRow([plainCellText(table.title)]).font = titleFont;
  const second = sheet.addRow([]);
  second.getCell(1).value = { text: 'Contents', hyperlink: "#'Contents'!A1" };
  second.getCell(1).font = linkFont;
  const mark = [table.note.isSynthetic ? table.note.syntheticLabel : '', document.mark]
    .filter((part) => part !== '')
    .join(' · ');
  second.getCell(2).value = plainCellText(mark);
  second.getCell(2).font = warningFont;
  const head = sheet.addRow(
    columns.map((column) => plainCellText(column.unit === '' ? column.label : `${column.label} (${column.unit})`)),
  );
  head.font = { ...font, bold: true };
  head.border = { bottom: borderRule };
  head.alignment = { wrapText: true, vertical: 'bottom' };
  for (const row of rows) {
    const written = sheet.addRow(row.cells.map(cellValue));
    written.font = row.isTotal ? { ...font, bold: true } : font;
    row.cells.forEach((cell, at) => {
      const target = written.getCell(at + 1);
      if (cell.kind === 'number') target.numFmt = numberFormat(columns[at]?.decimals ?? 0);
      if (columns[at]?.kind === 'number') target.alignment = { horizontal: 'right' };
      if (cell.kind === 'suppressed') target.font = warningFont;
    });
  }
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: headRows, col: 1 }, to: { row: headRows + rows.length, col: columns.length } };
  }
  sheet.addRow([]);
  for (const [label, text] of metadataOf(table, document)) {
    const row = sheet.addRow([label, plainCellText(text)]);
    row.getCell(1).font = { ...font, bold: true };
    row.getCell(2).font = mutedFont;
  }
}

function cellValue(cell: Cell): string | number {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? plainCellText(cell.text) : cellText(cell);
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

function columnWidth(table: AnnexTable, at: number, least: number): number {
  const longest = table.content.rows.reduce((most, row) => {
    const cell = row.cells[at];
    return Math.max(most, cell ? cellText(cell).length : 0);
  }, least);
  return Math.min(48, longest + 2);
}

function metadataOf(table: AnnexTable, document: ProfileDocument): readonly (readonly [string, string])[] {
  const cited = table.note.sources.map((number) => document.sources[number - 1]?.citation ?? '').join('; ');
  return [
    ['Measure', table.measure],
    ['Definition', table.definition],
    ['Standard', table.clause],
    ['Sources', cited],
    ...table.note.facts.map((fact) => [fact.label, fact.text] as const),
    ['Status', table.note.statusLabel],
    [SUPPRESSED_MARK, 'withheld to protect persons'],
    [NO_DATA_MARK, 'no data'],
    ['Snapshot', table.note.snapshot],
    ['Walk back', table.note.explain],
  ];
}
