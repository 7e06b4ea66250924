import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/**
 * A country or citizenship: ISO 3166-1 alpha-3, the codes that ICAO Doc 9303 adds (XXA stateless …), or `_T`, `_O`, `_U`.
 * Checks the form alone; whether the code is in the classification `country` is `compileFieldCheck`'s to say.
 */
export const countryKind: KindMeaning = {
  kind: 'country',
  label: { en: 'Country', st: 'Naha' },
  accepts: { en: 'A country by its three-letter code' },
  example: 'ZAF',
  check: (value) =>
    isAlphaThree(value) || value === '_U' || value === '_T' || value === '_O'
      ? accepted(value)
      : refused('not_a_country', 'a three-letter country code such as LSO or ZAF, or _U where it is not known'),
};

/** Three capital letters; publishers' own areas may have a digit after the first (`AB9`). */
function isAlphaThree(value: string): boolean {
  if (value.length !== 3) return false;
  for (let i = 0; i < 3; i++) {
    const code = value.charCodeAt(i);
    const isDigit = i > 0 && code >= 48 && code <= 57;
    if (!isDigit && (code < 65 || code > 90)) return false;
  }
  return true;
}
