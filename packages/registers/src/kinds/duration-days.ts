import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isNumberForm } from './number-form.ts';
import { numberInRange } from './range.ts';

/** A length of stay in days; the day of entry counts as the first. */
export const durationDaysKind: KindMeaning = {
  kind: 'duration_days',
  label: { en: 'Length in days' },
  accepts: { en: 'A whole number of days, 0 or more' },
  example: '30',
  check: (value, field) =>
    isNumberForm(value, false) && Number(value) >= 0
      ? numberInRange(value, Number(value), field)
      : refused('not_a_duration', 'A whole number of days, 0 or more, such as 30'),
};
