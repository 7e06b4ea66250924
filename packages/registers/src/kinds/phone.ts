import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** A telephone number in the international form of ITU-T E.164. */
export const phoneKind: KindMeaning = {
  kind: 'phone',
  label: { en: 'Telephone' },
  accepts: { en: 'A number with + and the country code, digits only after it' },
  example: '+26622312345',
  check: (value) =>
    /^\+[1-9]\d{5,14}$/.test(value)
      ? accepted(value)
      : refused('not_a_phone', '+ and 6 to 15 digits, such as +26622312345'),
};
