import type { Entries } from '../link-result.ts';
import type { LinkageModel } from '../model.ts';
import type { ScoredPairs } from '../predict/scored-pairs.ts';
import type { RecordSet } from '../records/record-set.ts';
import type { clusterPairs } from './cluster-pairs.ts';
import type { PairDecision } from './decided-pairs.ts';
import type { PersonClusters } from './person-clusters.ts';

/**
 * Makes persons of records out of scored pairs of entries. Records of one entry are one person where the entry's weight against its
 * double reaches the threshold, or where the entry was linked to another.
 */
export function personsOfRecords(
  records: RecordSet,
  entries: Entries,
  pairs: ScoredPairs,
  selfWeight: Float64Array,
  model: LinkageModel,
  decisions: readonly PairDecision[],
  cluster: typeof clusterPairs,
  isImpossible: (a: number, b: number) => boolean,
): PersonClusters {
  const threshold = model.thresholds.match;
  const isUnique = records.sources.some((source) => source.isUnique);
  const uniqueSourceOf = isUnique
    ? Int32Array.from(entries.firstOf, (record) => {
        const source = records.sourceOf[record] as number;
        return records.sources[source]?.isUnique ? source : -1;
      })
    : null;
  const outcome = cluster({
    count: entries.count,
    pairs: pairs.count,
    left: pairs.left,
    right: pairs.right,
    weight: pairs.weight,
    threshold,
    isImpossible,
    ...(uniqueSourceOf === null ? {} : { uniqueSourceOf, oneToOne: true }),
    decisions: decisions.map(({ left, right, verdict }) => ({
      left: entries.entryOf[left] as number,
      right: entries.entryOf[right] as number,
      verdict,
    })),
  });
  const sizes = new Int32Array(outcome.clusters);
  for (const own of outcome.clusterOf) sizes[own] = (sizes[own] as number) + 1;
  const personOf = new Int32Array(records.size);
  const personOfCluster = new Int32Array(outcome.clusters).fill(-1);
  let persons = 0;
  for (let record = 0; record < records.size; record += 1) {
    const entry = entries.entryOf[record] as number;
    const own = outcome.clusterOf[entry] as number;
    const source = uniqueSourceOf === null ? -1 : (uniqueSourceOf[entry] as number);
    const isOne = source < 0 && ((sizes[own] as number) > 1 || !((selfWeight[entry] as number) < threshold));
    if (isOne && (personOfCluster[own] as number) >= 0) {
      personOf[record] = personOfCluster[own] as number;
      continue;
    }
    if (!isOne && (personOfCluster[own] as number) >= 0 && source >= 0 && record === entries.firstOf[entry]) {
      personOf[record] = personOfCluster[own] as number;
      continue;
    }
    personOf[record] = persons;
    if ((personOfCluster[own] as number) < 0) personOfCluster[own] = persons;
    persons += 1;
  }
  const heldBack = outcome.heldBack.map((edge) => ({
    ...edge,
    left: entries.firstOf[edge.left] as number,
    right: entries.firstOf[edge.right] as number,
  }));
  return { personOf, persons, heldBack };
}
