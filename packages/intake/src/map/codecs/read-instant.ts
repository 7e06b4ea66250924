import { type DateReadingOptions, dateText, readDate } from './read-date.ts';

const timeAtEnd =
  /^(.*?)(?:T|\s+|,\s*)(\d{1,2})[:h.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * A date with a time of day, or a day number with a fraction. With `Z` or an offset: universal time; else the local time
 * of the place.
 */
export function readInstant(
  raw: string,
  { dates, latestYear }: { readonly dates: DateReadingOptions['forms']; readonly latestYear: number },
): { readonly text: string; readonly doubt?: string } | null | 'ambiguous' {
  const match = timeAtEnd.exec(raw.trim());
  if (match === null) return fromSerial(raw, dates);
  const date = readDate(match[1] ?? '', { forms: dates, latestYear });
  if (date === null || date === 'ambiguous') return date;
  if (date.day === null) return null;
  const hour = hourOf(Number(match[2]), match[5]);
  const minute = Number(match[3]);
  const second = Number(match[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  const local = `${dateText(date)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const text = match[6] ? universal(local, match[6]) : local;
  return date.doubt === undefined ? { text } : { text, doubt: date.doubt };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function universal(local: string, zone: string): string {
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z';
  return new Date(`${local}${offset}`).toISOString().replace(/\.\d+Z$/, 'Z');
}

function fromSerial(raw: string, dates: DateReadingOptions['forms']): { readonly text: string } | null {
  if (!dates.includes('excel_serial') || !/^\d{5}\.\d+$/.test(raw)) return null;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(raw) * 86_400) * 1000);
  return { text: moment.toISOString().slice(0, 19) };
}
