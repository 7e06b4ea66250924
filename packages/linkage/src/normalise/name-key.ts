import { consonantsInKey } from './name-key-consonants.ts';
import { type KeyContext, SHAPES } from './name-key-context.ts';
import { vowelsInKey } from './name-key-vowels.ts';

/**
 * The form in which spelling variants of one folded name word agree: Tšepo, Tshepo and Ts'epo; Lineo and Dineo;
 * Moeketsi and Mooketsi; Müller and Mueller; Meyer and Maier. The key keeps every syllable and the vowels, so that
 * Thabo, Tebeho and Thabiso stay apart; it is not for reading: "c" stands for ts, "x" for sh and ch. Words with digits
 * are their own key. /
 */
export function nameKey(token: string): string {
  if (token.length < 2 || NOT_A_WORD.test(token)) return token;
  for (const [letter, spelling, key] of STEMS) {
    if (token.charCodeAt(0) !== letter) continue;
    const found = spelling.exec(token);
    if (found !== null) return found[1] === undefined || found[1] === '' ? key : key + nameKey(found[1]);
  }
  let word = withPlainSpelling(token);
  const shape = shapeOf(word, token);
  if ((shape & SHAPES.bantu) === 0 && SILENT_E.test(word)) word = word.slice(0, -1);
  let key = '';
  let start = 0;
  while (start < word.length) {
    const isVowel = VOWELS[word.charCodeAt(start) & 31] === 1;
    let end = start + 1;
    while (end < word.length && (VOWELS[word.charCodeAt(end) & 31] === 1) === isVowel) end++;
    const context: KeyContext = {
      shape,
      isStart: start === 0,
      isEnd: end === word.length,
      next: word.charCodeAt(end) & 31,
    };
    const run = word.slice(start, end);
    if (isVowel)
      key += start === 1 && run.length === 2 && MO_BEFORE_VOWEL_STEM.test(word) ? 'o' : vowelsInKey(run, context);
    else key += consonantsInKey(run, context);
    start = end;
  }
  const isSon = (shape & SHAPES.bantu) === 0 && key.length > 4 && key.endsWith('son');
  return isSon ? `${key.slice(0, -3)}sen` : key;
}

const NOT_A_WORD = /[^a-z]/;
const VOWELS = new Uint8Array(32);
for (const vowel of 'aeiouwy') VOWELS[vowel.charCodeAt(0) & 31] = 1;

/** Clarke and Browne, not Blake: there the e tells Blake from Black. */
const SILENT_E = /..[^aeiouy][^aeiouy]e$/;

/** The prefix mo- before a stem in o- or e-: Moeketsi and Mooketsi, Moeletsi and Mooletsi. */
const MO_BEFORE_VOWEL_STEM = /^mo[eo][^aeiouwy]/;

/**
 * Names whose variants follow no rule: the first letter, their spellings, with what follows kept apart, and their key.
 */
const STEMS: readonly (readonly [number, RegExp, string])[] = [
  stem(/^m[aou]h[ao]m+[aeiou]d+(?!i)(.*)$/, 'mohamed'),
  stem(/^m[ou]h?d$/, 'mohamed'),
  stem(/^ah+a?m+[ae]d$/, 'ahmad'),
  stem(/^h[ou]s+[ae][iy]e?n$/, 'husein'),
  stem(/^y[ou]+s+[eiou]+ph?f?$/, 'iusuf'),
  stem(/^cath?[ae]?r[iy]n+e?$/, 'katrin'),
  stem(/^kath?[ae]?r[iy]n+e?$/, 'katrin'),
  stem(/^coet[sz]+e+$/, 'kotsi'),
  stem(/^kot[sz]+e+$/, 'kotsi'),
  stem(/^ste(?:ph|f|v)+[ae]n$/, 'steven'),
  stem(/^je?(?:ff|ph)r[ei]?y$/, 'jefri'),
  stem(/^geo(?:ff|ph)r[ei]*y$/, 'jefri'),
];

function stem(spelling: RegExp, key: string): readonly [number, RegExp, string] {
  return [spelling.source.charCodeAt(1), spelling, key];
}

/**
 * Doubled letters are single, y beside a consonant or at the end is i, Mac before a consonant is Mc, ch in names from
 * Greek and Hebrew is k, Dutch ij after e and before k is i.
 */
function withPlainSpelling(token: string): string {
  let word = DOUBLED.test(token) ? token.replace(ALL_DOUBLED, '$1') : token;
  if (word.includes('y')) word = word.replace(/ey$/, 'i').replace(/y(?![aeiouwy])/g, 'i');
  if (word.length < 5) return word;
  if (word.startsWith('mac') && MAC.test(word)) word = `mc${word.slice(3)}`;
  if (word.includes('ch')) word = word.replace(CH_AS_K, '$1k');
  if (word.includes('ij')) word = word.replace(/eij|ij(?=k)/g, (letters) => letters.slice(0, -1));
  return word;
}

const DOUBLED = /(.)\1/;
const ALL_DOUBLED = /(.)\1+/g;
const CH_AS_K = /^(mi|ni|za|joa)ch(?=ae|ol|ar|im)/;
const MAC = /^mac(?:[bdfgjlmnpqstv]|k[aeiouy]+[^aeiouy])/;

/**
 * A name of open syllables without clusters that Bantu languages do not have; -ng may end it. Sesotho has no c, v, x, z
 * and no nd.
 */
const BANTU =
  /^(?:(?:mn?|n)?(?:tsh|tlh|tjh|kgh|ts|tz|tl|tj|th|sh|ph|pj|kh|kg|hl|gc|gq|gx|dl|dh|ch|bh|qh|[bcdfghjklpqrstvxyz])?w?[aeiou])+(?:ng)?$/;
const NOT_SESOTHO =
  /[vxz]|y$|dd|gg|c(?!h)|bh|dl|n[dg][aeiou]*d|rd|dy|^d.{0,3}$|^dian|.d[iy](?:a|o|e$)|^.{0,2}d[iy]$|^heidi/;
const F_AS_PH =
  /^(?:phili[bp]|phile|phyl|soph|steph|euph|opheli|daph|raphae|jos[ei]ph|chr?istoph|phoeb|theoph|zeph|seraph)|(?:phine|phie|phia)$/;

function shapeOf(word: string, token: string): number {
  let shape = 0;
  if (BANTU.test(word)) {
    shape = SHAPES.bantu;
    if (!NOT_SESOTHO.test(token)) shape |= SHAPES.sesotho;
    if (word.includes('ph') && F_AS_PH.test(word)) shape |= SHAPES.phAsF;
  } else shape = SHAPES.phAsF;
  return shape;
}
