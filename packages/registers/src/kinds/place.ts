import type { KindMeaning } from '../kind.ts';
import { textInRange } from './range.ts';

/** A place: a code where the field names a classification, else its name. */
export const placeKind: KindMeaning = {
  kind: 'place',
  label: { en: 'Place' },
  accepts: { en: 'A place of the list that the field names, or its name' },
  example: 'Maputsoe',
  check: (value, field) => textInRange(value, field, 200),
};
