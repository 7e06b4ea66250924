import type { Mapping } from '../map/mapping.ts';
import type { RawTable } from '../raw.ts';

/** Names inside an issues workbook, shared by its writer and its reader. */
export const issuesSheetName = 'Issues';
export const rowsSheetName = 'Rows';
export const memorySheetName = 'leeto';
/** Columns of the rows sheet that are ours: where the row stood, and what is wrong with it. */
export const positionHeader = 'leeto:row';
export const problemsHeader = 'leeto:problems';

/** What the hidden sheet keeps, so that corrected rows go in as from the original file. */
export interface IssuesMemory {
  readonly version: 1;
  /** Name and SHA-256 of the file in which the rows stood. */
  readonly file: string;
  readonly sha256: string;
  readonly parts: readonly IssuesMemoryPart[];
}

export interface IssuesMemoryPart {
  /** Sheet of this workbook that holds the rows. */
  readonly rowsSheet: string;
  readonly table: Pick<RawTable, 'file' | 'sheet' | 'index' | 'titles' | 'decimalMark' | 'columns'>;
  readonly mapping: Mapping;
}

/** A spreadsheet cell holds 32,767 characters; the memory is cut into pieces, one a row. */
export const memoryPieceLength = 30_000;
