import { TRANSLITERATION } from './transliteration.ts';

/**
 * Text in lower-case a–z, 0–9 and single spaces, trimmed: marks dropped, other alphabets transliterated, apostrophes
 * and click letters dropped ("Ts'epo" and "Tšepo" are "tsepo"), all other signs turned to a space. A letter of a script
 * that has no spelling here is kept as its code point ("u4e2d"), so that two different names stay different. Folding
 * twice changes nothing. /
 */
export function foldText(text: string): string {
  let index = 0;
  let endsInSpace = true;
  for (; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)];
    if (kind === LETTER) endsInSpace = false;
    else if (kind === SPACE && !endsInSpace) endsInSpace = true;
    else break;
  }
  if (index === text.length && !endsInSpace) return text;
  let folded = text.slice(0, index);
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) return foldOther(text);
    const spelling = ASCII[code] ?? '';
    if (spelling === ' ') {
      if (endsInSpace) continue;
      endsInSpace = true;
    } else if (spelling !== '') endsInSpace = false;
    folded += spelling;
  }
  return endsInSpace ? folded.trimEnd() : folded;
}

const LETTER = 1;
const SPACE = 2;
const KINDS = new Uint8Array(128);
const ASCII: string[] = [];
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9]/.test(sign)) KINDS[code] = LETTER;
  if (sign === ' ') KINDS[code] = SPACE;
  // "!" is how a keyboard writes the click letter ǃ in Khoekhoe names; the letter is dropped too.
  ASCII[code] = /[a-z0-9]/i.test(sign) ? sign.toLowerCase() : /['`!]/.test(sign) ? '' : ' ';
}

const APOSTROPHES =
  /[\u00b4\u02b9-\u02bf\u02c8\u02cb\u2018-\u201b\u2032\u2035\u055a\u05f3\ua78b\ua78c\uff07\u1ffd\u1fef\u0384]/g;

/** Everything that is not plain ASCII. The result is known per sign, so each sign is worked out once and remembered. */
function foldOther(text: string): string {
  let folded = '';
  for (const sign of text.replace(APOSTROPHES, '').normalize('NFKC')) {
    const code = sign.codePointAt(0) ?? 0;
    folded += code < 128 ? (ASCII[code] ?? '') : spellingOf(sign);
  }
  return folded.replace(/ {2,}/g, ' ').trim();
}

const spellings = new Map<string, string>();

function spellingOf(sign: string): string {
  const known = spellings.get(sign);
  if (known !== undefined) return known;
  const spelling = spell(sign);
  if (spellings.size < 50_000) spellings.set(sign, spelling);
  return spelling;
}

function spell(sign: string): string {
  const lower = sign.toLowerCase();
  const whole = TRANSLITERATION.get(lower);
  if (whole !== undefined) return whole;
  let spelling = '';
  for (const part of lower.replace(APOSTROPHES, '').normalize('NFKD')) spelling += spellPart(part);
  return spelling;
}

const DROPPED_MARKS =
  /^[\p{Script=Inherited}\p{Cf}\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u135d-\u135f]$/u;

function spellPart(part: string): string {
  const code = part.codePointAt(0) ?? 0;
  if (code < 128) return ASCII[code] ?? '';
  const known = TRANSLITERATION.get(part.toLowerCase());
  if (known !== undefined) return known;
  if (DROPPED_MARKS.test(part)) return '';
  if (/^\p{Nd}$/u.test(part)) return String(digitOf(code));
  // Vowel signs of Indic and other scripts are marks by class but letters by meaning: dropping them would merge names.
  if (/^[\p{L}\p{N}\p{M}]$/u.test(part)) return `u${code.toString(16).padStart(4, '0')}`;
  return ' ';
}

/** Decimal digits of a script stand in a row of ten: the value is how many digits stand before. */
function digitOf(code: number): number {
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
