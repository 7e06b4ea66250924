import type { MeasureTable } from '@leeto/statistics';

/** Count columns (by position among the table's values) that have to be protected together. */
export type CountGroup =
  /** Suppressed in the same cells: movements and the persons who made them. One column alone is the simplest case. */
  | { readonly kind: 'together'; readonly columns: readonly number[] }
  /** One column is the sum of the others in every row: a dimension laid out in columns. */
  | { readonly kind: 'sum'; readonly total: number; readonly parts: readonly number[] };

/** Groups the count columns of a table: sums first, because a sum gives away whichever of its columns stands hidden alone. */
export function groupCounts(table: MeasureTable): readonly CountGroup[] {
  const left = new Set(countColumns(table));
  const groups: CountGroup[] = [];
  for (const total of [...left]) {
    const unit = table.values[total]?.unit;
    const others = [...left].filter((other) => other !== total && table.values[other]?.unit === unit);
    const parts = left.has(total) ? findParts(table, total, others) : undefined;
    if (parts === undefined) continue;
    groups.push({ kind: 'sum', total, parts });
    for (const column of [total, ...parts]) left.delete(column);
  }
  for (const column of [...left]) {
    const persons = personsColumn(table, column);
    if (persons === undefined || !left.has(persons) || !left.has(column)) continue;
    if (!areBehind(table, column, persons)) continue;
    groups.push({ kind: 'together', columns: [column, persons] });
    left.delete(column);
    left.delete(persons);
  }
  return [...groups, ...[...left].map((column): CountGroup => ({ kind: 'together', columns: [column] }))];
}

export function countColumns(table: MeasureTable): readonly number[] {
  return table.values.flatMap(({ kind }, column) => (kind === 'count' ? [column] : []));
}

/**
 * The count of persons that protects another count: the column named in its `of`, or else the table's only count whose unit
 * is persons. Nothing where the column counts persons itself.
 */
export function personsColumn(table: MeasureTable, column: number): number | undefined {
  const counts = countColumns(table);
  const named = table.values[column]?.of;
  const persons =
    named === undefined
      ? counts.filter((count) => table.values[count]?.unit === 'persons')
      : counts.filter((count) => table.values[count]?.name === named);
  const [only] = persons;
  return persons.length === 1 && only !== column && (named !== undefined || table.values[column]?.unit !== 'persons')
    ? only
    : undefined;
}

/** Whether the persons can be those behind exactly these movements: never more than the movements, and nobody where there are none. */
function areBehind(table: MeasureTable, movements: number, persons: number): boolean {
  return table.rows.every(({ values }) => {
    const [moves, people] = [values[movements] ?? 0, values[persons] ?? 0];
    return moves >= people && (moves === 0) === (people === 0);
  });
}

const mostColumns = 6;

function findParts(table: MeasureTable, total: number, others: readonly number[]): readonly number[] | undefined {
  if (others.length > mostColumns || table.rows.length === 0) return undefined;
  const useful = others.filter((column) => table.rows.some(({ values }) => (values[column] ?? 0) !== 0));
  for (let chosen = 1; chosen < 2 ** useful.length; chosen += 1) {
    const parts = useful.filter((_, bit) => (chosen >> bit) % 2 === 1);
    const isSum = table.rows.every(
      ({ values }) => (values[total] ?? 0) === parts.reduce((sum, part) => sum + (values[part] ?? 0), 0),
    );
    if (isSum) return parts;
  }
  return undefined;
}
