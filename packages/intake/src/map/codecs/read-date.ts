import type { DateForm } from '../codec.ts';
import { findMonth } from './month-names.ts';

/** A date as far as it is stated: `day` and `month` may be missing. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly doubt?: string;
}

export interface DateReadingOptions {
  /** Most likely first. Empty: only dates that can be read in one way. */
  readonly forms: readonly DateForm[];
  /** Two-digit years later than this are of the century before. */
  readonly latestYear: number;
}

const dayMilliseconds = 86_400_000;
const numberForms: readonly DateForm[] = ['sas_days', 'excel_serial', 'unix_seconds', 'unix_milliseconds'];

/**
 * Reads a date in any usual spelling. Returns null where the text is none (or none that exists: 31 February), and
 * 'ambiguous' where day and month cannot be told apart and `forms` does not say.
 */
export function readDate(raw: string, options: DateReadingOptions): DateParts | null | 'ambiguous' {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(raw);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const text = withoutTime(raw);
  if (/^-?\d+(\.\d+)?$/.test(text)) return readDigits(text, options);
  const parts = text
    .split(/[\s./,\-–’'_]+/u)
    .map((part) => part.replace(/^(\d+)(st|nd|rd|th|er|º|ª)$/i, '$1'))
    .filter(
      (part) =>
        part !== '' &&
        !/^(de|du|da|do|le|la|of|the|ka|ka la|mon|tue|wed|thu|fri|sat|sun)[a-z]*day$|^(de|do|da|du|le|of|ka|la)$/i.test(
          part,
        ),
    );
  const glued = parts.length === 1 ? /^(\d{1,2})(\p{L}{3,})(\d{2,4})$/u.exec(parts[0] ?? '') : null;
  return readParts(glued ? [glued[1] ?? '', glued[2] ?? '', glued[3] ?? ''] : parts, options);
}

function withoutTime(raw: string): string {
  return raw
    .trim()
    .replace(
      /(?:T|\s+|,\s*)\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|SAST|[+-]\d{2}:?\d{2})?$/i,
      '',
    )
    .replace(/^(mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(day)?[,.]?\s+/i, '')
    .trim();
}

function readDigits(text: string, { forms, latestYear }: DateReadingOptions): DateParts | null {
  const digits = text.replace(/\.0+$/, '');
  const number = Number(text);
  for (const form of forms) {
    if (numberForms.includes(form)) {
      const read = fromNumber(number, form);
      if (read) return read;
    }
  }
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length === 4) return existing(Number(digits), null, null);
  const order: readonly DateForm[] = forms.length > 0 ? forms : ['yyyymmdd'];
  for (const form of order) {
    const read = fromDigits(digits, form, latestYear);
    if (read) return read;
  }
  return null;
}

function fromNumber(number: number, form: DateForm): DateParts | null {
  const epoch = form === 'sas_days' ? Date.UTC(1960, 0, 1) : form === 'excel_serial' ? Date.UTC(1899, 11, 30) : 0;
  const unit = form === 'unix_seconds' ? 1000 : form === 'unix_milliseconds' ? 1 : dayMilliseconds;
  const date = new Date(epoch + (unit === dayMilliseconds ? Math.floor(number) : number) * unit);
  if (Number.isNaN(date.getTime())) return null;
  return existing(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function fromDigits(digits: string, form: DateForm, latestYear: number): DateParts | null {
  if (form === 'yymmdd' && (digits.length === 6 || digits.length === 5)) {
    const full = digits.padStart(6, '0');
    return existing(century(Number(full.slice(0, 2)), latestYear), Number(full.slice(2, 4)), Number(full.slice(4, 6)));
  }
  if (digits.length !== 8 && !(digits.length === 7 && form !== 'yyyymmdd')) return null;
  const full = digits.padStart(8, '0');
  const first = Number(full.slice(0, 2));
  const second = Number(full.slice(2, 4));
  const last = Number(full.slice(4));
  if (form === 'yyyymmdd' || form === 'ymd') {
    return existing(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6)));
  }
  if (form === 'mmddyyyy' || form === 'mdy') return existing(last, first, second);
  if (form === 'ddmmyyyy' || form === 'dmy') return existing(last, second, first);
  return null;
}

function readParts(parts: readonly string[], options: DateReadingOptions): DateParts | null | 'ambiguous' {
  const named = parts.findIndex((part) => /^\p{L}+$/u.test(part));
  if (named >= 0) return readNamed(parts, named, options);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 1) return a.length === 4 ? existing(Number(a), null, null) : null;
  if (parts.length === 2) {
    if (a.length === 4) return existing(Number(a), Number(b), null);
    return b.length === 4 ? existing(Number(b), Number(a), null) : null;
  }
  if (parts.length !== 3) return null;
  if (a.length === 4) return existing(Number(a), Number(b), Number(c));
  return readThree(a, b, c, options);
}

function readThree(a: string, b: string, c: string, { forms, latestYear }: DateReadingOptions) {
  if (a.length === 3 || b.length > 2 || c.length === 3) return null;
  const wanted = forms.find((form) => form === 'dmy' || form === 'mdy' || form === 'ymd');
  if (wanted === 'ymd' && c.length <= 2) {
    const read = existing(century(Number(a), latestYear), Number(b), Number(c));
    if (read) return read;
  }
  const year = c.length === 4 ? Number(c) : century(Number(c), latestYear);
  const dayFirst = existing(year, Number(b), Number(a));
  const monthFirst = existing(year, Number(a), Number(b));
  if (wanted === 'mdy') return monthFirst ?? (dayFirst ? { ...dayFirst, doubt: 'day_before_month' } : null);
  if (wanted === 'dmy') return dayFirst ?? (monthFirst ? { ...monthFirst, doubt: 'month_before_day' } : null);
  if (dayFirst && monthFirst && a !== b) return 'ambiguous';
  return dayFirst ?? monthFirst;
}

function readNamed(parts: readonly string[], named: number, { latestYear }: DateReadingOptions): DateParts | null {
  const month = findMonth(parts[named] ?? '');
  const numbers = parts.filter((_, i) => i !== named);
  if (month === undefined || !numbers.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [a = '', b = ''] = numbers;
  if (numbers.length === 1) return existing(a.length === 4 ? Number(a) : century(Number(a), latestYear), month, null);
  if (numbers.length !== 2) return null;
  if (a.length === 4) return existing(Number(a), month, Number(b));
  return existing(b.length === 4 ? Number(b) : century(Number(b), latestYear), month, Number(a));
}

function century(year: number, latestYear: number): number {
  if (year > 99) return year;
  const base = Math.floor(latestYear / 100) * 100;
  return base + year > latestYear ? base - 100 + year : base + year;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function existing(year: number, month: number | null, day: number | null): DateParts | null {
  if (year < 1800 || year > 2200) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null) {
    if (day < 1 || day > (monthDays[month - 1] ?? 0)) return null;
    if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return null;
  }
  return { year, month, day };
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function dateText({ year, month, day }: DateParts): string {
  const head = String(year).padStart(4, '0');
  if (month === null) return head;
  const middle = `${head}-${String(month).padStart(2, '0')}`;
  return day === null ? middle : `${middle}-${String(day).padStart(2, '0')}`;
}
