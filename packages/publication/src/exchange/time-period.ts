import { NOT_STATED, TOTAL } from '../tables/code-labels.ts';
import { ExchangeError } from './exchange-context.ts';

/** A period as SDMX tells it: FREQ (CL_FREQ) and TIME_PERIOD (SDMX 3.0 technical notes, section 4: reporting and time ranges). */
export interface TimePeriod {
  /** A year, S half-year, Q quarter, M month, D day; _Z where the period is a range of several. */
  readonly frequency: 'A' | 'S' | 'Q' | 'M' | 'D' | '_Z' | '_U';
  /** `2025`, `2025-03`, `2025-Q1`, or a range as start and duration: `2025-01-01/P12M`. */
  readonly period: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

/**
 * Reads the code of a period in a table. A total over time stands for the table's whole reference period, told as a range, so
 * that it is never taken for the figure of a year.
 */
export function timePeriodOf(code: string, referencePeriod: string): TimePeriod {
  if (code !== TOTAL && code !== NOT_STATED) return parse(code);
  const whole = parse(referencePeriod);
  return { ...asRange(whole), frequency: code === TOTAL ? '_Z' : '_U' };
}

/** The period of a table that has no dimension of time. */
export function referencePeriodOf(referencePeriod: string): TimePeriod {
  return parse(referencePeriod);
}

function parse(code: string): TimePeriod {
  const range = /^(.+)\/(.+)$/.exec(code) ?? /^(\d{4})[-–](\d{4})$/.exec(code);
  if (range !== null) {
    const [from, until] = [parse(range[1] ?? '').from, parse(range[2] ?? '').until];
    return asRange({ frequency: '_Z', period: code, from, until });
  }
  const part = /^(\d{4})(?:-(?:(Q[1-4])|(S[12])|(\d{2})(?:-(\d{2}))?))?$/.exec(code);
  if (part === null) {
    throw new ExchangeError(
      `The period “${code}” cannot be told in SDMX or HXL.`,
      'Periods are 2025, 2025-S1, 2025-Q1, 2025-03, 2025-03-09 or a range such as 2025-01/2025-12.',
    );
  }
  const [, year = '', quarter, half, month, day] = part;
  if (day !== undefined) return { frequency: 'D', period: code, from: code, until: code };
  if (month !== undefined) return span('M', code, year, Number(month), 1);
  if (quarter !== undefined) return span('Q', code, year, Number(quarter[1]) * 3 - 2, 3);
  if (half !== undefined) return span('S', code, year, Number(half[1]) * 6 - 5, 6);
  return span('A', code, year, 1, 12);
}

function span(
  frequency: TimePeriod['frequency'],
  period: string,
  year: string,
  month: number,
  months: number,
): TimePeriod {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  const until = new Date(Date.UTC(Number(year), month - 1 + months, 0)).toISOString().slice(0, 10);
  return { frequency, period, from, until };
}

/** A range of whole calendar years is that many years; of whole months that many months; else days. */
function asRange(time: TimePeriod): TimePeriod {
  const { from, until } = time;
  if (from === until) return { ...time, period: `${from}/P1D` };
  const after = new Date(`${until}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const months = (after.getUTCFullYear() - year) * 12 + after.getUTCMonth() + 1 - month;
  const isWhole = day === 1 && after.getUTCDate() === 1;
  const days = Math.round((after.getTime() - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  const duration = !isWhole ? `P${days}D` : months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
  return { ...time, period: `${from}/${duration}` };
}
