/** A record: a value per attribute; '' is not stated. */
export type Attributes = readonly string[];

/** How many records have each combination of up to `longest` attribute values. Keys as `combinationOf` writes them. */
export function countCombinations(records: readonly Attributes[], longest: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const key of combinationsOf(record, longest)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** All combinations of up to `longest` stated values of a record. */
export function combinationsOf(record: Attributes, longest: number): readonly string[] {
  const stated = record.flatMap((value, attribute) => (value === '' ? [] : [`${attribute}=${value}`]));
  let level: { readonly key: string; readonly last: number }[] = [{ key: '', last: -1 }];
  const keys: string[] = [];
  for (let length = 1; length <= longest; length += 1) {
    level = level.flatMap(({ key, last }) =>
      stated
        .slice(last + 1)
        .map((part, at) => ({ key: key === '' ? part : `${key}${SEPARATOR}${part}`, last: last + 1 + at })),
    );
    for (const { key } of level) keys.push(key);
  }
  return keys;
}

/** Stands between the parts of a combination, and in no value. */
export const SEPARATOR = '\u001f';

export function lengthOf(key: string): number {
  return key.split(SEPARATOR).length;
}
