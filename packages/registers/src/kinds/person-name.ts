import type { KindMeaning } from '../kind.ts';
import { textInRange } from './range.ts';

/** Surname or given names of a person, as written; normal forms for linking are made elsewhere. */
export const personNameKind: KindMeaning = {
  kind: 'person_name',
  label: { en: 'Name of a person' },
  accepts: { en: 'The name as the travel document writes it, in any script, up to 200 characters' },
  example: 'Mokoena',
  check: (value, field) => textInRange(value, field, 200),
};
