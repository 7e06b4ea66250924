import type { LinkField, LinkSpec, NamePart } from '../spec/link-spec.ts';

/**
 * One compared aspect and the columns that it is read from: two given names become one, year, month and day become a date,
 * a full name becomes given names and a family name.
 */
export interface FieldGroup {
  /** Name of the field, or names joined by `+`. */
  readonly name: string;
  readonly field: LinkField;
  /** Names of the spec's fields, in the order in which their cells are read. */
  readonly members: readonly string[];
  /** For one half of a full name: which. */
  readonly half?: 'given' | 'family';
}

/** Groups the fields of a spec. A full name beside given and family names adds nothing and is left out. */
export function groupFields(spec: LinkSpec): readonly FieldGroup[] {
  const entries = Object.entries(spec.fields);
  const namesOf = (...parts: readonly NamePart[]) =>
    entries.filter(([, f]) => f.kind === 'person_name' && parts.some((part) => (f.part ?? 'full') === part));
  const given = namesOf('given', 'middle');
  const family = namesOf('family');
  const full = given.length > 0 || family.length > 0 ? [] : namesOf('full');
  const dates = entries.filter(([, f]) => f.kind === 'date' && f.part !== undefined);
  const groups: FieldGroup[] = [];
  const add = (members: typeof entries, field: LinkField, extra: Partial<FieldGroup> = {}) => {
    if (members.length === 0) return;
    groups.push({
      name: members.map(([name]) => name).join('+'),
      field,
      members: members.map(([name]) => name),
      ...extra,
    });
  };
  // Values within a member are told apart by its own separator; the group keeps the first one's.
  const separatorOf = (members: typeof entries) => {
    const separator = members.find(([, field]) => field.separator !== undefined)?.[1].separator;
    return separator === undefined ? {} : { separator };
  };
  const levelsOf = (members: typeof entries) => {
    const levels = members.find(([, field]) => field.levels !== undefined)?.[1].levels;
    return levels === undefined ? {} : { levels };
  };
  add(given, { kind: 'person_name', part: 'given', ...separatorOf(given), ...levelsOf(given) });
  add(family, { kind: 'person_name', part: 'family', ...separatorOf(family), ...levelsOf(family) });
  for (const entry of full) {
    const half = (part: 'given' | 'family') => {
      const field: LinkField = { kind: 'person_name', part, ...separatorOf([entry]) };
      groups.push({ name: `${entry[0]}.${part}`, field, members: [entry[0]], half: part });
    };
    half('given');
    half('family');
  }
  add(dates, { kind: 'date', ...levelsOf(dates) });
  for (const [name, field] of entries) {
    if (field.kind === 'person_name' || (field.kind === 'date' && field.part !== undefined)) continue;
    groups.push({ name, field, members: [name] });
  }
  return groups;
}
