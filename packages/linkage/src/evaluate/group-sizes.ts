export interface GroupSizes {
  /** Records of each group, of those that count. */
  readonly sizes: Float64Array;
  /** Pairs of records of one group, over all groups. */
  readonly pairs: number;
  /** Of those the ones across two sources. */
  readonly pairsAcross: number;
}

/** Counts pairs within groups without enumerating them: Σ n(n - 1)/2. Records of group -1, and those that don't count, are left out. */
export function groupSizes(
  groupOf: Int32Array,
  groups: number,
  sourceOf: Uint16Array,
  counts: (record: number) => boolean = () => true,
): GroupSizes {
  const sizes = new Float64Array(groups);
  const sources = countSources(sourceOf);
  const keys = new Float64Array(groupOf.length);
  let [known, pairs, pairsWithin] = [0, 0, 0];
  for (let record = 0; record < groupOf.length; record += 1) {
    const group = groupOf[record] as number;
    if (group < 0 || !counts(record)) continue;
    pairs += sizes[group] as number;
    sizes[group] = (sizes[group] as number) + 1;
    keys[known] = group * sources + (sourceOf[record] as number);
    known += 1;
  }
  const sorted = keys.subarray(0, known).sort();
  for (let at = 1, run = 0; at < sorted.length; at += 1) {
    run = sorted[at] === sorted[at - 1] ? run + 1 : 0;
    pairsWithin += run;
  }
  return { sizes, pairs, pairsAcross: pairs - pairsWithin };
}

export function countSources(sourceOf: Uint16Array): number {
  let sources = 1;
  for (const source of sourceOf) if (source >= sources) sources = source + 1;
  return sources;
}
