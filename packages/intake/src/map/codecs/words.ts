const form = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_✓✗]+/gu, ' ')
    .trim();

const table = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(entries).flatMap(([value, words]) => words.split('|').map((word) => [form(word), value] as const)),
  );

/** ISO 5218 numbers, and words in English, Sesotho, French, Portuguese. `''`: said to be not known. */
const sexes = table({
  M: 'm|male|males|man|men|boy|1|monna|banna|e motona|botona|moshanyana|h|homme|hommes|masculin|masculino|homem|hombre',
  F: 'f|female|females|woman|women|girl|2|mosali|mosadi|basali|e motsehali|botsehali|ngoanana|femme|femmes|feminin|feminino|mulher|mujer',
  X: 'x|other|non binary|nonbinary|intersex|diverse|unspecified',
  _T: '_t|t|total|both|both sexes|both sexes combined|all|les deux sexes|ambos os sexos',
  '': '0|9|u|unknown|not known|not stated|undetermined|_u',
});

const booleans = table({
  true: 'true|yes|y|1|t|oui|o|sim|s|e|ee|si|x|✓|checked|on',
  false: 'false|no|n|0|f|non|nao|che|tjhe|✗|unchecked|off',
});

/** M, F, X or _T; '' where the text says that it is not known; undefined where it is no word for a sex. */
export const findSex = (text: string): string | undefined => sexes.get(form(text));

/** 'true' or 'false', or undefined. */
export const findBoolean = (text: string): string | undefined => booleans.get(form(text));

const nulls = new Set(
  [
    '',
    '-',
    '--',
    '---',
    '—',
    '–',
    '.',
    '..',
    '...',
    '…',
    '?',
    'n/a',
    'na',
    'n.a.',
    'n.a',
    '#n/a',
    '#n/d',
    '#ref!',
    '#value!',
  ]
    .concat(['null', '(null)', 'nil', 'none', 'nan', 'nat', '<na>', 'not stated', 'not available', 'not applicable'])
    .concat(['not reported', 'not known', 'unknown', 'unspecified', 'missing', 'blank', 'no data', 'nd', 'n.d.', 's/o'])
    .concat(['non disponible', 'inconnu', 'desconhecido', 'ha e tsejoe', 'ha ho letho']),
);

/** Whether a text means "not stated" wherever it stands. */
export const isNullWord = (text: string): boolean => text.length <= longestNull && nulls.has(text.toLowerCase());

const longestNull = Math.max(...[...nulls].map((word) => word.length));
