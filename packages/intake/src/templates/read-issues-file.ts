import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { cellText } from '../map/cell-text.ts';
import { headerForm } from '../map/header-form.ts';
import type { Mapping } from '../map/mapping.ts';
import type { OpenedFile, RawBatch, RawCell, RawTable } from '../raw.ts';
import { isFormulaLike } from '../read/neutralise-formula.ts';
import { type IssuesMemory, memorySheetName, positionHeader } from './issues-workbook.ts';

/** A corrected issues file: its rows as if they stood in the file that they came from. */
export interface CorrectedFile {
  /** Name and SHA-256 of that file. */
  readonly file: string;
  readonly sha256: string;
  readonly parts: readonly { readonly table: RawTable; readonly mapping: Mapping }[];
}

/** Reads an issues file that was corrected in a spreadsheet; null where the file is none. */
export function readIssuesFile(opened: OpenedFile): CorrectedFile | null {
  if (!opened.tables.some((table) => table.columns.some((column) => column.header === positionHeader))) return null;
  const memory = readMemory(opened.path);
  if (memory === null) return null;
  const parts = memory.parts.flatMap((part) => {
    const held = opened.tables.find((table) => table.sheet === part.rowsSheet);
    return held ? [{ table: restoreTable(held, part.table), mapping: part.mapping }] : [];
  });
  return { file: memory.file, sha256: memory.sha256, parts };
}

function readMemory(path: string): IssuesMemory | null {
  const sheet = read(readFileSync(path), { sheets: [memorySheetName] }).Sheets[memorySheetName];
  if (sheet === undefined) return null;
  let text = '';
  for (let row = 1; ; row++) {
    const piece: unknown = sheet[`A${row}`]?.v;
    if (typeof piece !== 'string') break;
    text += piece;
  }
  if (text === '') return null;
  const memory = JSON.parse(text) as IssuesMemory;
  return memory.version === 1 ? memory : null;
}

/** Columns by their headers, as a person may have moved or hidden some; positions of the original rows. */
function restoreTable(held: RawTable, original: IssuesMemory['parts'][number]['table']): RawTable {
  const places = original.columns.map((column) => {
    const exact = held.columns.find((each) => each.header === column.header);
    return (exact ?? held.columns.find((each) => headerForm(each.header) === headerForm(column.header)))?.index ?? -1;
  });
  const position = held.columns.find((each) => each.header === positionHeader)?.index ?? -1;
  return {
    ...original,
    notes: [],
    findings: held.findings,
    headerRows: { first: 0, last: 0 },
    columns: original.columns.map((column, index) => ({ ...column, index })),
    estimatedRows: held.estimatedRows,
    rows: async function* () {
      for await (const batch of held.rows()) yield restoreBatch(batch, places, position);
    },
  };
}

function restoreBatch(batch: RawBatch, places: readonly number[], position: number): RawBatch {
  return {
    rows: batch.rows.map((row) => places.map((place) => restoreCell(row[place] ?? null))),
    sourceRows: batch.rows.map((row, i) => Number(cellText(row[position]) ?? batch.sourceRows[i] ?? 0)),
  };
}

/** Takes away the apostrophe that kept a text from being run as a formula. */
function restoreCell(cell: RawCell): RawCell {
  return typeof cell === 'string' && cell.startsWith("'") && isFormulaLike(cell.slice(1)) ? cell.slice(1) : cell;
}
