import { foldText } from './fold-text.ts';
import { PARTICLES_IN_FULL_NAMES, SUFFIXES, TITLES } from './name-affixes.ts';
import { withoutRemarks } from './without-remarks.ts';

/**
 * The given and family parts of a name written in one field, as raw text for `readPersonName`. In order of trust: the
 * MRZ's double filler (ICAO Doc 9303-3, 4.6), a comma, words in capitals among words that are not, and else the last
 * word with the particles before it. One word alone is a family name. A Han or Hangul name without spaces has its
 * family name first. /
 */
export function splitFullName(name: string): { given: string; family: string } {
  const text = withoutRemarks(name);
  if (text.includes('<')) {
    const [family = '', ...rest] = text
      .replace(DOCUMENT_AND_STATE, '')
      .split('<<')
      .map((half) => half.replaceAll('<', ' ').trim());
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

/** The start of a whole MRZ line: the kind of document and the state that issued it. */
const DOCUMENT_AND_STATE = /^[PVI]<[A-Z<]{3}(?=[A-Z])/;

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
  const surname = surnameBeforeInitials(words);
  if (surname > 0) return { given: words.slice(surname).join(' '), family: words.slice(0, surname).join(' ') };
  return at(words, firstFamilyWord(words, words.length - 1));
}

/** How many words a surname takes that stands first: "Mokoena T.J.", "van der Merwe Johannes"; 0 where none does. */
function surnameBeforeInitials(words: readonly string[]): number {
  let particles = 0;
  while (particles < words.length - 2 && isParticle(words[particles] ?? '')) particles++;
  const rest = words.slice(particles + 1);
  if (rest.every((word) => INITIALS.test(word)) && !INITIALS.test(words[particles] ?? '')) return particles + 1;
  return /^(?:van|von|du|ter)$/.test(words[0] ?? '') && rest.length > 0 ? particles + 1 : 0;
}

const INITIALS = /^(?:\p{L}\.?|(?:\p{Lu}\.){2,4}|[B-DF-HJ-NP-TV-XZ]{2,3})$/u;

/** Văn in a Vietnamese name is no particle: the mark tells. */
function isParticle(word: string): boolean {
  return PARTICLES_IN_FULL_NAMES.has(word.toLowerCase());
}

function at(words: readonly string[], index: number): { given: string; family: string } {
  return { given: words.slice(0, index).join(' '), family: words.slice(index).join(' ') };
}

function firstFamilyWord(words: readonly string[], from: number): number {
  let first = from;
  while (first > 1 && isParticle(words[first - 1] ?? '')) first--;
  return first;
}

/** At least two letters and none in lower case, save in the Mc of "McDONALD": one capital alone is an initial. */
function isInCapitals(written: string): boolean {
  const word = written.replace(/^(?:Mc|Mac|Ma|de|van)(?=\p{Lu}{2})/u, '');
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && !/^(\p{Lu}\.)+\p{Lu}?$/u.test(word);
}

function splitCharacters(word: string): { given: string; family: string } {
  if (!/^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(word)) return { given: '', family: word };
  return { given: word.slice(1), family: word.slice(0, 1) };
}
