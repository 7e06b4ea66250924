import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** Yes or no. */
export const booleanKind: KindMeaning = {
  kind: 'boolean',
  label: { en: 'Yes or no', st: 'E kapa che' },
  accepts: { en: 'true (yes) or false (no)' },
  example: 'true',
  check: (value) =>
    value === 'true' || value === 'false' ? accepted(value) : refused('not_a_boolean', 'true or false'),
};
