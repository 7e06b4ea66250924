import type { KindMeaning } from '../kind.ts';
import { textInRange } from './range.ts';

/** A text of any number of lines. */
export const longTextKind: KindMeaning = {
  kind: 'long_text',
  label: { en: 'Long text' },
  accepts: { en: 'A text of up to 20,000 characters' },
  example: 'Came with two children.',
  check: (value, field) => textInRange(value, field, 20_000),
};
