import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isCalendarPrefix } from './calendar.ts';
import { dateInRange } from './range.ts';

/** A day of the calendar, `YYYY-MM-DD` (ISO 8601). */
export const dateKind: KindMeaning = {
  kind: 'date',
  label: { en: 'Date', st: 'Letsatsi' },
  accepts: { en: 'A day written year-month-day' },
  example: '2025-03-14',
  check: (value, field) =>
    value.length === 10 && isCalendarPrefix(value, 10)
      ? dateInRange(value, field)
      : refused('not_a_date', 'a day of the calendar written YYYY-MM-DD, such as 2025-03-14'),
};
