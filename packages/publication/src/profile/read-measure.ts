import type { ReleasedTable } from '@leeto/disclosure';
import type { Quantity } from '../phrases/change.ts';
import { codesOf, findTimeDimension, findValueColumn, sliceTable, type ValueColumn } from '../tables/slice-table.ts';
import type { MeasureView } from './measure-view.ts';

export interface Reading {
  readonly value: ValueColumn;
  /** Name of the time dimension, or ''. */
  readonly time: string;
  /** Periods that the table has, in order. */
  readonly periods: readonly string[];
  readonly now: Quantity;
  /** What the newest figure is of: `2025`, or the table's reference period. */
  readonly nowPeriod: string;
  readonly before: Quantity | null;
  readonly beforePeriod: string;
  /** Condition that picks the newest figure's rows, for rankings and tables that go with it. */
  readonly nowWhere: Readonly<Record<string, string | ((code: string) => boolean)>>;
}

/**
 * Reads the newest figure of a measure and the one to compare it with. Months are compared as whole years, each with the
 * same months in both; a year begun is never set against a year complete.
 */
export function readMeasure(table: ReleasedTable, view: MeasureView): Reading | null {
  const value = findValueColumn(table, view.value);
  if (!value || table.rows.length === 0) return null;
  const held = heldIn(table, view);
  const time = findTimeDimension(table)?.name ?? '';
  const periods = time === '' ? [] : codesOf(table, time);
  const at = (where: Reading['nowWhere']): Quantity | null =>
    sliceTable(table, { by: [], where: { ...held, ...where }, value: value.name })[0] ?? null;
  const isMonthly = periods.length > 0 && periods.every((period) => /^\d{4}-\d{2}$/.test(period));
  if (isMonthly && view.isFlow) {
    const compared = comparableYears(periods);
    if (compared) {
      const during = (year: string) => ({
        [time]: (code: string) => compared.months.has(code.slice(5)) && code.startsWith(year),
      });
      const now = at(during(compared.now)) ?? { value: null, isWithheld: false };
      const beforeWhere = compared.before === '' ? null : during(compared.before);
      return {
        value,
        time,
        periods,
        now,
        nowPeriod: compared.label(compared.now),
        before: beforeWhere ? at(beforeWhere) : null,
        beforePeriod: compared.before === '' ? '' : compared.label(compared.before),
        nowWhere: { ...held, ...during(compared.now) },
      };
    }
  }
  const last = periods[periods.length - 1];
  const previous = periods[periods.length - 2];
  if (last === undefined) {
    const now = at({}) ?? { value: null, isWithheld: false };
    const period = table.metadata.referencePeriod;
    return { value, time, periods, now, nowPeriod: period, before: null, beforePeriod: '', nowWhere: held };
  }
  return {
    value,
    time,
    periods,
    now: at({ [time]: last }) ?? { value: null, isWithheld: false },
    nowPeriod: last,
    before: previous === undefined ? null : at({ [time]: previous }),
    beforePeriod: previous ?? '',
    nowWhere: { ...held, [time]: last },
  };
}

function heldIn(table: ReleasedTable, view: MeasureView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(view.held ?? {}).filter(([name, code]) => codesOf(table, name).includes(code)),
  );
}

/** The last year, the year before where it has the same months, and how to name them. */
function comparableYears(periods: readonly string[]) {
  const monthsOf = (year: string) =>
    new Set(periods.filter((period) => period.startsWith(year)).map((period) => period.slice(5)));
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  const last = years[years.length - 1];
  if (last === undefined) return null;
  const months = monthsOf(last);
  const before = years[years.length - 2];
  const isComparable = before !== undefined && [...months].every((month) => monthsOf(before).has(month));
  const ordered = [...months].toSorted();
  const label = (year: string) =>
    months.size === 12 ? year : `${year}-${ordered[0]}/${year}-${ordered[ordered.length - 1]}`;
  return { now: last, before: isComparable ? before : '', months, label };
}
