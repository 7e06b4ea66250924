import type { MeasureTable } from '@leeto/statistics';
import type { ReleasedTable } from './released-table.ts';

const TOTAL = '_T';

/**
 * The table as measured, and then without its cells of all dimensions at once, without those of all but one, and so on down
 * to one dimension at a time. Time is left as it is: what readers want of a small register is each year's total.
 */
export function* coarsenTable(
  table: MeasureTable,
): Generator<{ readonly table: MeasureTable; readonly detail: number }> {
  const details = table.rows.map(({ key }) => detailOf(table, key));
  const finest = details.reduce((most, detail) => Math.max(most, detail), 0);
  for (let detail = finest; detail >= Math.min(1, finest); detail -= 1) {
    const rows = detail === finest ? table.rows : table.rows.filter((_, row) => (details[row] ?? 0) <= detail);
    yield { table: { ...table, rows }, detail };
  }
}

/** How many totals of everything, a period each, are withheld although they are no small counts themselves. */
export function countLostTotals(table: MeasureTable, released: ReleasedTable, threshold: number): number {
  const counts = table.values.flatMap(({ kind }, column) => (kind === 'count' ? [column] : []));
  return table.rows.filter(({ key, values }, row) => {
    if (detailOf(table, key) > 0) return false;
    const isLarge = counts.every((column) => values[column] === 0 || (values[column] ?? threshold) >= threshold);
    return isLarge && counts.some((column) => released.rows[row]?.cells[column]?.confidentiality !== 'F');
  }).length;
}

/** In how many dimensions other than time a row is not the total. */
function detailOf({ dimensions }: MeasureTable, key: readonly string[]): number {
  return key.filter((code, index) => code !== TOTAL && dimensions[index]?.isTime !== true).length;
}
