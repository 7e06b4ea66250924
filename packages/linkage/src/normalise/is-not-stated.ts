/**
 * Whether a folded value says that nothing is known. Names have a list of their own: Na, Nil, Nan, Baby, Nothing and
 * Test are names or parts of names somewhere, so for a name they are placeholders only in forms that no person bears.
 * Everything else ('other': codes, documents, dates, places) has the wider list, without words that a code may mean:
 * no, other, expired, 0. /
 */
export function isNotStated(folded: string, kind: 'name' | 'other'): boolean {
  if (folded === '') return true;
  if (IN_NAMES.has(folded)) return true;
  if (kind === 'other' && ELSEWHERE.has(folded)) return true;
  const first = folded.charCodeAt(0);
  if (first !== X && first !== ZERO && first !== NINE) return false;
  if (kind === 'other') return /^(x[x ]*|0[0 ]{2,}|99[9 ]+)$/.test(folded);
  return /^(xx[x ]*|x x[x ]*|[0-9 ]+)$/.test(folded);
}

const X = 120;
const ZERO = 48;
const NINE = 57;

const IN_NAMES: ReadonlySet<string> = new Set(
  `unknown|unkown|unknow|unk|n a|not stated|not given|not known|not recorded|not available|not applicable|not provided|not specified
no name|noname|no given name|no first name|no middle name|no surname|no last name|first name|given name|given names|surname|last name|family name|middle name
sir name|forename|full name|name|names|fnu|lnu|fnu lnu|mnu|nfn|nmn|nln|first name unknown|last name unknown|name unknown|tbc|tba|tbd|to be confirmed|to be advised
to be determined|null|undefined|none|missing|unnamed|anonymous|anon|unidentified|refused|declined|withheld|john doe unknown
asdf|asdfgh|qwerty|abc|abcd|test test|test name|dummy|baby boy|baby girl|newborn|male child|female child
ha e tsejoe|ha e tsejwe|ha ho tsejoe|ha ho tsejwe|ha ho letho|ha le tsejoe|ha le tsejwe|ha e eo|ha e yo|ha eo|ha li eo|ha a tsejoe|ha a tsejwe|lebitso|ha ho lebitso
inconnu|inconnue|non renseigne|sans nom|sans prenom|nao informado|desconhecido|desconhecida|nao consta|sem nome|unbekannt|onbekend|nie bekend nie|geen naam|desconocido|desconocida
u4e0d u8be6|u4e0du8be6|u672au77e5`.split(/[|\n]/),
);

const ELSEWHERE: ReadonlySet<string> = new Set(
  `na|nan|nil|test|tests|testing|temp|tmp|none given|nothing|blank|geen|nenhum|aucun|unspecified|dk|dont know|do not know|nk|ns|n k|n s|letho|ha ke tsebe|invalid
undocumented|error|x|abc123`.split(/[|\n]/),
);
