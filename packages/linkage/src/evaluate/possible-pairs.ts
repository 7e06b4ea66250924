import type { RecordSet } from '../records/record-set.ts';

/** Pairs of records that could be one person at all: across sources where those are only linked, never within a source that has nobody twice. */
export function possiblePairs({
  size,
  mode,
  sources,
  sourceOf,
}: Pick<RecordSet, 'size' | 'mode' | 'sources' | 'sourceOf'>): number {
  const counts = new Float64Array(sources.length);
  for (const source of sourceOf) counts[source] = (counts[source] ?? 0) + 1;
  const pairsOf = (records: number) => (records * (records - 1)) / 2;
  const within = sources.map(({ isUnique }, at) => ({ isUnique, pairs: pairsOf(counts[at] ?? 0) }));
  const sum = (parts: typeof within) => parts.reduce((total, { pairs }) => total + pairs, 0);
  if (mode === 'dedupe') return sum(within.filter(({ isUnique }) => !isUnique));
  return pairsOf(size) - sum(mode === 'link' ? within : within.filter(({ isUnique }) => isUnique));
}
