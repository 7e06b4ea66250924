import type { MeasureTable } from '@leeto/statistics';
import { type CountCell, PRIMARY, SECONDARY } from './cell-space.ts';
import { type CountGroup, groupCounts, personsColumn } from './count-groups.ts';
import { buildDimensionTree, type DimensionTree, parentsInTime } from './dimension-tree.ts';
import type { ConfidentialityStatus } from './released-table.ts';
import type { Hierarchies } from './rule.ts';
import { suppressCounts } from './suppress-counts.ts';

export interface ProtectedCounts {
  readonly trees: readonly DimensionTree[];
  /** Per count column (by its position among the values) the status in each row. */
  readonly statuses: ReadonlyMap<number, readonly ConfidentialityStatus[]>;
}

/** Decides for every count of a table whether it is published, and if not, why. */
export function protectCounts(table: MeasureTable, threshold: number, hierarchies: Hierarchies): ProtectedCounts {
  const trees = table.dimensions.map((dimension, index) => {
    const codes = [...new Set(table.rows.map(({ key }) => key[index] ?? ''))];
    const inTime = dimension.isTime ? parentsInTime(codes) : {};
    return buildDimensionTree(codes, { ...inTime, ...hierarchies[dimension.name] });
  });
  const rowCodes = table.rows.map(({ key }) => trees.map((tree, index) => tree.number.get(key[index] ?? '') ?? 0));
  const statuses = new Map<number, readonly ConfidentialityStatus[]>();
  for (const group of groupCounts(table)) {
    const columns = group.kind === 'sum' ? [group.total, ...group.parts] : group.columns;
    const cells = layOut(table, group, rowCodes, threshold);
    const groupTrees = group.kind === 'sum' ? [...trees, columnTree(group.parts.length)] : trees;
    const { status } = suppressCounts(groupTrees, cells, threshold);
    for (const [position, column] of columns.entries()) {
      const first = group.kind === 'sum' ? position * table.rows.length : 0;
      statuses.set(
        column,
        table.rows.map(({ values }, row) => statusOf(values[column] ?? null, status[first + row])),
      );
    }
  }
  return { trees, statuses };
}

function layOut(
  table: MeasureTable,
  group: CountGroup,
  rowCodes: readonly (readonly number[])[],
  threshold: number,
): readonly CountCell[] {
  const cellOf = (row: number, columns: readonly number[], codes: readonly number[]): CountCell => {
    const values = table.rows[row]?.values ?? [];
    const isSensitive = columns.some((column) => {
      const persons = values[personsColumn(table, column) ?? -1] ?? 0;
      return persons > 0 && persons < threshold;
    });
    return { codes, values: columns.map((column) => values[column] ?? null), isSensitive };
  };
  if (group.kind === 'together') return rowCodes.map((codes, row) => cellOf(row, group.columns, codes));
  return [group.total, ...group.parts].flatMap((column, position) =>
    rowCodes.map((codes, row) => cellOf(row, [column], [...codes, position])),
  );
}

/** The columns of a sum as a dimension: the first is the total of the others. */
function columnTree(parts: number): DimensionTree {
  return buildDimensionTree(['_T', ...Array.from({ length: parts }, (_, part) => String(part))], {});
}

function statusOf(value: number | null, status: number | undefined): ConfidentialityStatus {
  if (value === null || value === 0) return 'F';
  if (status === PRIMARY) return 'C';
  return status === SECONDARY ? 'D' : 'F';
}
