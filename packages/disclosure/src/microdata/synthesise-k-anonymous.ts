import type { Attributes } from './count-combinations.ts';

/**
 * Makes records in which every combination of values, over all attributes, is one that at least `k` real persons have (the k-anonymity synthesis of
 * the Counter Trafficking Data Collaborative). A synthetic record grows value by value in random order as long as at least k records share all that it
 * has; values that would make the combination rarer stay unstated. Which real record leads is drawn without replacement. For one release only: two
 * releases of changed data can be compared with each other.
 */
export function synthesiseKAnonymous(
  records: readonly Attributes[],
  { k, random }: { readonly k: number; readonly random: () => number },
): readonly Attributes[] {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError('k is a whole number of 2 or more.');
  const width = records[0]?.length ?? 0;
  const having = records[0]?.map(() => new Map<string, number[]>()) ?? [];
  for (const [index, record] of records.entries()) {
    for (const [attribute, value] of record.entries()) {
      if (value === '') continue;
      const own = having[attribute]?.get(value);
      if (own === undefined) having[attribute]?.set(value, [index]);
      else own.push(index);
    }
  }
  const synthetic = records.map((record): string[] => {
    const own = Array.from({ length: width }, () => '');
    let sharing: readonly number[] | undefined;
    for (const attribute of shuffled(width, random)) {
      const value = record[attribute] ?? '';
      if (value === '') continue;
      const next: readonly number[] =
        sharing === undefined
          ? (having[attribute]?.get(value) ?? [])
          : sharing.filter((index) => records[index]?.[attribute] === value);
      if (next.length < k) continue;
      own[attribute] = value;
      sharing = next;
    }
    return own;
  });
  // In another order, so that a row's place tells nothing.
  return shuffled(synthetic.length, random).map((index) => synthetic[index] ?? []);
}

function shuffled(size: number, random: () => number): readonly number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
