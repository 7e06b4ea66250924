import { Workbook } from '@cj-tech-master/excelts';
import type { AnnexTable, ProfileDocument } from '../document/document.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { addTableSheet } from './add-table-sheet.ts';
import { plainCellText } from './plain-cell-text.ts';
import { borderRule, font, linkFont, mutedFont, printSetup, titleFont, warningFont } from './sheet-styles.ts';

/** The figures behind the Profile: a sheet of contents with links, and a sheet a released table, with its metadata. */
export async function renderAnnex(document: ProfileDocument): Promise<Uint8Array> {
  const { edition } = document;
  const compiled = new Date(`${edition.compiledOn}T00:00:00Z`);
  const workbook = new Workbook();
  workbook.title = edition.title;
  workbook.creator = edition.publisher;
  workbook.lastModifiedBy = edition.publisher;
  workbook.created = compiled;
  workbook.modified = compiled;
  const sheets = document.annex.map((table, at) => ({ table, name: sheetName(table, at + 1) }));
  addContents(workbook, document, sheets);
  for (const { table, name } of sheets) addTableSheet(workbook, document, table, name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** "T1 crossings by month": 31 characters at most, none that a sheet's name may not hold, each different. */
function sheetName(table: AnnexTable, number: number): string {
  return `T${number} ${table.measure.replaceAll('_', ' ').replace(/[[\]:*?/\\']/g, '')}`.slice(0, 31).trim();
}

function addContents(
  workbook: Workbook,
  document: ProfileDocument,
  sheets: readonly { table: AnnexTable; name: string }[],
): void {
  const sheet = workbook.addWorksheet('Contents', {
    views: [{ state: 'frozen', ySplit: 5, showGridLines: false }],
    ...printSetup(document.mark),
  });
  sheet.columns = [{ width: 6 }, { width: 64 }, { width: 34 }, { width: 30 }, { width: 18 }, { width: 16 }];
  sheet.addRow([plainCellText(document.edition.title)]).font = titleFont;
  sheet.addRow([
    plainCellText(
      `Annex of tables. Compiled on ${formatPeriod(document.edition.compiledOn, document.edition.language)} from snapshot ${document.edition.snapshot}.`,
    ),
  ]).font = mutedFont;
  sheet.addRow([plainCellText(document.mark)]).font = warningFont;
  sheet.addRow([]);
  const head = sheet.addRow(['', 'Table', 'Measure', 'Reference period', 'Status', 'Data']);
  head.font = { ...font, bold: true };
  head.border = { bottom: borderRule };
  sheets.forEach(({ table, name }, at) => {
    const period = table.note.facts.find((fact) => fact.label === 'Reference period')?.text ?? '';
    const row = sheet.addRow([
      at + 1,
      '',
      table.measure,
      plainCellText(period),
      table.note.statusLabel,
      table.note.isSynthetic ? table.note.syntheticLabel : '',
    ]);
    row.font = font;
    row.getCell(2).value = { text: plainCellText(table.title), hyperlink: `#'${name}'!A1` };
    row.getCell(2).font = linkFont;
    if (table.note.isSynthetic) row.getCell(6).font = warningFont;
  });
}
