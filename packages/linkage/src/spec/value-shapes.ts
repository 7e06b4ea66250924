import { readDate, readEmail } from '../normalise/index.ts';
import type { HeaderMeaning } from './header-kind.ts';

/** Most of the values must be of a shape. */
const MOST = 0.9;

/** Births lie in these years: a column of later dates alone is about events. */
const OLDEST = 1900;

/** What values say by themselves where a header says nothing: e-mail addresses, dates of birth, sexes. Null for anything else. */
export function meaningOfValues(values: readonly string[]): HeaderMeaning | null {
  const sample = values.slice(0, 500);
  const shareOf = (test: (value: string) => boolean) => sample.filter(test).length / sample.length;
  if (sample.length === 0) return null;
  if (shareOf((value) => value.includes('@') && readEmail(value) !== null) >= MOST) return { kind: 'email' };
  if (shareOf((value) => /^(m|f|male|female|man|woman)$/i.test(value)) >= MOST && new Set(sample).size > 1)
    return { kind: 'sex' };
  if (isBirthDates(sample)) return { kind: 'date' };
  return null;
}

/** Dates that spread over decades: events of a register lie within a few years. */
function isBirthDates(sample: readonly string[]): boolean {
  const years: number[] = [];
  for (const value of sample) {
    if (!/\d/.test(value) || /^\d{1,7}$/.test(value)) continue;
    const date = readDate(value, {});
    if (date !== null && date.year >= OLDEST) years.push(date.year);
  }
  if (years.length < sample.length * MOST) return false;
  const sorted = years.sort((a, b) => a - b);
  const early = sorted[Math.floor(sorted.length * 0.1)] as number;
  const late = sorted[Math.floor(sorted.length * 0.9)] as number;
  return late - early >= 20;
}
