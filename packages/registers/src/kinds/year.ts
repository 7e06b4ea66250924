import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isCalendarPrefix } from './calendar.ts';
import { dateInRange } from './range.ts';

/** A calendar year, `YYYY`. */
export const yearKind: KindMeaning = {
  kind: 'year',
  label: { en: 'Year', st: 'Selemo' },
  accepts: { en: 'A year of four digits' },
  example: '2024',
  check: (value, field) =>
    value.length === 4 && isCalendarPrefix(value, 4)
      ? dateInRange(value, field)
      : refused('not_a_year', 'a year of four digits, such as 2024'),
};
