import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/** A postal code in A–Z and 0–9 without separators; `null` where none is stated. */
export function readPostcode(text: string): string | null {
  const folded = foldText(text);
  if (isNotStated(folded, 'other') || !/[0-9]/.test(folded)) return null;
  return folded.replaceAll(' ', '').toUpperCase();
}
