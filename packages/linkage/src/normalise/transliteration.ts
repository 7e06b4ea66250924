/**
 * Spellings in a–z for letters that have no decomposition into a Latin letter and marks. Cyrillic follows ICAO Doc
 * 9303-3, section 6.B; Latin letters take the plain form where ICAO has AE for Ä: the sound-alike key brings Mueller
 * and Müller together. Arabic follows the usual English spelling, for ICAO's table is made to be turned back and writes
 * names as nobody does; it and Hebrew give consonants alone, because vowels are rarely written in them. A value ''
 * drops the letter. /
 */
export const TRANSLITERATION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs(
      'ß=ss ẞ=ss ł=l ø=o đ=d ð=d þ=th æ=ae œ=oe ı=i ħ=h ŧ=t ŋ=ng ĸ=k ŀ=l ə=a ɓ=b ɗ=d ɖ=d ɛ=e ɔ=o ɣ=g ɩ=i ʋ=v ƴ=y ƙ=k ŉ=n ǝ=e ɲ=ny ʃ=sh ʒ=z ɡ=g ɨ=i ʉ=u ɵ=o ƒ=f ƥ=p ƭ=t ƈ=c ɠ=g ɦ=h ȷ=j ꞌ= ꞓ=c ǀ= ǁ= ǂ= ǃ= ≠=',
    ),
    ...pairs(
      'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia ђ=d є=ie ѕ=dz і=i ј=j љ=lj њ=nj ћ=c џ=dz ґ=g ғ=g қ=k ң=n ү=u ұ=u һ=h ә=a ө=o ҳ=h ҷ=ch ӣ=i ӯ=u ў=u',
    ),
    ...pairs('α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o'),
    ...pairs(
      'ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=d ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y ى=a ة=a ء= ٱ=a پ=p چ=ch ژ=zh گ=g ک=k ی=y ہ=h ھ=h ے=e ٹ=t ڈ=d ڑ=r ں=n ڤ=v ۀ=h ە=h ـ=',
    ),
    ...pairs(
      'א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=p צ=ts ץ=ts ק=k ר=r ש=sh ת=t',
    ),
    ...pairs(
      'ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev',
    ),
    ...pairs(
      'ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h',
    ),
    ...ethiopic(),
    ...hangul(),
    ...kana(),
  }),
);

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(
    list.split(' ').map((pair) => {
      const [letter = '', spelling = ''] = pair.split('=');
      return [letter, spelling];
    }),
  );
}

/** Ethiopic is a syllabary of rows of eight from U+1200: a consonant in seven orders of vowel and one with -wa. */
function ethiopic(): Record<string, string> {
  const rows = 'h l h m s r s sh q q q q b v t ch h h n ny  k k kh kh w  z zh y d d j g g gg t ch p ts ts f p'.split(
    ' ',
  );
  const vowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];
  const spellings: Record<string, string> = {};
  rows.forEach((consonant, row) => {
    vowels.forEach((vowel, order) => {
      const isVowelRow = consonant === '' && order === 0;
      spellings[String.fromCodePoint(0x1200 + row * 8 + order)] = isVowelRow ? 'a' : `${consonant}${vowel}`;
    });
  });
  return spellings;
}

/**
 * Korean syllables fall apart into these letters when decomposed; the spellings are those of the Revised Romanization.
 */
function hangul(): Record<string, string> {
  const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
  const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
  const finals = 'k k k n n n t l k m p t t p h m p p t t ng t t k t p h'.split(' ');
  const spellings: Record<string, string> = {};
  const add = (list: readonly string[], from: number): void => {
    list.forEach((spelling, index) => {
      spellings[String.fromCodePoint(from + index)] = spelling;
    });
  };
  add(initials, 0x1100);
  add(vowels, 0x1161);
  add(finals, 0x11a8);
  return spellings;
}

/** Hepburn spellings of hiragana and, 0x60 further on, of katakana. */
function kana(): Record<string, string> {
  const signs =
    'ぁ=a あ=a ぃ=i い=i ぅ=u う=u ぇ=e え=e ぉ=o お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi っ= つ=tsu て=te と=to な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo ゃ=ya や=ya ゅ=yu ゆ=yu ょ=yo よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n';
  const spellings = pairs(signs);
  for (const [sign, spelling] of Object.entries(spellings)) {
    spellings[String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0x60)] = spelling;
  }
  return { ...spellings, ー: '' };
}
