import type { KindMeaning } from '../kind.ts';
import { refused } from './accepted.ts';
import { textInRange } from './range.ts';

/** A code of the classification that the field names. Checks the form; membership is `compileFieldCheck`'s to say. */
export const codeKind: KindMeaning = {
  kind: 'code',
  label: { en: 'Code' },
  accepts: { en: 'One of the codes of the list' },
  example: 'arrival',
  check: (value, field) =>
    value.trim() === value
      ? textInRange(value, field, 64)
      : refused('not_a_code', 'a code of the list, without spaces around it'),
};
