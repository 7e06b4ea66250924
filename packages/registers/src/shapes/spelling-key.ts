/**
 * The form in which two spellings of the same name agree: no case, diacritics or punctuation, "&" as "and", "St." as
 * "saint", and the abbreviations that publishers of country names use written out. Returns '' for a spelling without
 * letters or digits.
 */
export function spellingKey(spelling: string): string {
  const plain = spelling
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđıßæœþð]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (!ABBREVIATED.test(plain)) return plain;
  return plain
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ');
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'saint',
  dem: 'democratic',
  rep: 'republic',
  is: 'islands',
  isl: 'islands',
  isls: 'islands',
  fed: 'federated',
  prov: 'province',
  terr: 'territory',
  dept: 'department',
  govt: 'government',
  intl: 'international',
};

const ABBREVIATED = new RegExp(`(^| )(${Object.keys(ABBREVIATIONS).join('|')})( |$)`);
