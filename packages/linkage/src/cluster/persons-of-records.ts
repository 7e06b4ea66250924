import type { Entries } from '../link-result.ts';
import type { LinkageModel } from '../model.ts';
import type { ScoredPairs } from '../predict/scored-pairs.ts';
import type { RecordSet } from '../records/record-set.ts';
import type { clusterPairs } from './cluster-pairs.ts';
import type { PairDecision } from './decided-pairs.ts';
import type { PairEvidence } from './group-evidence.ts';
import type { PersonClusters } from './person-clusters.ts';
import { personNodes } from './person-nodes.ts';

/**
 * Makes persons of records out of scored pairs of entries. Records of one entry are one person where the entry's weight against its
 * double reaches the threshold, or where the entry was linked to another; where reviewers spoke of single records of it, each of them
 * goes where it belongs.
 */
export function personsOfRecords(
  records: RecordSet,
  entries: Entries,
  pairs: ScoredPairs,
  selfWeight: Float64Array,
  model: LinkageModel,
  decisions: readonly PairDecision[],
  cluster: typeof clusterPairs,
  evidence: PairEvidence,
): PersonClusters {
  const threshold = model.thresholds.match;
  const isUnique = records.sources.some((source) => source.isUnique);
  const uniqueSourceAt = (record: number) => {
    const source = records.sourceOf[record] as number;
    return records.sources[source]?.isUnique ? source : -1;
  };
  const isUniqueEntry = (entry: number) => isUnique && uniqueSourceAt(entries.firstOf[entry] as number) >= 0;
  const nodes = personNodes(records.size, entries, pairs, selfWeight, threshold, decisions, isUniqueEntry);
  const uniqueSourceOf = isUnique ? Int32Array.from(nodes.firstOf, uniqueSourceAt) : null;
  const entryAt = (node: number) => entries.entryOf[nodes.firstOf[node] as number] as number;
  const outcome = cluster({
    ...nodes.edges,
    count: nodes.count,
    threshold,
    evidence: { ...evidence, of: (a, b) => evidence.of(entryAt(a), entryAt(b)) },
    ...(uniqueSourceOf === null ? {} : { uniqueSourceOf, oneToOne: true }),
    decisions: decisionsOnNodes(decisions, nodes.nodeOf),
  });
  const sizes = new Int32Array(outcome.clusters);
  for (const own of outcome.clusterOf) sizes[own] = (sizes[own] as number) + 1;
  const personOf = new Int32Array(records.size);
  const personOfCluster = new Int32Array(outcome.clusters).fill(-1);
  let persons = 0;
  for (let record = 0; record < records.size; record += 1) {
    const entry = entries.entryOf[record] as number;
    const node = nodes.nodeOf[record] as number;
    const own = outcome.clusterOf[node] as number;
    const source = uniqueSourceOf === null ? -1 : (uniqueSourceOf[node] as number);
    const isKnown = nodes.isTakenApart(entry) || !((selfWeight[entry] as number) < threshold);
    const isOne = source < 0 && ((sizes[own] as number) > 1 || isKnown);
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
  const ends = <Pair extends { readonly left: number; readonly right: number }>(pair: Pair): Pair => ({
    ...pair,
    left: nodes.firstOf[pair.left] as number,
    right: nodes.firstOf[pair.right] as number,
  });
  return {
    personOf,
    persons,
    heldBack: outcome.heldBack.map(ends),
    conflicts: outcome.conflicts.map((conflict) => ({
      ...ends(conflict),
      against: conflict.against === null ? null : ends(conflict.against),
    })),
  };
}

/** Of decisions on records that are alike, what keeps people apart counts: it comes last. */
function decisionsOnNodes(decisions: readonly PairDecision[], nodeOf: Int32Array): readonly PairDecision[] {
  return decisions
    .map(({ left, right, verdict }) => ({
      left: nodeOf[left] as number,
      right: nodeOf[right] as number,
      verdict,
    }))
    .filter(({ left, right }) => left !== right)
    .sort((one, other) => strengthOf[one.verdict] - strengthOf[other.verdict]);
}

const strengthOf: Readonly<Record<PairDecision['verdict'], number>> = { unsure: 0, same: 1, not_the_same: 2 };
