import type { KindMeaning } from '../kind.ts';
import { textInRange } from './range.ts';

/** What an agency tells a record by, in its own writing. */
export const identifierKind: KindMeaning = {
  kind: 'identifier',
  label: { en: 'Number or identifier' },
  accepts: { en: 'A number or identifier as the agency writes it, up to 100 characters' },
  example: 'MSB-2025-000123',
  check: (value, field) => textInRange(value, field, 100),
};
