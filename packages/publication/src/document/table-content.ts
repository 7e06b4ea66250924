/** A cell as every renderer shows it: text to read, and the number behind it to sort by and to write into a spreadsheet. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly sortKey?: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  /** Withheld to protect persons. */
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'no_data' };

export interface TableColumn {
  readonly label: string;
  readonly unit: string;
  readonly kind: 'label' | 'text' | 'number';
  readonly decimals: number;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly isTotal: boolean;
}

export interface TableContent {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Said under the table where rows were left out: "The 20 largest of 143 are shown." */
  readonly remark: string;
}

/** The marks that stand in place of a number, the same in every format. */
export const SUPPRESSED_MARK = 'c';
export const NO_DATA_MARK = '–';

/** The text of a cell, marks included. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'suppressed') return SUPPRESSED_MARK;
  if (cell.kind === 'no_data') return NO_DATA_MARK;
  return cell.text;
}

/** Which marks occur in a table, so that its legend explains these and no others. */
export function marksIn(content: TableContent): { readonly suppressed: boolean; readonly noData: boolean } {
  const cells = content.rows.flatMap((row) => row.cells);
  return {
    suppressed: cells.some((cell) => cell.kind === 'suppressed'),
    noData: cells.some((cell) => cell.kind === 'no_data'),
  };
}

/**
 * The unit to print beside a column's label: none where all columns share one (the caption or the note says it) or where the
 * label has the word already.
 */
export function columnUnit(content: TableContent): (column: TableColumn) => string {
  const units = new Set(content.columns.filter((column) => column.kind === 'number').map((column) => column.unit));
  return (column) => {
    const isSaid = column.label.toLowerCase().includes(column.unit.toLowerCase());
    return units.size > 1 && !isSaid ? column.unit : '';
  };
}
