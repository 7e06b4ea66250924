import type { FieldDeclaration } from '@leeto/registers';
import { headerForm } from '../header-form.ts';

/** Words of headers that mean the same; the first stands for all of them. */
const synonyms: readonly (readonly string[])[] = [
  ['number', 'no', 'num', 'nr', 'nbr', 'numero', 'nomoro', '#'],
  ['date', 'dt', 'day', 'letsatsi', 'data', 'on'],
  ['country', 'state', 'nation', 'naha', 'pays', 'pais', 'ctry', 'cntry'],
  ['nationality', 'citizenship', 'citizen', 'nationalite', 'nacionalidade', 'bochaba', 'cit', 'natl', 'nat'],
  ['birth', 'born', 'naissance', 'nascimento', 'tsoalo', 'bir'],
  ['sex', 'gender', 'boleng', 'sexe', 'sexo'],
  ['surname', 'family', 'last', 'lname', 'fane', 'apelido'],
  ['given', 'first', 'fore', 'forename', 'forenames', 'christian', 'fname', 'prenom'],
  ['name', 'names', 'nom', 'nome', 'mabitso', 'lebitso'],
  ['passport', 'document', 'doc', 'phasepote', 'traveldoc', 'pp', 'ppt'],
  ['port', 'post', 'border', 'gate', 'poe', 'crossing'],
  ['purpose', 'reason', 'motive', 'sepheo'],
  ['permit', 'licence', 'authorisation', 'authorization'],
  ['valid', 'validity', 'expiry', 'expires', 'expiration', 'exp'],
  ['from', 'start', 'begin', 'issue', 'issued', 'commencement'],
  ['until', 'to', 'end', 'till'],
  ['residence', 'resident', 'res', 'residing'],
  ['occupation', 'job', 'profession', 'mosebetsi'],
  ['employer', 'company', 'firm', 'mohiri'],
  ['district', 'setereke'],
  ['application', 'applied', 'app', 'submitted', 'lodged'],
  ['decision', 'decided', 'outcome', 'status', 'result'],
  ['id', 'identifier', 'reference', 'ref', 'serial', 'record'],
];

const canonical = new Map(synonyms.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)));
const ignored = new Set([
  'of',
  'the',
  'in',
  'at',
  'a',
  'an',
  'and',
  'for',
  'by',
  'de',
  'do',
  'da',
  'du',
  'la',
  'le',
  'ea',
  'person',
  's',
]);

function tokensOf(form: string): ReadonlySet<string> {
  return new Set(
    form
      .split(' ')
      .filter((word) => word !== '' && !ignored.has(word))
      .map((word) => canonical.get(word) ?? canonical.get(word.replace(/s$/, '')) ?? word),
  );
}

/** The forms under which a field may stand in a header. */
function formsOf(field: FieldDeclaration): readonly string[] {
  const { name, label, aliases = [] } = field;
  return [name, label.en, label.st ?? '', ...aliases].map(headerForm).filter((form) => form !== '');
}

/** Scores how well headers fit fields, 0 to 1: 1 the same words, less for words in common. Words are split up once. */
export function makeHeaderScore() {
  const known = new Map<FieldDeclaration, readonly (readonly [string, ReadonlySet<string>])[]>();
  return (field: FieldDeclaration, header: string, headerParts: readonly string[] = []): number => {
    const forms = known.get(field) ?? formsOf(field).map((form) => [form, tokensOf(form)] as const);
    known.set(field, forms);
    const last = headerParts.at(-1) ?? header;
    return Math.max(
      scoreForm(headerForm(header), forms),
      last === header ? 0 : scoreForm(headerForm(last), forms) * 0.95,
    );
  };
}

function scoreForm(form: string, forms: readonly (readonly [string, ReadonlySet<string>])[]): number {
  if (form === '') return 0;
  const tokens = tokensOf(form);
  let best = 0;
  for (const [candidate, wanted] of forms) {
    if (candidate === form || candidate.replaceAll(' ', '') === form.replaceAll(' ', '')) return 1;
    let shared = 0;
    for (const token of tokens) if (wanted.has(token)) shared += 1;
    const union = tokens.size + wanted.size - shared;
    const score = union === 0 ? 0 : shared / union;
    best = Math.max(best, score === 1 ? 0.95 : score * 0.85);
  }
  return best;
}
