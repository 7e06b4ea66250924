import type { RawColumn, RawTable } from '../raw.ts';
import { headerForm } from './header-form.ts';

/** What a mapping may refer to in one table: its columns, its names, and (inside an unpivot) the column walked through. */
export interface TableScope {
  readonly file: string;
  readonly sheet: string;
  readonly titles: readonly string[];
  readonly columns: readonly RawColumn[];
  readonly cell: RawColumn | null;
}

export function tableScope(table: RawTable, fileName: string): TableScope {
  return { file: fileName, sheet: table.sheet, titles: table.titles, columns: table.columns, cell: null };
}

/** The column under a header: as written, or else in its plain form. */
export function findColumn(scope: Pick<TableScope, 'columns'>, header: string): RawColumn | undefined {
  const exact = scope.columns.find((column) => column.header === header);
  if (exact) return exact;
  const form = headerForm(header);
  return scope.columns.find((column) => headerForm(column.header) === form);
}

/** The text at one level of a header: 0 the top, -1 the bottom; '' where there is none. */
export function headerLevel(column: RawColumn, level: number): string {
  return column.headerParts.at(level) ?? '';
}
