import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** An e-mail address. */
export const emailKind: KindMeaning = {
  kind: 'email',
  label: { en: 'E-mail' },
  accepts: { en: 'An e-mail address' },
  example: 'officer@example.org',
  check: (value) =>
    value.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(value)
      ? accepted(value)
      : refused('not_an_email', 'an address such as officer@example.org'),
};
