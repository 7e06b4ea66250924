import type { Entries } from '../link-result.ts';
import type { ScoredPairs } from '../predict/scored-pairs.ts';
import type { PairDecision } from './decided-pairs.ts';
import type { WeightedEdges } from './order-by-weight.ts';

/** What is made persons of: entries, and single records of entries that reviewers' decisions took apart. */
export interface PersonNodes {
  readonly count: number;
  /** For each record its node. */
  readonly nodeOf: Int32Array;
  /** For each node its first record; nodes are numbered in the order of these. */
  readonly firstOf: Int32Array;
  readonly edges: WeightedEdges;
  readonly isTakenApart: (entry: number) => boolean;
}

/**
 * Entries are the nodes, unless reviewers spoke of single records of one: where two of its records were told apart, or one of an
 * entry that says too little to be known again was decided on, each of its records is a node of its own, with the entry's pairs and the
 * weight of the entry against its double between them.
 */
export function personNodes(
  records: number,
  entries: Entries,
  pairs: ScoredPairs,
  selfWeight: Float64Array,
  threshold: number,
  decisions: readonly PairDecision[],
  isUnique: (entry: number) => boolean,
): PersonNodes {
  const apart = takenApart(entries, selfWeight, threshold, decisions);
  for (const entry of apart) if (isUnique(entry)) apart.delete(entry);
  if (apart.size === 0) {
    return {
      count: entries.count,
      nodeOf: entries.entryOf,
      firstOf: entries.firstOf,
      edges: { left: pairs.left, right: pairs.right, weight: pairs.weight, pairs: pairs.count },
      isTakenApart: () => false,
    };
  }
  const nodeOf = new Int32Array(records);
  const firstOf: number[] = [];
  const nodesOf = new Map<number, number[]>();
  const nodeOfEntry = new Int32Array(entries.count).fill(-1);
  for (let record = 0; record < records; record += 1) {
    const entry = entries.entryOf[record] as number;
    const known = nodeOfEntry[entry] as number;
    if (known >= 0 && !apart.has(entry)) {
      nodeOf[record] = known;
      continue;
    }
    const node = firstOf.push(record) - 1;
    nodeOf[record] = node;
    if (known < 0) nodeOfEntry[entry] = node;
    if (apart.has(entry)) nodesOf.set(entry, [...(nodesOf.get(entry) ?? []), node]);
  }
  const left: number[] = [];
  const right: number[] = [];
  const weight: number[] = [];
  const add = (one: number, other: number, bits: number) => {
    left.push(Math.min(one, other));
    right.push(Math.max(one, other));
    weight.push(bits);
  };
  const allOf = (entry: number) => nodesOf.get(entry) ?? [nodeOfEntry[entry] as number];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    for (const one of allOf(pairs.left[pair] as number)) {
      for (const other of allOf(pairs.right[pair] as number)) add(one, other, pairs.weight[pair] as number);
    }
  }
  for (const [entry, nodes] of nodesOf) {
    for (const [at, one] of nodes.entries())
      for (const other of nodes.slice(at + 1)) add(one, other, selfWeight[entry] as number);
  }
  return {
    count: firstOf.length,
    nodeOf,
    firstOf: Int32Array.from(firstOf),
    edges: {
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      weight: Float64Array.from(weight),
      pairs: left.length,
    },
    isTakenApart: (entry) => apart.has(entry),
  };
}

function takenApart(
  { entryOf }: Entries,
  selfWeight: Float64Array,
  threshold: number,
  decisions: readonly PairDecision[],
): Set<number> {
  const apart = new Set<number>();
  for (const { left, right, verdict } of decisions) {
    const ends = [entryOf[left] as number, entryOf[right] as number];
    const isWithin = ends[0] === ends[1];
    for (const entry of ends)
      if ((selfWeight[entry] as number) < threshold || (isWithin && verdict !== 'same')) apart.add(entry);
  }
  return apart;
}
