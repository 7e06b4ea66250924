import type { ReleasedTable } from '@leeto/disclosure';
import { csvText } from './csv-text.ts';
import { numberText } from './observations.ts';

/** A column of a table as a file: a dimension, a value, or the confidentiality of the value before it. */
export type FileColumn =
  | { readonly kind: 'dimension'; readonly name: string; readonly index: number }
  | { readonly kind: 'value' | 'confidentiality'; readonly name: string; readonly index: number };

/** Columns in order: dimensions, then each value with its confidentiality (SDMX CL_CONF_STATUS: F, C, D). */
export function fileColumns({ dimensions, values }: ReleasedTable): readonly FileColumn[] {
  return [
    ...dimensions.map(({ name }, index): FileColumn => ({ kind: 'dimension', name, index })),
    ...values.flatMap(({ name }, index): FileColumn[] => [
      { kind: 'value', name, index },
      { kind: 'confidentiality', name: `${name}_conf_status`, index },
    ]),
  ];
}

/** Cells of a row, in the order of `fileColumns`: codes as the tables write them, '' where a value is suppressed or missing. */
export function fileRow(table: ReleasedTable, row: ReleasedTable['rows'][number]): readonly string[] {
  return fileColumns(table).map(({ kind, index }) => {
    if (kind === 'dimension') return row.key[index] ?? '';
    const cell = row.cells[index];
    return kind === 'value' ? numberText(cell?.value) : (cell?.confidentiality ?? 'F');
  });
}

/** A table as CSV (RFC 4180) with a header of names. */
export function tableCsv(table: ReleasedTable): string {
  return csvText([fileColumns(table).map(({ name }) => name), ...table.rows.map((row) => fileRow(table, row))]);
}

/** Decimals of a value column, as its figures have them: a median of whole numbers may lie between two of them. */
export function decimalsOf({ values, rows }: ReleasedTable, index: number): number {
  const told = values[index]?.decimals ?? 0;
  return rows.reduce((most, { cells }) => {
    const [, fraction = ''] = numberText(cells[index]?.value).split('.');
    return Math.max(most, fraction.length);
  }, told);
}
