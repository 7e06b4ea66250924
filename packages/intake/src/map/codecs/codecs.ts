import type { CanonicalValue, ClassificationDeclaration, FieldDeclaration, Kind, Reading } from '@leeto/registers';
import { findCode } from '@leeto/registers';
import type { DateForm } from '../codec.ts';
import { type DateParts, dateText, readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readInstant } from './read-instant.ts';
import { readName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { findBoolean, findSex } from './words.ts';

/** What a lenient reading needs to know beside the text. */
export interface ReadingContext {
  readonly field: FieldDeclaration;
  readonly classification: ClassificationDeclaration | null;
  readonly dates: readonly DateForm[];
  readonly decimalMark: '.' | ',';
  /** Two-digit years later than this are of the century before. */
  readonly latestYear: number;
}

/** Reads a trimmed, not blank text of any usual spelling into the canonical form. Ranges and lists are checked after it. */
export type LenientReading = (text: string, context: ReadingContext) => Reading;

const read = (value: CanonicalValue, doubt?: string): Reading =>
  doubt === undefined ? { ok: true, value } : { ok: true, value, doubt };
const refuse = (code: string, hint: string): Reading => ({ ok: false, code, hint });

/** The lenient reading of each kind. A new kind fails to compile here until it has one. */
export const codecs: Readonly<Record<Kind, LenientReading>> = {
  text: (text) => read(onOneLine(text)),
  long_text: (text) => read(text.replace(/\r\n?/g, '\n').trim()),
  person_name: (text) => read(readName(text) || null),
  date: (text, context) =>
    withDate(text, context, (date) =>
      date.day === null
        ? refuse('incomplete_date', 'a full date with day, month and year')
        : read(dateText(date), date.doubt),
    ),
  partial_date: (text, context) => withDate(text, context, (date) => read(dateText(date), date.doubt)),
  instant: (text, context) => {
    const value = readInstant(text, context);
    if (value === 'ambiguous') return ambiguous(text);
    return value ? read(value.text, value.doubt) : refuse('not_an_instant', 'a date and time such as 2025-03-14 16:05');
  },
  year: (text) => {
    const year = /^(?:FY\s*)?(\d{4})(?:\.0+|-\d{2}-\d{2}.*)?$/i.exec(text)?.[1];
    return year ? read(year) : refuse('not_a_year', 'a year of four digits, such as 2024');
  },
  month: (text, context) =>
    withDate(text, context, (date) =>
      date.month === null
        ? refuse('not_a_month', 'a year and month, such as 2025-03')
        : read(dateText({ ...date, day: null })),
    ),
  sex: (text) => {
    const sex = findSex(text);
    return sex === undefined
      ? refuse('not_a_sex', 'M (male), F (female) or X; words and 1/2 are understood')
      : read(sex || null);
  },
  country: (text, context) =>
    byCode(text, context, 'unknown_country', 'a country: its name or its ISO code (ZAF, ZA, South Africa)'),
  code: (text, context) => byCode(text, context, 'unknown_code', acceptedCodes(context.classification)),
  place: (text, context) =>
    context.classification
      ? byCode(text, context, 'unknown_place', acceptedCodes(context.classification))
      : read(onOneLine(text)),
  identifier: (text) => read(text.endsWith('.0') ? text.replace(/^(\d+)\.0$/, '$1') : onOneLine(text)),
  document_number: (text) => {
    if (/^[A-Z0-9]+$/.test(text)) return read(text);
    const number = text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.<‐‑–]/gu, '')
      .replace(/^(\d+)\.0$/, '$1');
    return number === '' ? read(null) : read(number);
  },
  phone: (text) => {
    const digits = text.replace(/^00/, '+').replace(/[\s().\-/]/g, '');
    return read(/^\d{10,15}$/.test(digits) ? `+${digits}` : digits);
  },
  email: (text) =>
    read(
      text
        .replace(/^mailto:/i, '')
        .trim()
        .toLowerCase(),
    ),
  integer: (text, context) => withWhole(text, context, 'not_an_integer', 'a whole number, such as 1250'),
  decimal: (text, context) => withNumber(text, context, 'not_a_number', 'a number, such as 17.5'),
  money: (text, context) => withNumber(text, context, 'not_an_amount', 'an amount, such as 1800.50'),
  boolean: (text) => {
    const value = findBoolean(text);
    return value === undefined ? refuse('not_a_boolean', 'yes or no') : read(value);
  },
  age: (text, context) =>
    withWhole(
      text.replace(/\s*(years?|yrs?|y|ans|anos|lilemo)\.?$/i, ''),
      context,
      'not_an_age',
      'completed years, 0 to 130',
    ),
  duration_days: (text, context) => {
    const days = readDuration(text, context.decimalMark);
    return days ? read(days.text, days.doubt) : refuse('not_a_duration', 'a number of days, such as 30');
  },
};

/** White space runs to single blanks. Most texts have none to be changed, and are looked through without being rebuilt. */
function onOneLine(text: string): string {
  let wasBlank = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isBlank = code === 32;
    if ((isBlank && wasBlank) || code < 32 || code === 160 || code > 8191) return text.replace(/\s+/gu, ' ').trim();
    wasBlank = isBlank;
  }
  return wasBlank ? text.trim() : text;
}

const ambiguous = (text: string): Reading =>
  refuse(
    'ambiguous_date',
    `a date whose order is known: is "${text}" day/month or month/day? (set "dates" in the mapping)`,
  );

function withDate(text: string, context: ReadingContext, then: (date: DateParts) => Reading): Reading {
  if (/^(indefinite(ly)?|permanent(ly)?|unlimited|open|no expiry|life)$/i.test(text)) return read(null);
  const date = readDate(text, { forms: context.dates, latestYear: context.latestYear });
  if (date === 'ambiguous') return ambiguous(text);
  return date === null
    ? refuse('not_a_date', 'a date of the calendar, such as 2025-03-14 or 14 March 2025')
    : then(date);
}

function withNumber(text: string, context: ReadingContext, code: string, hint: string): Reading {
  const number = readNumber(text, context.decimalMark);
  return number === null ? refuse(code, hint) : read(number.text, number.doubt);
}

function withWhole(text: string, context: ReadingContext, code: string, hint: string): Reading {
  const number = readNumber(text, context.decimalMark);
  if (number === null) return refuse(code, hint);
  if (!number.text.includes('.')) return read(number.text, number.doubt);
  const nearest = Math.round(Number(number.text));
  return Math.abs(nearest - Number(number.text)) < 1e-6 ? read(String(nearest)) : refuse(code, hint);
}

function byCode(text: string, { classification }: ReadingContext, code: string, hint: string): Reading {
  if (classification === null) return read(text);
  const found = findCode(classification, text) ?? findCode(classification, text.replace(/^(\d+)\.0$/, '$1'));
  return found === null ? refuse(code, hint) : read(found);
}

function acceptedCodes(classification: ClassificationDeclaration | null): string {
  if (classification === null) return 'a code';
  const shown = classification.items.slice(0, 12).map((item) => `${item.code} (${item.label.en})`);
  const more =
    classification.items.length > 12 ? ` … ${classification.items.length} codes of "${classification.label.en}"` : '';
  return `one of ${shown.join(', ')}${more}`;
}
