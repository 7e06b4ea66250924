import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isNumberForm } from './number-form.ts';
import { numberInRange } from './range.ts';

/** A whole number. */
export const integerKind: KindMeaning = {
  kind: 'integer',
  label: { en: 'Whole number' },
  accepts: { en: 'A whole number in digits' },
  example: '1250',
  check: (value, field) =>
    isNumberForm(value, false)
      ? numberInRange(value, Number(value), field)
      : refused('not_an_integer', 'A whole number in digits, such as 1250'),
};
