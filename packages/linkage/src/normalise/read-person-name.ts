import { foldText } from './fold-text.ts';
import { isNotStated } from './is-not-stated.ts';
import { PARTICLES, PARTICLES_IN_FULL_NAMES, SUFFIXES, TITLES } from './name-affixes.ts';
import { withoutRemarks } from './without-remarks.ts';

export type NamePart = 'given' | 'family' | 'middle' | 'full';

export interface NormalName {
  /** The tokens in order, one space between. */
  readonly text: string;
  /** Folded words; initials are words of one letter. Each word stands once. */
  readonly tokens: readonly string[];
}

/**
 * The words of a person's name. Titles before and suffixes after are dropped, unless nothing else would be left;
 * remarks in brackets, MRZ fillers and digits go (a 0, 1 or 5 between letters is read as O, I or S). In family names a
 * particle joins the word after it, so that "van der Merwe" and "Vandermerwe" agree. Two consonants as the first given
 * name ("TJ", "tj") are initials, as "T.J." is. `null` where no name is stated. /
 */
export function readPersonName(text: string, part: NamePart): NormalName | null {
  const folded = foldText(withoutRemarks(text));
  if (isNotStated(folded, 'name')) return null;
  if (PLAIN_WORD.test(folded)) {
    if (folded.length !== 2 || !isPairOfInitials(folded, part)) return { text: folded, tokens: [folded] };
  }
  let tokens = folded.split(' ');
  if (HAS_DIGIT.test(folded)) tokens = tokens.map(withoutDigits).filter((token) => token !== '');
  if (tokens.length > 1) tokens = withoutTitles(tokens);
  if (tokens.length > 1) tokens = withParticlesJoined(tokens, part, text);
  const first = tokens[0] ?? '';
  if (isPairOfInitials(first, part)) tokens = [...first, ...tokens.slice(1)];
  if (tokens.length > 1) tokens = [...new Set(tokens)];
  if (tokens.length === 0) return null;
  return { text: tokens.join(' '), tokens };
}

const PLAIN_WORD = /^[a-z]+$/;
const HAS_DIGIT = /[0-9]/;
const CODE_POINTS = /u[0-9a-f]{4,5}/g;

const LOOKS_LIKE: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '5': 's' };

function withoutDigits(token: string): string {
  if (!HAS_DIGIT.test(token) || !HAS_DIGIT.test(token.replace(CODE_POINTS, ''))) return token;
  return token.replace(/(?<=[a-z])[015](?=[a-z])/g, (digit) => LOOKS_LIKE[digit] ?? '').replace(/[0-9]+/g, '');
}

function withoutTitles(tokens: readonly string[]): string[] {
  let from = 0;
  let to = tokens.length;
  while (to - from > 1 && TITLES.has(tokens[from] ?? '')) from++;
  while (to - from > 1 && SUFFIXES.has(tokens[to - 1] ?? '')) to--;
  return tokens.slice(from, to);
}

function withParticlesJoined(tokens: readonly string[], part: NamePart, text: string): string[] {
  if (part === 'given' || part === 'middle') {
    // 'Ma Thabo, mother of Thabo, is one name; Ma. Theresa is not.
    return tokens[0] === 'ma' && /^\W*['’‘`´]ma\s/iu.test(text)
      ? [`ma${tokens[1] ?? ''}`, ...tokens.slice(2)]
      : [...tokens];
  }
  const particles = part === 'family' ? PARTICLES : PARTICLES_IN_FULL_NAMES;
  const inOrder = part === 'family' ? withTrailingParticlesInFront(tokens) : tokens;
  const joined: string[] = [];
  let pending = '';
  inOrder.forEach((token, index) => {
    const isParticle = particles.has(token) && index < inOrder.length - 1 && (part === 'family' || index > 0);
    if (isParticle) pending += token;
    else {
      joined.push(pending + token);
      pending = '';
    }
  });
  return joined;
}

/** Sorted lists write "Merwe van der". */
function withTrailingParticlesInFront(tokens: readonly string[]): readonly string[] {
  let last = tokens.length;
  while (last > 1 && PARTICLES_IN_FULL_NAMES.has(tokens[last - 1] ?? '')) last--;
  return last === tokens.length ? tokens : [...tokens.slice(last), ...tokens.slice(0, last)];
}

/** No given name is two consonants, save abbreviations and a Chinese surname that strays into the field. */
function isPairOfInitials(token: string, part: NamePart): boolean {
  return (
    (part === 'given' || part === 'middle') &&
    token.length === 2 &&
    /^[bcdfghjklmnpqrstvwxz]{2}$/.test(token) &&
    !NOT_INITIALS.has(token)
  );
}

const NOT_INITIALS: ReadonlySet<string> = new Set([
  'md',
  'mc',
  'ng',
  'st',
  'dr',
  'mr',
  'ms',
  'sr',
  'jr',
  'fr',
  'lt',
  'nt',
  'br',
  'ds',
]);
