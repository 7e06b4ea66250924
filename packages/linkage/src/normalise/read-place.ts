import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';
import { KINDS_OF_PLACE, SHORT_FORMS } from './place-words.ts';

/**
 * The name of a place, folded, without words for its kind ("Ha Thetsane", "Thetsane village" and "Thetsane" agree) and
 * with directions and streets in short form. `null` where none is stated. /
 */
export function readPlace(text: string): string | null {
  const folded = foldText(text);
  if (isNotStated(folded, 'other')) return null;
  const words = folded.split(' ').map((word) => SHORT_FORMS.get(word) ?? word);
  const names = words.filter((word) => !KINDS_OF_PLACE.has(word));
  return (names.length === 0 ? words : names).join(' ');
}
