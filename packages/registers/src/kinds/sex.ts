import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** Sex as travel documents state it (ICAO Doc 9303: M, F, X); aggregates add `_T`, both sexes (SDMX `CL_SEX`). */
export const sexKind: KindMeaning = {
  kind: 'sex',
  label: { en: 'Sex', st: 'Boleng' },
  accepts: { en: 'M (male), F (female), X (unspecified on the document)' },
  example: 'F',
  check: (value, field) =>
    value === 'F' || value === 'M' || value === 'X' || (value === '_T' && field.concept === 'SEX')
      ? accepted(value)
      : refused('not_a_sex', field.concept === 'SEX' ? 'M, F, X or _T (both)' : 'M, F or X'),
};
