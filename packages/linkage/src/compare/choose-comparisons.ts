import type { FieldColumn } from '../records/record-set.ts';
import type { LevelChoice } from '../spec/level-choice.ts';
import type { Comparison, LevelDeclaration } from './comparison.ts';
import { familyNameLevels, givenNameLevels } from './name-levels.ts';
import { ownLevels } from './own-levels.ts';
import { valueLevels } from './value-levels.ts';

/** One comparison for each field, by its kind. Given and family names know each other, so that swapped names are seen. */
export function chooseComparisons(fields: readonly Pick<FieldColumn, 'name' | 'field'>[]): readonly Comparison[] {
  const nameOf = (part: string) =>
    fields.find(({ field }) => field.kind === 'person_name' && field.part === part)?.name;
  const given = nameOf('given');
  const family = nameOf('family');
  return fields.map(({ name, field }) => {
    const kindLevels = levelsOf(name, field, { given, family });
    const levels = field.levels === undefined ? kindLevels : ownLevels(field.levels, kindLevels);
    const base = { id: name, label: { en: inWords(name) }, fields: [name], levels };
    // A family name may be silent only where the given names have a level that counts the swap.
    const partner = fields.find((other) => other.name === given)?.field;
    const countsSwap = partner?.levels === undefined || partner.levels.some(isSwap);
    return name === family && given !== undefined && countsSwap ? { ...base, silentIfSwapped: given } : base;
  });
}

/** The levels that a field has by its kind and part. */
export function levelsOf(
  name: string,
  { kind, part }: Pick<FieldColumn['field'], 'kind' | 'part'>,
  { given, family }: { readonly given: string | undefined; readonly family: string | undefined },
): readonly LevelDeclaration[] {
  if (name === given) return givenNameLevels(family);
  return name === family || (kind === 'person_name' && part === 'family') ? familyNameLevels() : valueLevels[kind];
}

function isSwap(level: LevelChoice): boolean {
  return typeof level === 'string' ? level === 'swapped' : level.test.is === 'swapped_with';
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ').replaceAll('+', ', ');
}
