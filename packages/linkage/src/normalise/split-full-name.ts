import { foldText } from './fold-text.ts';
import { PARTICLES_IN_FULL_NAMES, SUFFIXES, TITLES } from './name-affixes.ts';

/**
 * The given and family parts of a name written in one field, as raw text for `readPersonName`. In order of trust: the MRZ's
 * double filler (ICAO Doc 9303-3, 4.6), a comma, words in capitals among words that are not, and else the last word with the
 * particles before it. One word alone is a family name. A Han or Hangul name without spaces has its family name first.
 */
export function splitFullName(text: string): { given: string; family: string } {
  if (text.includes('<')) {
    const [family = '', ...rest] = text.split('<<').map((half) => half.replaceAll('<', ' ').trim());
    const given = rest.join(' ').trim();
    if (family === '' || given === '') return splitWords(`${family}${given}`);
    return { given, family };
  }
  const comma = text.indexOf(',');
  if (comma > 0) {
    const family = text.slice(0, comma).trim();
    const given = text
      .slice(comma + 1)
      .replaceAll(',', ' ')
      .trim();
    const isRemark = foldText(given)
      .split(' ')
      .every((word) => word === '' || SUFFIXES.has(word) || TITLES.has(word));
    if (!isRemark && foldText(family) !== '') return { given, family };
    return splitWords(family);
  }
  return splitWords(text);
}

function splitWords(text: string): { given: string; family: string } {
  const words = text.split(/\s+/u).filter((word) => foldText(word) !== '');
  while (words.length > 1 && TITLES.has(foldText(words[0] ?? ''))) words.shift();
  while (words.length > 1 && SUFFIXES.has(foldText(words.at(-1) ?? ''))) words.pop();
  if (words.length < 2) return splitCharacters(words[0] ?? '');
  const capitals = words.map(isInCapitals);
  const lastGiven = capitals.lastIndexOf(false);
  const firstGiven = capitals.indexOf(false);
  if (firstGiven > 0) return { given: words.slice(firstGiven).join(' '), family: words.slice(0, firstGiven).join(' ') };
  if (firstGiven === 0 && lastGiven < words.length - 1) return at(words, firstFamilyWord(words, lastGiven + 1));
  return at(words, firstFamilyWord(words, words.length - 1));
}

function at(words: readonly string[], index: number): { given: string; family: string } {
  return { given: words.slice(0, index).join(' '), family: words.slice(index).join(' ') };
}

function firstFamilyWord(words: readonly string[], from: number): number {
  let first = from;
  while (first > 1 && PARTICLES_IN_FULL_NAMES.has(foldText(words[first - 1] ?? ''))) first--;
  return first;
}

/** At least two letters and none in lower case: one capital alone is an initial. */
function isInCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && !/^(\p{Lu}\.)+\p{Lu}?$/u.test(word);
}

function splitCharacters(word: string): { given: string; family: string } {
  if (!/^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(word)) return { given: '', family: word };
  return { given: word.slice(1), family: word.slice(0, 1) };
}
