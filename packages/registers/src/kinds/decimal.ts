import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isNumberForm } from './number-form.ts';
import { numberInRange } from './range.ts';

/** A number with a decimal point. */
export const decimalKind: KindMeaning = {
  kind: 'decimal',
  label: { en: 'Number' },
  accepts: { en: 'A number in digits, with a point before decimals' },
  example: '17.5',
  check: (value, field) =>
    isNumberForm(value, true)
      ? numberInRange(value, Number(value), field)
      : refused('not_a_number', 'A number in digits, with a point before decimals, such as 17.5'),
};
