import type { KindMeaning } from '../kind.ts';
import { accepted, refused } from './accepted.ts';

/** Number of a travel document: capital letters, digits, hyphen, slash (ICAO Doc 9303 keeps letters and digits only). */
export const documentNumberKind: KindMeaning = {
  kind: 'document_number',
  label: { en: 'Document number' },
  accepts: { en: 'Capital letters and digits, up to 24, without spaces' },
  example: 'RC123456',
  check: (value) =>
    isDocumentNumber(value)
      ? accepted(value)
      : refused('not_a_document_number', 'capital letters, digits, hyphen and slash, up to 24, without spaces'),
};

function isDocumentNumber(value: string): boolean {
  const { length } = value;
  if (length === 0 || length > 24) return false;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    const isLetter = code >= 65 && code <= 90;
    if (!isLetter && !(code >= 45 && code <= 57 && code !== 46)) return false;
  }
  return true;
}
