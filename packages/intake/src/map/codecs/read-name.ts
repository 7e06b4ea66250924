import type { Codec } from '../codec.ts';

/** White space and casing cleaned, content kept: `  MOLEFE   THABO ` → `Molefe Thabo`; mixed case stays as written. */
export function readName(raw: string): string {
  const text = raw
    .normalize('NFC')
    .replace(/[\s ]+/gu, ' ')
    .replace(/^[\s,;.]+|[\s,;]+$/gu, '');
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  return isOneCase ? titleCase(text) : text;
}

// After an apostrophe a capital follows one letter (O'Brien, N'Diaye) but not the digraph of Sesotho (Ts'ehlo, Mats'ela).
const wordStart = /(^|[\s\-.]|(?<=(?:^|[\s\-.])\p{L}?)['’])(\p{L})/gu;

function titleCase(text: string): string {
  return text.toLowerCase().replace(wordStart, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** The part of a full name that a field takes, by the order in which the column writes names. */
export function takeName(
  raw: string,
  order: NonNullable<Codec['nameOrder']>,
  take: NonNullable<Codec['take']>,
): string {
  const text = raw.replace(/[\s ]+/gu, ' ').trim();
  const comma = text.indexOf(',');
  if (comma >= 0) return (take === 'surname' ? text.slice(0, comma) : text.slice(comma + 1)).trim();
  const words = text.split(' ');
  if (words.length === 1) return take === 'surname' ? text : '';
  const isFirst = order !== 'given_surname';
  const length = isFirst ? surnameLength(words) : surnameLength(words.toReversed(), true);
  const at = isFirst ? length : words.length - length;
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return (take === 'surname') === isFirst ? before : after;
}

const particles: ReadonlySet<string> = new Set(
  'van der den de du la le da das do dos di del della von zu zur ter ten bin ibn al el st san santa'.split(' '),
);

/**
 * How many words the surname has, counted from its end of the name: those in capitals where the others are not (`VAN WYK
 * Marietjie`), else one with its particles (`van der Merwe Piet`). One word at least is left for the given names.
 */
function surnameLength(words: readonly string[], isReversed = false): number {
  const capitals = words.findIndex((word) => !isInCapitals(word));
  if (capitals > 0) return capitals;
  const isParticle = (word: string | undefined) => word !== undefined && particles.has(word.toLowerCase());
  let length = 1;
  if (isReversed) while (isParticle(words[length])) length++;
  else while (isParticle(words[length - 1])) length++;
  return Math.min(length, words.length - 1);
}

function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
