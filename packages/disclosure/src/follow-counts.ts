import type { MeasureTable, ValueColumn } from '@leeto/statistics';
import { placeOf } from './cell-space.ts';
import type { ProtectedCounts } from './protect-counts.ts';
import type { ConfidentialityStatus } from './released-table.ts';

/**
 * The status of a share, rate, amount or indicator in each row: that of the counts on which it rests (`of`, `alsoOf`). One that names no count
 * follows every count of its row; where there is none, or none of that name, it is withheld, since nobody knows how many persons are
 * behind it. An indicator that names no count is a fact of another sort and passes.
 */
export function followCounts(
  table: MeasureTable,
  column: ValueColumn,
  counts: ProtectedCounts,
): readonly ConfidentialityStatus[] {
  if (column.kind === 'indicator' && column.of === undefined) return table.rows.map(() => 'F');
  const named = column.of === undefined ? undefined : [column.of, ...(column.alsoOf ?? [])];
  const followed = table.values.flatMap(({ name, kind }, index) =>
    kind === 'count' && (named === undefined || named.includes(name)) ? [index] : [],
  );
  const isComplete = followed.length > 0 && followed.length >= (named?.length ?? 0);
  const own = table.rows.map(({ values }, row) => {
    const isKnown = isComplete && followed.some((index) => (values[index] ?? null) !== null);
    return isKnown ? strictest(followed.map((index) => counts.statuses.get(index)?.[row] ?? 'C')) : 'C';
  });
  return column.kind === 'share' ? withTotals(table, own, counts) : own;
}

/**
 * A share of a total that is withheld would give the total away (part divided by share). Which total it is a share of is not
 * declared, so that all totals above the cell must be published.
 */
function withTotals(
  table: MeasureTable,
  own: readonly ConfidentialityStatus[],
  { trees }: ProtectedCounts,
): readonly ConfidentialityStatus[] {
  const strides: number[] = [];
  let size = 1;
  for (const tree of trees) {
    strides.push(size);
    size *= tree.codes.length;
  }
  const codes = table.rows.map(({ key }) => trees.map((tree, index) => tree.number.get(key[index] ?? '') ?? 0));
  const suppressed = new Set(codes.flatMap((row, index) => (own[index] === 'F' ? [] : [placeOf(row, strides)])));
  return own.map((status, row) => {
    if (status !== 'F') return status;
    let above: number[] = [0];
    for (const [index, tree] of trees.entries()) {
      const path = tree.paths[codes[row]?.[index] ?? 0] ?? [];
      above = above.flatMap((place) => path.map((code) => place + code * (strides[index] ?? 0)));
    }
    return above.some((place) => suppressed.has(place)) ? 'D' : 'F';
  });
}

function strictest(statuses: readonly ConfidentialityStatus[]): ConfidentialityStatus {
  if (statuses.includes('C')) return 'C';
  return statuses.includes('D') ? 'D' : 'F';
}
