import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';
import { SHORT_FORMS } from './place-words.ts';

export interface NormalAddress {
  /** The words of the address in order, kinds of street in short form. */
  readonly street: string;
  /** House, flat and box numbers in order, with a letter where written on ("12b"). */
  readonly numbers: readonly string[];
}

/** An address taken apart into its words and its numbers. `null` where none is stated. */
export function readAddress(text: string): NormalAddress | null {
  const folded = foldText(text);
  if (isNotStated(folded, 'other')) return null;
  const words: string[] = [];
  const numbers: string[] = [];
  for (const word of folded.replace(/\bp ?o ?box\b/g, 'pobox').split(' ')) {
    if (/^[0-9]/.test(word)) numbers.push(word.replace(/^0+(?=[0-9])/, ''));
    else words.push(SHORT_FORMS.get(word) ?? word);
  }
  return { street: words.join(' '), numbers };
}
