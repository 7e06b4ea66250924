import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';
import { SHORT_FORMS } from './place-words.ts';

export interface AddressParts {
  /** The words of the address in order, kinds of street in short form. */
  readonly street: string;
  /** House, flat and box numbers in order, with a letter where written on ("12b"), without leading zeros. */
  readonly numbers: readonly string[];
}

/**
 * An address as one folded text: its words, then its numbers, so that "12 Main Street" and "Main St 12" agree. `null`
 * where none is stated.
 */
export function readAddress(text: string): string | null {
  const parts = readAddressParts(text);
  return parts === null ? null : [parts.street, ...parts.numbers].join(' ').trim();
}

/** An address taken apart into its words and its numbers. `null` where none is stated. */
export function readAddressParts(text: string): AddressParts | null {
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
