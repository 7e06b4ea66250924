/** Days since 1970-01-01 of an ISO date (`YYYY-MM-DD`). */
export function dayOf(isoDate: string): number {
  const day = Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${isoDate}`);
  return day;
}

/** ISO date of a day number. */
export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
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
