import type { ReleasedTable } from '@leeto/disclosure';
import type { Quantity } from '../phrases/change.ts';
import { TOTAL } from '../tables/code-labels.ts';
import { type Held, holdOpenDimensions } from '../tables/hold-open-dimensions.ts';
import {
  codesOf,
  findTimeDimension,
  findValueColumn,
  type SliceRequest,
  sliceTable,
  type ValueColumn,
} from '../tables/slice-table.ts';
import type { MeasureView } from './measure-view.ts';

type Where = NonNullable<SliceRequest['where']>;

export interface Reading {
  readonly value: ValueColumn;
  /** Name of the time dimension, or ''. */
  readonly time: string;
  /** Periods that the table has, in order. */
  readonly periods: readonly string[];
  /** Dimensions fixed in all that is told. */
  readonly held: Held;
  readonly now: Quantity;
  /** What the newest figure is of: `2025`, or the table's reference period. */
  readonly nowPeriod: string;
  readonly before: Quantity | null;
  readonly beforePeriod: string;
  /** Condition that picks the newest figure's rows, for rankings and tables that go with it. */
  readonly nowWhere: Where;
}

const unknown: Quantity = { value: null, isWithheld: false };

/**
 * Reads the newest figure of a measure and the one to compare it with. Months are compared as years with the same months in
 * both; a year begun is never set against a year complete. Null where the table has nothing for the view.
 */
export function readMeasure(table: ReleasedTable, view: MeasureView): Reading | null {
  const column = findValueColumn(table, view.value);
  const held = holdOpenDimensions(table, view);
  if (!column || !held) return null;
  const value = inOwnUnit(table, column, held);
  const time = findTimeDimension(table)?.name ?? '';
  const periods = time === '' ? [] : codesOf(table, time, held).filter((code) => /^\d{4}/.test(code));
  const read = (where: Where): Quantity =>
    sliceTable(table, { by: [], where: { ...held, ...where }, value: value.name })[0] ?? unknown;
  const common = { value, time, periods, held };
  const whole = { ...common, nowPeriod: table.metadata.referencePeriod, before: null, beforePeriod: '' };
  if (periods.length === 0) return { ...whole, now: read({}), nowWhere: held };
  if (view.period === 'all') return { ...whole, now: read({ [time]: TOTAL }), nowWhere: { ...held, [time]: TOTAL } };
  const { now, before } =
    view.period === 'year' ? comparedYears(periods, table.metadata.referencePeriod) : lastTwo(periods);
  const during = (span: Span): Where => ({ [time]: (code: string) => span.codes.has(code) });
  return {
    ...common,
    now: read(during(now)),
    nowPeriod: now.label,
    before: before === null ? null : read(during(before)),
    beforePeriod: before?.label ?? '',
    nowWhere: { ...held, ...during(now) },
  };
}

/** Codes of periods told as one, and the period that they make. */
interface Span {
  readonly codes: ReadonlySet<string>;
  readonly label: string;
}

function lastTwo(periods: readonly string[]): { readonly now: Span; readonly before: Span | null } {
  const [last = '', previous] = periods.toReversed();
  const span = (code: string): Span => ({ codes: new Set([code]), label: code });
  return { now: span(last), before: previous === undefined ? null : span(previous) };
}

/** The last year and the one before it, over the same months; no year before where its months are not all there. */
function comparedYears(
  periods: readonly string[],
  reference: string,
): { readonly now: Span; readonly before: Span | null } {
  if (!periods.every((period) => /^\d{4}-\d{2}$/.test(period))) return comparedWholeYears(periods, reference);
  const year = (periods[periods.length - 1] ?? '').slice(0, 4);
  const months = periods.filter((period) => period.startsWith(year)).map((period) => period.slice(5));
  const span = (of: string): Span => ({
    codes: new Set(months.map((month) => `${of}-${month}`)),
    label: months.length === 12 ? of : `${of}-${months[0]}/${of}-${months[months.length - 1]}`,
  });
  const previous = String(Number(year) - 1);
  const isComparable = months.every((month) => periods.includes(`${previous}-${month}`));
  return { now: span(year), before: isComparable ? span(previous) : null };
}

/** Years as the table has them; the reference period says whether the first and the last of them are complete. */
function comparedWholeYears(periods: readonly string[], reference: string) {
  const { now, before } = lastTwo(periods);
  const [from = '', to = ''] = reference.split('/');
  const beginsLate = /^\d{4}-(?!01)\d{2}/.test(from);
  const endsEarly = /^\d{4}-(?!12)\d{2}/.test(to);
  const isCut = endsEarly && to.startsWith(now.label);
  const isBeforeCut = beginsLate && before !== null && from.startsWith(before.label);
  const isNowBegunLate = beginsLate && from.startsWith(now.label);
  const first = isNowBegunLate ? from : `${now.label}-01`;
  const last = isCut ? to : `${now.label}-12`;
  const label = isCut || isNowBegunLate ? `${first}/${last}` : now.label;
  return { now: { ...now, label }, before: isCut || isBeforeCut ? null : before };
}

/** A table of many indicators says the unit of each in a dimension; its whole numbers are not written with decimals. */
function inOwnUnit(table: ReleasedTable, column: ValueColumn, held: Held): ValueColumn {
  const { unit } = held;
  if (unit === undefined) return column;
  const at = table.values.indexOf(column);
  const shown = table.rows.filter((row) =>
    table.dimensions.every((dimension, position) => (held[dimension.name] ?? row.key[position]) === row.key[position]),
  );
  const isWhole = shown.every((row) => Number.isInteger(row.cells[at]?.value ?? 0));
  return { ...column, unit, decimals: isWhole ? 0 : column.decimals };
}
