import type { FieldColumn } from '../records/record-set.ts';
import type { BlockingRule, KeyPart, KeyTransform, LinkKind } from '../spec/link-spec.ts';

/** A key part that rules are made of, and how often it agrees between two records of one person that both state it. */
export interface Atom {
  readonly part: KeyPart;
  /** Fields it looks at. */
  readonly fields: readonly string[];
  readonly agrees: number;
}

/** Transforms of each kind with the share of one person's records that agree on them: what is assumed before anything is learnt. */
const givenAtoms: Agreement = [
  ['sound', 0.87],
  ['first_3', 0.9],
  ['first_1', 0.96],
];
const familyAtoms: Agreement = [
  ['word', 0.9],
  ['first_3', 0.92],
  ['first_1', 0.96],
];
const atomsOf: Readonly<Record<LinkKind, Agreement>> = {
  person_name: givenAtoms,
  date: [
    ['date', 0.87],
    ['year_month', 0.91],
    ['month_day', 0.91],
    ['year', 0.95],
  ],
  sex: [['value', 0.97]],
  country: [['value', 0.95]],
  document_number: [['look_alike', 0.75]],
  identifier: [['look_alike', 0.88]],
  phone: [['last_6', 0.7]],
  email: [
    ['value', 0.65],
    ['user', 0.75],
  ],
  place: [['word', 0.8]],
  address: [['word', 0.75]],
  postcode: [
    ['value', 0.75],
    ['first_3', 0.85],
  ],
  code: [['value', 0.85]],
  text: [['word', 0.75]],
  number: [['value', 0.8]],
};

type Agreement = readonly (readonly [KeyTransform, number])[];

/** Kinds that tell too little of who somebody is to pair records up by, where there is anything else. */
const isVague: ReadonlySet<LinkKind> = new Set(['sex', 'country', 'code', 'text', 'number']);

export function atomsOfFields(all: readonly Pick<FieldColumn, 'name' | 'field'>[]): readonly Atom[] {
  const telling = all.filter(({ field }) => !isVague.has(field.kind));
  const fields = telling.length > 1 ? telling : all;
  const atoms: Atom[] = fields.flatMap(({ name, field }) =>
    (field.kind === 'person_name' && field.part === 'family' ? familyAtoms : atomsOf[field.kind]).map(
      ([by, agrees]) => ({ part: { field: name, by }, fields: [name], agrees }),
    ),
  );
  const given = fields.find(({ field }) => field.kind === 'person_name' && field.part === 'given')?.name;
  const family = fields.find(({ field }) => field.kind === 'person_name' && field.part === 'family')?.name;
  if (given !== undefined && family !== undefined) {
    const part: KeyPart = { field: given, by: 'either_order', with: family };
    atoms.push({ part, fields: [given, family], agrees: 0.78 });
  }
  return atoms;
}

/**
 * Rules of one, two and three atoms, no field twice in one rule: what the choice is made from. A rule that is cheap by itself is
 * not narrowed any further.
 */
export function weighRules<T extends { readonly cost: number; readonly leftOut: number }>(
  atoms: readonly Atom[],
  weigh: (rule: readonly number[]) => T,
  cheap: number,
): readonly (T & { readonly rule: readonly number[] })[] {
  const weighed: (T & { readonly rule: readonly number[] })[] = [];
  const extend = (rule: readonly number[], from: number) => {
    for (let a = from; a < atoms.length; a += 1) {
      const atom = atoms[a] as Atom;
      if (rule.some((b) => atoms[b]?.fields.some((field) => atom.fields.includes(field)))) continue;
      const longer = [...rule, a];
      const own = weigh(longer);
      weighed.push({ ...own, rule: longer });
      if (longer.length < 3 && (own.cost > cheap || own.leftOut > 0)) extend(longer, a + 1);
    }
  };
  extend([], 0);
  return weighed;
}

export function ruleOf(atoms: readonly Atom[], rule: readonly number[]): BlockingRule {
  return rule.flatMap((a) => (atoms[a] === undefined ? [] : [atoms[a].part]));
}

const words: Readonly<Record<KeyTransform, string>> = {
  value: '',
  sound: ' sounds alike',
  word: ' has a word that sounds alike',
  either_order: '',
  first_1: ': first letter',
  first_3: ': first three letters',
  last_6: ': last six figures',
  user: ' before @',
  date: '',
  year: ': year',
  year_month: ': year and month',
  month_day: ': month and day',
  look_alike: '',
};

/** A rule as a person reads it: `surname sounds alike + date of birth: year`. */
export function labelOfRule(rule: BlockingRule): string {
  if (rule.length === 0) return 'all pairs';
  return rule
    .map(({ field, by, with: other }) => `${field}${other === undefined ? words[by] : ` and ${other} in either order`}`)
    .join(' + ')
    .replaceAll('_', ' ');
}
