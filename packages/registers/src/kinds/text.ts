import type { KindMeaning } from '../kind.ts';
import { textInRange } from './range.ts';

/** A short text, on one line as a rule. */
export const textKind: KindMeaning = {
  kind: 'text',
  label: { en: 'Text' },
  accepts: { en: 'A text of up to 500 characters' },
  example: 'Ha Mothetsa',
  check: (value, field) => textInRange(value, field, 500),
};
