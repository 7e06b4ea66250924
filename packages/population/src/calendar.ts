/** Days since 1970-01-01 of an ISO date (`YYYY-MM-DD`). */
export function dayOf(isoDate: string): number {
  const day = Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${isoDate}`);
  return day;
}

const twoDigits = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/**
 * ISO date of a day number. Written out (days to civil date, Hinnant's algorithm) because a `Date` for each of a million
 * dates takes longer than all else.
 */
export function isoOf(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${twoDigits[month] ?? ''}-${twoDigits[dayOfMonth] ?? ''}`;
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Day number of a date given in parts; `month` 1–12. A day past the end of the month runs into the next one. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
}

export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** 1–12. */
export function monthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}

export function dayOfMonthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCDate();
}

/** Day number of Easter Sunday (Gregorian calendar; the anonymous algorithm of 1876). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOfParts(year, Math.floor(f / 31), (f % 31) + 1);
}
