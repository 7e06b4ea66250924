import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isCalendarPrefix } from './calendar.ts';
import { dateInRange } from './range.ts';

/** A date of which the day, or day and month, may be unknown (ICAO Doc 9303 allows both in a date of birth). */
export const partialDateKind: KindMeaning = {
  kind: 'partial_date',
  label: { en: 'Date, as far as known' },
  accepts: { en: 'A year, a year and month, or a full date, written year-month-day' },
  example: '1987-06',
  check: (value, field) => {
    const { length } = value;
    return (length === 10 || length === 7 || length === 4) && isCalendarPrefix(value, length)
      ? dateInRange(value, field)
      : refused('not_a_partial_date', 'YYYY, YYYY-MM or YYYY-MM-DD, such as 1987, 1987-06 or 1987-06-21');
  },
};
