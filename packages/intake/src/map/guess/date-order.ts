import type { DateForm } from '../codec.ts';
import { readDate } from '../codecs/read-date.ts';

/** How the dates of a column are to be read, and how sure that is. */
export interface DateOrder {
  readonly forms: readonly DateForm[];
  /** Share of the values that are dates under these forms, weighed by how often they occur. */
  readonly share: number;
  /** Values that only this order can read; 0 where nothing speaks for day or month first. */
  readonly evidence: number;
  readonly isDecided: boolean;
}

const candidates: readonly (readonly DateForm[])[] = [
  [],
  ['dmy'],
  ['mdy'],
  ['yyyymmdd'],
  ['ddmmyyyy'],
  ['mmddyyyy'],
  ['excel_serial'],
  ['sas_days'],
  ['unix_seconds'],
  ['unix_milliseconds'],
];

/**
 * Decides the order of the parts of dates from a whole column: a 25 in the first place says day first for all of it.
 * Where nothing speaks for either order, day first is taken and `isDecided` is false.
 */
export function decideDateOrder(values: ReadonlyMap<string, number>, latestYear: number): DateOrder | null {
  const entries = [...values].slice(0, 2_000);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const votes = slashVotes(entries);
  const scored = candidates.map((forms) => ({ forms, score: shareOf(entries, total, forms, latestYear) }));
  const best = scored.reduce((a, b) => (b.score > a.score + 0.001 ? b : a));
  if (best.score < 0.5) return null;
  const isSlash = votes.dayFirst + votes.monthFirst + votes.either > 0;
  if (isSlash && best.forms.every((form) => form === 'dmy' || form === 'mdy')) {
    const monthFirst = votes.monthFirst > votes.dayFirst;
    const forms: readonly DateForm[] = monthFirst ? ['mdy'] : ['dmy'];
    const share = shareOf(entries, total, forms, latestYear);
    const evidence = Math.max(votes.dayFirst, votes.monthFirst);
    return { forms, share, evidence, isDecided: evidence > 0 };
  }
  return {
    forms: best.forms,
    share: best.score,
    evidence: best.forms.length > 0 ? entries.length : 0,
    isDecided: true,
  };
}

/** Values with a number above 12 in the first or second place; `either`: both orders are possible. */
function slashVotes(entries: readonly (readonly [string, number])[]) {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const [text, count] of entries) {
    const match = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})(?!\d)/.exec(text);
    if (!match) continue;
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (first > 12 && first <= 31 && second <= 12) dayFirst += count;
    else if (second > 12 && second <= 31 && first <= 12) monthFirst += count;
    else if (first <= 12 && second <= 12) either += count;
  }
  return { dayFirst, monthFirst, either };
}

/** Numbers count as dates only within a lifetime of today: any integer is some day number. */
function shareOf(
  entries: readonly (readonly [string, number])[],
  total: number,
  forms: readonly DateForm[],
  latestYear: number,
): number {
  let read = 0;
  for (const [text, count] of entries) {
    const date = readDate(text, { forms, latestYear });
    if (date === null || date === 'ambiguous') continue;
    const isNumber = /^\d+(\.\d+)?$/.test(text);
    if (isNumber && (date.day === null || !isPlausible(text, date.year, forms[0], latestYear))) continue;
    read += date.doubt === undefined ? count : count * 0.5;
  }
  return read / total;
}

function isPlausible(text: string, year: number, form: DateForm | undefined, latestYear: number): boolean {
  if (form === 'excel_serial') return /^[1-5]\d{4}(\.\d+)?$/.test(text) && year >= 1930 && year <= latestYear + 20;
  if (form === 'sas_days') return /^[12]\d{4}(\.0+)?$/.test(text) && year >= 2000 && year <= latestYear + 2;
  if (form === 'unix_seconds') return /^1\d{9}$/.test(text);
  if (form === 'unix_milliseconds') return /^1\d{12}$/.test(text);
  return year >= 1900 && year <= latestYear + 20;
}
