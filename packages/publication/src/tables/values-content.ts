import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { TableContent } from '../document/table-content.ts';
import { type Labeller, TOTAL } from './code-labels.ts';
import { codesOf, findDimension, type SliceRequest, sliceTable } from './slice-table.ts';
import { numberCell } from './table-content-of.ts';

export interface ValuesRequest {
  readonly rows: string;
  /** Names of value columns; those that the table does not have are passed over. */
  readonly values: readonly string[];
  readonly where: NonNullable<SliceRequest['where']>;
  readonly rowLimit: number;
}

/** One dimension down and several values across: movements, persons and movements a person by citizenship. */
export function valuesContent(table: ReleasedTable, request: ValuesRequest, labeller: Labeller): TableContent {
  const dimension = findDimension(table, request.rows);
  const values = request.values.flatMap((name) => table.values.filter((value) => value.name === name));
  if (!dimension || values.length === 0) return { columns: [], rows: [], remark: '' };
  const where = Object.fromEntries(Object.entries(request.where).filter(([name]) => name !== dimension.name));
  const figures = values.map((value) => ({
    value,
    byCode: new Map(
      sliceTable(table, { by: [dimension.name], where, value: value.name }).map((cell) => [cell.codes[0], cell]),
    ),
    total: sliceTable(table, { by: [], where: { ...where, [dimension.name]: TOTAL }, value: value.name })[0],
  }));
  const first = figures[0]?.byCode;
  const codes = codesOf(table, dimension.name)
    .filter((code) => figures.some(({ byCode }) => byCode.has(code)))
    .toSorted((a, b) => (first?.get(b)?.value ?? -1) - (first?.get(a)?.value ?? -1));
  const shown = codes.slice(0, request.rowLimit);
  const hasTotal = figures.some(({ total }) => total !== undefined);
  const row = (code: string) => ({
    isTotal: code === TOTAL,
    cells: [
      { kind: 'text' as const, text: labeller.label(dimension, code), sortKey: code },
      ...figures.map(({ value, byCode, total }) => {
        const figure = code === TOTAL ? total : byCode.get(code);
        return numberCell(figure?.value ?? null, figure?.isWithheld ?? false, value.decimals);
      }),
    ],
  });
  return {
    columns: [
      { label: inLanguage(dimension.label, labeller.language), unit: '', kind: 'label', decimals: 0 },
      ...values.map((value) => ({
        label: inLanguage(value.label, labeller.language),
        unit: value.unit,
        kind: 'number' as const,
        decimals: value.decimals,
      })),
    ],
    rows: [...shown.map(row), ...(hasTotal && shown.length > 0 ? [row(TOTAL)] : [])],
    remark:
      shown.length < codes.length
        ? `The ${shown.length} largest of ${codes.length} are shown; the annex has all of them.`
        : '',
  };
}
