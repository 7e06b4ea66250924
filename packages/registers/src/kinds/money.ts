import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { isNumberForm } from './number-form.ts';
import { numberInRange } from './range.ts';

/** An amount of money in the unit that the field states, with up to four decimals. */
export const moneyKind: KindMeaning = {
  kind: 'money',
  label: { en: 'Amount of money' },
  accepts: { en: 'An amount in digits, with a point before decimals' },
  example: '1800.50',
  check: (value, field) =>
    isNumberForm(value, true)
      ? numberInRange(value, Number(value), field)
      : refused('not_an_amount', 'An amount in digits, with a point before decimals, such as 1800.50'),
};
