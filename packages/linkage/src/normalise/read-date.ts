import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';
import { MONTH_NAMES } from './month-names.ts';

export interface NormalDate {
  readonly year: number;
  /** 1–12, or 0 where not known. */
  readonly month: number;
  /** 1–31, or 0 where not known. */
  readonly day: number;
}

export interface ReadDateOptions {
  /** The order of day and month where both could be either; day first when not given. */
  readonly order?: 'dmy' | 'mdy';
  /** Two-digit years are read as the latest year not after this one; without it as 1930–2029. */
  readonly referenceYear?: number;
}

/**
 * A date with as much of it as is known: ISO 8601, digits run together, day.month.year in any separators, month names
 * and the MRZ's YYMMDD. A part that is 00, XX or a filler is 0. A month above 12 beside a day up to 12 is read as
 * swapped; a day above 31 is not known; any other impossible day or month leaves the year alone. `null` where no year
 * between 1850 and 2100 can be read. /
 */
export function readDate(text: string, options?: ReadDateOptions): NormalDate | null {
  if (text.length > MOST_SIGNS) return null;
  const iso = ISO.exec(text);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const folded = foldText(withFillersAsZeros(text).replace(TIME_OF_DAY, ''));
  if (isNotStated(folded, 'other')) return null;
  const parts = folded.match(/[0-9]+|[a-z]+/g) ?? [];
  const words = parts.filter((part) => !/^[0-9]/.test(part) && !NO_MEANING.has(part));
  const numbers = parts
    .filter((part) => /^[0-9]/.test(part) || /^x+$/.test(part))
    .map((part) => part.replace(/x/g, '0'));
  const month = words.map((word) => MONTH_NAMES.get(word)).find((found) => found !== undefined);
  if (month !== undefined) return withNamedMonth(numbers, month, options);
  if (words.some((word) => !/^x+$/.test(word))) return null;
  if (numbers.length === 1) return runTogether(numbers[0] ?? '', options);
  if (numbers.length === 2) return yearAndMonth(numbers[0] ?? '', numbers[1] ?? '');
  if (numbers.length === 3) return threeParts(numbers, options);
  return null;
}

const MOST_SIGNS = 100;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const TIME_OF_DAY = /[T ,]+\d{1,2}:\d{2}(?::\d{2})?.*$/i;
const NO_MEANING: ReadonlySet<string> = new Set(
  'of de du the st nd rd th le la den der die o os en ka la ya mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);

/** ICAO Doc 9303-3, 4.7.3: a part of the date of birth that is not known is filled with "<". */
function withFillersAsZeros(text: string): string {
  return /^\d{2}[\d<]{4}$/.test(text) ? text.replaceAll('<', '0') : text;
}

function withNamedMonth(
  numbers: readonly string[],
  month: number,
  options: ReadDateOptions | undefined,
): NormalDate | null {
  const [first = '', second] = numbers;
  if (second === undefined)
    return first.length === 4
      ? checked(Number(first), month, 0)
      : first.length === 2
        ? checked(fullYear(first, options), month, 0)
        : null;
  if (first.length === 4) return checked(Number(first), month, Number(second));
  if (second.length === 4 || second.length === 2) return checked(fullYear(second, options), month, Number(first));
  return null;
}

function runTogether(digits: string, options: ReadDateOptions | undefined): NormalDate | null {
  const cut = (from: number, to: number): number => Number(digits.slice(from, to));
  if (digits.length === 4) return checked(cut(0, 4), 0, 0);
  if (digits.length === 14) return checked(cut(0, 4), cut(4, 6), cut(6, 8));
  if (digits.length === 8) {
    const yearFirst = checked(cut(0, 4), cut(4, 6), cut(6, 8));
    if (yearFirst !== null && (yearFirst.day !== 0 || cut(4, 8) === 0)) return yearFirst;
    return inOrder(digits.slice(0, 2), digits.slice(2, 4), cut(4, 8), options) ?? yearFirst;
  }
  if (digits.length === 6) {
    const month = cut(4, 6);
    if (isYear(cut(0, 4)) && month <= 12) return checked(cut(0, 4), month, 0);
    return checked(fullYear(digits.slice(0, 2), options), cut(2, 4), cut(4, 6));
  }
  return null;
}

function yearAndMonth(first: string, second: string): NormalDate | null {
  if (first.length === 4 && second.length <= 2) return checked(Number(first), Number(second), 0);
  if (second.length === 4 && first.length <= 2) return checked(Number(second), Number(first), 0);
  return null;
}

function threeParts(numbers: readonly string[], options: ReadDateOptions | undefined): NormalDate | null {
  const [first = '', second = '', third = ''] = numbers;
  if (first.length === 4) return checked(Number(first), Number(second), Number(third));
  if (third.length === 4) return inOrder(first, second, Number(third), options);
  if (first.length > 2 || second.length > 2 || third.length !== 2) return null;
  if (Number(first) > 31) return checked(fullYear(first, options), Number(second), Number(third));
  return inOrder(first, second, fullYear(third, options), options);
}

function inOrder(first: string, second: string, year: number, options: ReadDateOptions | undefined): NormalDate | null {
  return options?.order === 'mdy'
    ? checked(year, Number(first), Number(second))
    : checked(year, Number(second), Number(first));
}

function fullYear(digits: string, options: ReadDateOptions | undefined): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  const latest = options?.referenceYear ?? 2029;
  const century = Math.floor(latest / 100) * 100;
  return century + year <= latest ? century + year : century - 100 + year;
}

function isYear(year: number): boolean {
  return year >= 1850 && year <= 2100;
}

function checked(year: number, month: number, day: number): NormalDate | null {
  if (!isYear(year)) return null;
  if (month > 12 && month <= 31 && day <= 12) return { year, month: day, day: day === 0 ? 0 : month };
  if (month <= 12 && day > 31) return { year, month, day: 0 };
  if (month > 12 || day > daysOf(year, month)) return { year, month: 0, day: 0 };
  return { year, month, day };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
