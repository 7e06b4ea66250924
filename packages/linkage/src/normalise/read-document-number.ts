import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/**
 * A document's number in A–Z and 0–9 without separators; leading zeros stay, for they are part of the number (ICAO Doc
 * 9303-3). `null` for placeholders: words, one sign repeated, 12345…, and numbers of fewer than three signs. /
 */
export function readDocumentNumber(text: string): string | null {
  if (text.length > MOST_SIGNS) return null;
  const folded = foldText(text);
  if (isNotStated(folded, 'other')) return null;
  if (NO_NUMBER.test(folded)) return null;
  const number = folded.replaceAll(' ', '').toUpperCase();
  if (number.length < 3 || /^(.)\1+$/.test(number) || isRun(number) || isNotStated(number.toLowerCase(), 'other'))
    return null;
  return number;
}

/** Longer text is no such value, and would only cost time. */
const MOST_SIGNS = 200;

/**
 * The form in which numbers misread by eye or machine agree. The pairs are those of OCR-B, in which documents are
 * printed (ICAO Doc 9303-3, 4.1): O and Q read as 0, I and L as 1, Z as 2, S as 5, G as 6, B as 8. D is left alone: it
 * is a common series letter, and its likeness to 0 comes up only in poor scans. /
 */
export function documentKey(number: string): string {
  return CONFUSABLE.test(number) ? number.replace(/[OQILZSGB]/g, (sign) => DIGITS[sign] ?? sign) : number;
}

/** What is written where a number should stand. */
const NO_NUMBER =
  /^(?:no|lost|stolen|expired|pending|in process|not issued|no passport|no documents?|no id|without|other)$/;

const CONFUSABLE = /[OQILZSGB]/;
const DIGITS: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };

function isRun(number: string): boolean {
  return number.length >= 4 && ('01234567890123456789'.includes(number) || '9876543210'.includes(number));
}
