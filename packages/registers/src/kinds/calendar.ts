const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The years that a date may have; outside them it is a mistake of writing, not a date of anybody's life or travel. */
export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2199;

/** Whole non-negative number of the digits in `value[from, to)`, or -1 where any character is no digit. No allocation. */
export function digitsBetween(value: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = value.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Days in a month of the Gregorian calendar; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return DAYS[month - 1] ?? 0;
}

/** Whether the first four characters are a year, the first seven a month, the first ten a day of the calendar. */
export function isCalendarPrefix(value: string, length: 4 | 7 | 10): boolean {
  const year = digitsBetween(value, 0, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  if (length === 4) return true;
  if (value.charCodeAt(4) !== 45) return false;
  const month = digitsBetween(value, 5, 7);
  if (month < 1 || month > 12) return false;
  if (length === 7) return true;
  if (value.charCodeAt(7) !== 45) return false;
  const day = digitsBetween(value, 8, 10);
  return day >= 1 && day <= daysInMonth(year, month);
}
