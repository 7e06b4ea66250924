import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/** A postal code in A–Z and 0–9 without separators; `null` where none is stated. */
export function readPostcode(text: string): string | null {
  if (text.length > MOST_SIGNS) return null;
  const folded = foldText(text);
  if (isNotStated(folded, 'other') || !/[0-9]/.test(folded)) return null;
  return folded.replaceAll(' ', '').toUpperCase();
}

/** Longer text is no such value, and would only cost time. */
const MOST_SIGNS = 200;
