import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { Cell, TableContent, TableRow } from '../document/table-content.ts';
import { formatNumber } from '../phrases/format-number.ts';
import { type Labeller, TOTAL } from './code-labels.ts';
import { codesOf, findDimension, findValueColumn, hasTotalOf, type SliceRequest, sliceTable } from './slice-table.ts';

/** A number as a cell, or the mark that stands in its place. */
export function numberCell(value: number | null, isWithheld: boolean, decimals: number): Cell {
  if (isWithheld) return { kind: 'suppressed' };
  if (value === null) return { kind: 'no_data' };
  return { kind: 'number', value, text: formatNumber(value, decimals) };
}

/** The whole table with words for codes, a column a dimension and a value: a sheet of the annex. */
export function fullContent(table: ReleasedTable, labeller: Labeller): TableContent {
  const columns = [
    ...table.dimensions.map((dimension) => ({
      label: inLanguage(dimension.label, labeller.language),
      unit: '',
      kind: 'label' as const,
      decimals: 0,
    })),
    ...table.values.map((value) => ({
      label: inLanguage(value.label, labeller.language),
      unit: value.unit,
      kind: 'number' as const,
      decimals: value.decimals,
    })),
  ];
  const rows = table.rows.map((row) => ({
    isTotal: row.key.includes(TOTAL),
    cells: [
      ...table.dimensions.map((dimension, at): Cell => {
        const code = row.key[at] ?? TOTAL;
        return { kind: 'text', text: labeller.label(dimension, code), sortKey: code };
      }),
      ...table.values.map((value, at) => {
        const cell = row.cells[at];
        return numberCell(cell?.value ?? null, cell !== undefined && cell.confidentiality !== 'F', value.decimals);
      }),
    ],
  }));
  return { columns, rows, remark: '' };
}

export interface CrossRequest {
  readonly rows: string;
  /** A second dimension across, or '' for one column a value. */
  readonly columns: string;
  readonly value: string;
  readonly where?: SliceRequest['where'];
  /** Most columns shown (the last periods, the largest categories); more become unreadable in print. */
  readonly columnLimit: number;
  readonly rowLimit: number;
  /** Dimensions without a published total whose parts may be added up all the same (files, agencies). */
  readonly addsUp?: readonly string[];
}

/** Two dimensions crossed, with the published totals at the right and at the foot where the release has them. */
export function crossContent(table: ReleasedTable, request: CrossRequest, labeller: Labeller): TableContent {
  const rowDimension = findDimension(table, request.rows);
  const columnDimension = findDimension(table, request.columns);
  const value = findValueColumn(table, request.value);
  if (!rowDimension || !value) return { columns: [], rows: [], remark: '' };
  const where = request.where ?? {};
  const cellsBy = (by: readonly string[], extra: SliceRequest['where'] = {}) =>
    new Map(
      sliceTable(table, { by, where: { ...where, ...extra }, value: value.name }).map((cell) => [
        cell.codes.join('\u001f'),
        cell,
      ]),
    );
  const heldCodes = Object.fromEntries(
    Object.entries(where).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const across = columnDimension
    ? codesOf(table, columnDimension.name, heldCodes).filter((code) => !columnDimension.isTime || /^\d{4}/.test(code))
    : [];
  const rowTotals = cellsBy([rowDimension.name]);
  const columnTotals = columnDimension ? cellsBy([columnDimension.name]) : new Map();
  const held = columnDimension?.isTime
    ? across.slice(-request.columnLimit)
    : largest(across, columnTotals, request.columnLimit);
  const crossed = columnDimension ? cellsBy([rowDimension.name, columnDimension.name]) : new Map();
  // Applications, decisions and recognitions stand side by side: a sum of them would count nothing.
  const hasSum = (name: string): boolean => request.addsUp?.includes(name) === true || hasTotalOf(table, name);
  const hasRowTotal = columnDimension === undefined || (!columnDimension.isTime && hasSum(columnDimension.name));
  const columnCodes = [...held, ...(hasRowTotal ? [TOTAL] : [])];
  const sortBy = (code: string) =>
    (columnDimension?.isTime ? crossed.get(`${code}\u001f${held[held.length - 1]}`) : rowTotals.get(code))?.value ?? -1;
  const rowCodes = codesOf(table, rowDimension.name, heldCodes);
  const ordered = rowDimension.isTime ? rowCodes : rowCodes.toSorted((a, b) => sortBy(b) - sortBy(a));
  const shown = rowDimension.isTime ? ordered.slice(-request.rowLimit) : ordered.slice(0, request.rowLimit);
  const cell = (key: string, map: ReadonlyMap<string, { value: number | null; isWithheld: boolean }>): Cell => {
    const found = map.get(key);
    return numberCell(found?.value ?? null, found?.isWithheld ?? false, value.decimals);
  };
  const rows: TableRow[] = shown.map((code) => ({
    isTotal: false,
    cells: [
      { kind: 'text', text: labeller.label(rowDimension, code), sortKey: code },
      ...columnCodes.map((column) =>
        column === TOTAL ? cell(code, rowTotals) : cell(`${code}\u001f${column}`, crossed),
      ),
    ],
  }));
  const grand = [...cellsBy([]).values()][0];
  if (!rowDimension.isTime && rowCodes.length > 1 && hasSum(rowDimension.name) && (grand || columnTotals.size > 0)) {
    rows.push({
      isTotal: true,
      cells: [
        { kind: 'text', text: labeller.label(rowDimension, TOTAL), sortKey: TOTAL },
        ...columnCodes.map((column) =>
          column === TOTAL
            ? numberCell(grand?.value ?? null, grand?.isWithheld ?? false, value.decimals)
            : cell(column, columnTotals),
        ),
      ],
    });
  }
  return {
    columns: [
      { label: inLanguage(rowDimension.label, labeller.language), unit: '', kind: 'label', decimals: 0 },
      ...columnCodes.map((code) => ({
        label: columnLabel(code, columnDimension, value, labeller),
        unit: value.unit,
        kind: 'number' as const,
        decimals: value.decimals,
      })),
    ],
    rows,
    remark: remarkOn(shown.length, rowCodes.length, rowDimension.isTime === true),
  };
}

function columnLabel(
  code: string,
  dimension: ReleasedTable['dimensions'][number] | undefined,
  value: ReleasedTable['values'][number],
  labeller: Labeller,
): string {
  if (!dimension) return inLanguage(value.label, labeller.language);
  return labeller.label(dimension, code);
}

function largest(
  codes: readonly string[],
  totals: ReadonlyMap<string, { value: number | null }>,
  limit: number,
): readonly string[] {
  if (codes.length <= limit) return codes;
  return codes.toSorted((a, b) => (totals.get(b)?.value ?? -1) - (totals.get(a)?.value ?? -1)).slice(0, limit);
}

function remarkOn(shown: number, all: number, isTime: boolean): string {
  if (shown >= all) return '';
  const which = isTime ? `The last ${shown} of ${all} periods are shown` : `The ${shown} largest of ${all} are shown`;
  return `${which}; the annex has all of them.`;
}
