import { groupFields } from '../records/field-groups.ts';
import type { BlockingRule, KeyPart, KeyTransform, LinkField } from './link-spec.ts';
import type { SpecProblem } from './spec-problem.ts';

const TRANSFORMS: readonly KeyTransform[] = [
  'value',
  'sound',
  'word',
  'either_order',
  'first_1',
  'first_3',
  'last_6',
  'user',
  'date',
  'year',
  'year_month',
  'month_day',
  'look_alike',
];

/**
 * Reads blocking rules: each a list of parts that must all agree. A part is a field's name, `field:transform`, or an object with `field` and
 * `by`; a rule may be one text with `+` between its parts. Fields that are read together (two given names) block together.
 */
export function parseBlocking(
  value: unknown,
  fields: Readonly<Record<string, LinkField>>,
  problems: SpecProblem[],
): readonly BlockingRule[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0) {
    problems.push({ at: 'blocking', message: 'a list of rules is wanted: [["surname","dob"],["document_number"]]' });
    return undefined;
  }
  const groups = groupFields({ fields, mode: 'dedupe' });
  const names = [...new Set(groups.flatMap(({ name, members }) => [name, ...members]))];
  const find = (name: string) =>
    groups.find((group) => group.name === name)?.name ??
    groups.filter(({ members }) => members.includes(name)).at(-1)?.name;
  return value.map((rule, index): BlockingRule => {
    const at = `blocking[${index}]`;
    const parts: readonly unknown[] = typeof rule === 'string' ? rule.split('+') : Array.isArray(rule) ? rule : [rule];
    return parts.flatMap((part): KeyPart[] => {
      const read = readPart(part);
      const field = read === null ? undefined : find(read.field);
      if (read === null || field === undefined) {
        problems.push({ at, message: `${JSON.stringify(part)} is no field; there are ${names.join(', ')}` });
        return [];
      }
      const by = TRANSFORMS.find((transform) => transform === read.by);
      if (by === undefined) {
        problems.push({ at, message: `"${read.by}" is no way to see a field; accepted are ${TRANSFORMS.join(', ')}` });
        return [];
      }
      const other = read.with === undefined ? undefined : find(read.with);
      if (by === 'either_order' && other === undefined) {
        problems.push({
          at,
          message: '"either_order" needs the other name: {"field":"given_name","by":"either_order","with":"surname"}',
        });
        return [];
      }
      return [{ field, by, ...(other === undefined ? {} : { with: other }) }];
    });
  });
}

function readPart(part: unknown): { field: string; by: string; with?: string } | null {
  if (typeof part === 'string') {
    const [field = '', by = 'value'] = part.split(':').map((text) => text.trim());
    return { field, by };
  }
  if (typeof part !== 'object' || part === null) return null;
  const { field, by = 'value', with: other } = part as Readonly<Record<string, unknown>>;
  if (typeof field !== 'string' || typeof by !== 'string') return null;
  return { field, by, ...(typeof other === 'string' ? { with: other } : {}) };
}
