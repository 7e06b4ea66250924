import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** A code of the classification that the field names. Checks the form; membership is `compileFieldCheck`'s to say. */
export const codeKind: KindMeaning = {
  kind: 'code',
  label: { en: 'Code' },
  accepts: { en: 'One of the codes of the list' },
  example: 'arrival',
  check: (value) =>
    value.length > 0 && value.length <= 64 && value.trim() === value
      ? accepted(value)
      : refused('not_a_code', 'a code of the list, without spaces around it'),
};
