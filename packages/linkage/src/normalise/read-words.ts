import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';

/** Free text, folded; `null` where nothing is stated. */
export function readWords(text: string): string | null {
  const folded = foldText(text);
  return isNotStated(folded, 'other') ? null : folded;
}
