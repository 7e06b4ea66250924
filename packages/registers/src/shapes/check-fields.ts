import { fieldsOfCondition } from '../conditions/fields-of-condition.ts';
import type { RecordDeclaration } from '../declaration.ts';
import type { FieldDeclaration } from '../field.ts';
import { kindMeanings } from '../kinds/kind-meanings.ts';

/** Column names that the store adds to every table of records. */
export const RESERVED_NAMES: readonly string[] = [
  'record_id',
  'record_version',
  'delivery_id',
  'agency',
  'source_file',
  'source_sheet',
  'source_row',
  'valid_from_time',
  'valid_to_time',
  'recorded_at',
  'recorded_by',
  'is_synthetic',
  'person_id',
];

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Says what is wrong with the fields, key and rules of a declaration. */
export function checkFields(declaration: RecordDeclaration): readonly string[] {
  const problems: string[] = [];
  const names = new Set<string>();
  if (!SNAKE_CASE.test(declaration.id)) problems.push(`the id "${declaration.id}" is not snake_case`);
  if (declaration.label.en === '') problems.push('it has no English label');
  for (const field of declaration.fields) {
    if (names.has(field.name)) problems.push(`field "${field.name}" is declared twice`);
    names.add(field.name);
    problems.push(...checkField(field));
  }
  const known = (name: string, where: string): void => {
    if (!names.has(name)) problems.push(`${where} names the unknown field "${name}"`);
  };
  for (const field of declaration.fields) {
    if (field.requiredWhen === undefined) continue;
    for (const name of fieldsOfCondition(field.requiredWhen)) known(name, `requiredWhen of "${field.name}"`);
  }
  if (declaration.key.length === 0) problems.push('it has no key');
  for (const name of declaration.key) known(name, 'the key');
  known(declaration.datedBy, 'datedBy');
  problems.push(...checkRules(declaration, known));
  return problems;
}

function checkField(field: FieldDeclaration): readonly string[] {
  const problems: string[] = [];
  const at = `field "${field.name}"`;
  if (!SNAKE_CASE.test(field.name)) problems.push(`${at} is not snake_case`);
  if (field.name.length > 63) problems.push(`${at} is longer than the 63 characters of a column name`);
  if (RESERVED_NAMES.includes(field.name)) problems.push(`${at} has a name that the store keeps for itself`);
  if (!(field.kind in kindMeanings)) problems.push(`${at} is of the unknown kind "${field.kind}"`);
  if (field.kind === 'code' && field.classification === undefined)
    problems.push(`${at} is a code without classification`);
  if (field.kind === 'country' && field.classification === undefined) {
    problems.push(`${at} is a country without classification`);
  }
  if (field.required === true && field.requiredWhen !== undefined) {
    problems.push(`${at} is both required and required under a condition`);
  }
  if (field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum) {
    problems.push(`${at} has a minimum above its maximum`);
  }
  return problems;
}

function checkRules(declaration: RecordDeclaration, known: (name: string, where: string) => void): readonly string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const rule of declaration.rules) {
    if (ids.has(rule.id)) problems.push(`rule "${rule.id}" is declared twice`);
    ids.add(rule.id);
    if (rule.fields.length === 0) problems.push(`rule "${rule.id}" points at no field`);
    for (const name of rule.fields) known(name, `rule "${rule.id}"`);
    for (const name of fieldsOfCondition(rule.must)) known(name, `the condition of rule "${rule.id}"`);
  }
  return problems;
}
