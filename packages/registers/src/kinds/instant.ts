import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { digitsBetween, isCalendarPrefix } from './calendar.ts';
import { dateInRange } from './range.ts';

/** A moment to the second: with `Z` in universal time, without it in the local time of the place. */
export const instantKind: KindMeaning = {
  kind: 'instant',
  label: { en: 'Date and time' },
  accepts: { en: 'A date and a time to the second; local time unless it ends in Z' },
  example: '2025-03-14T16:05:00',
  check: (value, field) =>
    isInstant(value)
      ? dateInRange(value, field)
      : refused('not_an_instant', 'YYYY-MM-DDTHH:MM:SS, with Z at its end where it is universal time'),
};

function isInstant(value: string): boolean {
  const { length } = value;
  if (length !== 19 && !(length === 20 && value.charCodeAt(19) === 90)) return false;
  if (value.charCodeAt(10) !== 84 || value.charCodeAt(13) !== 58 || value.charCodeAt(16) !== 58) return false;
  if (!isCalendarPrefix(value, 10)) return false;
  const hour = digitsBetween(value, 11, 13);
  const minute = digitsBetween(value, 14, 16);
  const second = digitsBetween(value, 17, 19);
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}
