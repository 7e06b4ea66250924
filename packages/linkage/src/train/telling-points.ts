import type { Comparison } from '../compare/comparison.ts';
import type { FieldColumn } from '../records/record-set.ts';

/** Levels at which names and dates are only vaguely alike: no agreement that would tell a person. */
const vague: ReadonlySet<string> = new Set(['similar', 'same_year', 'near', 'else']);

/** What a person is told by: one point for a name or a date, two for a number or an address that is a person's own. */
const worth: Readonly<Partial<Record<FieldColumn['field']['kind'], number>>> = {
  person_name: 1,
  date: 1,
  document_number: 2,
  identifier: 2,
  phone: 2,
  email: 2,
};

/** Points by comparison and level, and how many a pair needs to teach: two, or what the fields can give at most. */
export function tellingPoints(
  comparisons: readonly Comparison[],
  fields: readonly Pick<FieldColumn, 'name' | 'field'>[],
): { readonly points: readonly (readonly number[])[]; readonly needed: number } {
  const kindOf = new Map(fields.map(({ name, field }) => [name, field.kind]));
  const points = comparisons.map(({ fields: [name], levels }) => {
    const own = worth[kindOf.get(name ?? '') ?? 'text'] ?? 0;
    return levels.map(({ id, test }) =>
      test.is === 'else' || vague.has(id) ? 0 : test.is === 'swapped_with' ? 2 * own : own,
    );
  });
  const most = points.reduce((sum, own) => sum + Math.max(0, ...own), 0);
  return { points, needed: Math.min(2, most) };
}
