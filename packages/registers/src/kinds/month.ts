import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isCalendarPrefix } from './calendar.ts';
import { dateInRange } from './range.ts';

/** A month of a year, `YYYY-MM`. */
export const monthKind: KindMeaning = {
  kind: 'month',
  label: { en: 'Month', st: 'Khoeli' },
  accepts: { en: 'A month written year-month' },
  example: '2025-03',
  check: (value, field) =>
    value.length === 7 && isCalendarPrefix(value, 7)
      ? dateInRange(value, field)
      : refused('not_a_month', 'a month written YYYY-MM, such as 2025-03'),
};
