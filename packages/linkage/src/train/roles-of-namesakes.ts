import type { Comparison, LevelTest } from '../compare/comparison.ts';
import type { FieldColumn } from '../records/record-set.ts';
import type { TrainingRoles } from './expectation-maximisation.ts';

type Kind = FieldColumn['field']['kind'];

/** Who bears the same names is of the same sex as a rule; names tell a people, and so a country, more or less. */
const sorts: Readonly<Partial<Record<Kind, 'same' | 'free'>>> = { person_name: 'same', sex: 'same', country: 'free' };
/** What two namesakes do not have in common, and what a person keeps: without one of these nothing would tell them from one person. */
const apart: ReadonlySet<Kind> = new Set(['date', 'document_number', 'identifier', 'phone', 'email']);

/** Levels of dates at which the year agrees, or nearly always does. */
const ofOneYear: ReadonlySet<LevelTest['is']> = new Set([
  'equal',
  'date_swapped',
  'date_last_figure',
  'date_one_edit',
  'date_partial',
  'date_year_and_part',
  'date_same_year',
]);

/** What namesakes have in common, by comparison; null where the fields could not tell them from one person. */
export function rolesOfNamesakes(
  comparisons: readonly Comparison[],
  fields: readonly Pick<FieldColumn, 'name' | 'field'>[],
): TrainingRoles['namesakes'] {
  const kindOf = new Map(fields.map(({ name, field }) => [name, field.kind]));
  const kinds = comparisons.map(({ fields: [name] }) => kindOf.get(name ?? '') ?? 'text');
  if (kinds.filter((kind) => kind === 'person_name').length < 2 || !kinds.some((kind) => apart.has(kind))) return null;
  return kinds.map((kind, c) => {
    if (kind !== 'date') return sorts[kind] ?? null;
    const levels = comparisons[c]?.levels ?? [];
    const toldBy = levels.findIndex(({ test }) => test.is === 'date_same_year');
    return toldBy < 0 ? null : { toldBy, isScaled: levels.map(({ test }) => ofOneYear.has(test.is)) };
  });
}
