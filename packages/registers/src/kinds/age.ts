import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isNumberForm } from './number-form.ts';
import { numberInRange } from './range.ts';

/** Age in completed years. */
export const ageKind: KindMeaning = {
  kind: 'age',
  label: { en: 'Age' },
  accepts: { en: 'Completed years, 0 to 130' },
  example: '34',
  check: (value, field) =>
    isNumberForm(value, false) && Number(value) >= 0 && Number(value) <= 130
      ? numberInRange(value, Number(value), field)
      : refused('not_an_age', 'Completed years, 0 to 130, such as 34'),
};
