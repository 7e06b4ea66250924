import type { RawCell, RawColumn, RawTable } from '../../raw.ts';
import { cellText } from '../cell-text.ts';

/** What a column holds, as far as the sampled rows show it. */
export interface ColumnSample {
  readonly column: RawColumn;
  readonly rows: number;
  readonly blank: number;
  /** Text → how often, in the order of first occurrence; stops growing at a bound. */
  readonly values: ReadonlyMap<string, number>;
  /** Whether more different values exist than were kept. */
  readonly hasMore: boolean;
}

export interface TableSample {
  readonly table: RawTable;
  readonly rows: number;
  /** Whether all rows of the table were looked at. */
  readonly isWhole: boolean;
  readonly columns: readonly ColumnSample[];
  /** Rows that are cell for cell equal to an earlier one. */
  readonly duplicateRows: number;
}

const mostValues = 20_000;

/** Looks at the first rows of a table (20,000 unless told otherwise). */
export async function sampleTable(table: RawTable, mostRows = 20_000): Promise<TableSample> {
  const values = table.columns.map(() => new Map<string, number>());
  const blank = table.columns.map(() => 0);
  const hasMore = table.columns.map(() => false);
  const seen = new Set<string>();
  let rows = 0;
  let duplicateRows = 0;
  let isWhole = true;
  const add = (cell: RawCell | undefined, i: number): void => {
    const text = cellText(cell);
    const counts = values[i];
    if (text === null || counts === undefined) {
      blank[i] = (blank[i] ?? 0) + 1;
      return;
    }
    const before = counts.get(text);
    if (before !== undefined) counts.set(text, before + 1);
    else if (counts.size < mostValues) counts.set(text, 1);
    else hasMore[i] = true;
  };
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      rows += 1;
      for (let i = 0; i < table.columns.length; i++) add(row[table.columns[i]?.index ?? i], i);
      const key = row.join('\u001f');
      if (seen.has(key)) duplicateRows += 1;
      else seen.add(key);
      if (rows >= mostRows) break;
    }
    if (rows >= mostRows) {
      isWhole = false;
      break;
    }
  }
  const columns = table.columns.map((column, i) => ({
    column,
    rows,
    blank: blank[i] ?? 0,
    values: values[i] ?? new Map<string, number>(),
    hasMore: hasMore[i] ?? false,
  }));
  return { table, rows, isWhole, columns, duplicateRows };
}
