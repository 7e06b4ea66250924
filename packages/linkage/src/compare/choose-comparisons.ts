import type { FieldColumn } from '../records/record-set.ts';
import type { Comparison } from './comparison.ts';
import { familyNameLevels, givenNameLevels } from './name-levels.ts';
import { valueLevels } from './value-levels.ts';

/** One comparison for each field, by its kind. Given and family names know each other, so that swapped names are seen. */
export function chooseComparisons(fields: readonly Pick<FieldColumn, 'name' | 'field'>[]): readonly Comparison[] {
  const nameOf = (part: string) =>
    fields.find(({ field }) => field.kind === 'person_name' && field.part === part)?.name;
  const given = nameOf('given');
  const family = nameOf('family');
  return fields.map(({ name, field }) => {
    const base = { id: name, label: { en: inWords(name) }, fields: [name] };
    if (name === given) return { ...base, levels: givenNameLevels(family) };
    if (name === family) {
      return { ...base, levels: familyNameLevels(), ...(given === undefined ? {} : { silentIfSwapped: given }) };
    }
    return { ...base, levels: valueLevels[field.kind] };
  });
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ').replaceAll('+', ', ');
}
