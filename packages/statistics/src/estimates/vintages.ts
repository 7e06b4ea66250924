import type { FlowEstimate, FlowSeries } from './estimate-flows.ts';

/** One published estimate: what was said in `vintage_month` of a series in `reference_month` (both `YYYY-MM`). */
export interface VintageRow {
  readonly reference_month: string;
  readonly vintage_month: string;
  readonly series: FlowSeries;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n_known: number;
  readonly n_unknown: number;
  /** P provisional, F final: every crossing of the month has been observed for the whole window. */
  readonly status: 'P' | 'F';
}

/** The estimates of a month of work as rows to keep. Of months long final only the first final figure is needed, but all are kept. */
export function toVintage(estimates: readonly FlowEstimate[], vintageMonth: string): readonly VintageRow[] {
  checkMonth(vintageMonth);
  return estimates.map(({ month, series, estimate, low, high, known, unknown, isFinal }) => ({
    reference_month: month,
    vintage_month: vintageMonth,
    series,
    estimate,
    low,
    high,
    n_known: known,
    n_unknown: unknown,
    status: isFinal ? 'F' : 'P',
  }));
}

/** What to do with a vintage that is there already. */
export type OnExisting = 'refuse' | 'replace';

/** A vintage month that is kept already, and no word that it may be replaced. */
export class VintageExistsError extends Error {
  readonly vintageMonth: string;
  constructor(vintageMonth: string) {
    super(`The vintage ${vintageMonth} is kept already. Ask for it to be replaced if that is meant.`);
    this.name = 'VintageExistsError';
    this.vintageMonth = vintageMonth;
  }
}

/**
 * Adds vintages to those kept. Throws a `VintageExistsError` where a vintage month is there already and is not to be replaced; throws
 * where one estimate stands twice in what is added.
 */
export function addVintages(
  kept: readonly VintageRow[],
  added: readonly VintageRow[],
  onExisting: OnExisting = 'refuse',
): readonly VintageRow[] {
  const months = new Set(added.map((row) => row.vintage_month));
  const seen = new Set<string>();
  for (const { vintage_month: vintage, reference_month: reference, series } of added) {
    const key = `${vintage} ${reference} ${series}`;
    if (seen.has(key)) throw new RangeError(`The vintage ${vintage} has two estimates of ${series} in ${reference}.`);
    seen.add(key);
  }
  const clash = kept.find((row) => months.has(row.vintage_month));
  if (clash !== undefined && onExisting === 'refuse') throw new VintageExistsError(clash.vintage_month);
  return [...kept.filter((row) => !months.has(row.vintage_month)), ...added].toSorted(byPlace);
}

/** Months from the reference month to the vintage: 1 for the estimate made in the month after. */
export function lagOf({ reference_month: reference, vintage_month: vintage }: VintageRow): number {
  return monthNumber(vintage) - monthNumber(reference);
}

export function checkMonth(month: string): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`A vintage is a month like 2025-03, not ${month}.`);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

function byPlace(a: VintageRow, b: VintageRow): number {
  const [one, other] = [a, b].map((row) => `${row.vintage_month} ${row.reference_month} ${row.series}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
