import { findBridges } from '../cluster/find-bridges.ts';
import type { LinkResult } from '../link-result.ts';
import type { VisibleEntries } from './visible-entries.ts';

/** The links that make persons of entries, as one reviewer sees them. */
export interface AcceptedLinks {
  /** For each entry the group (person) it is in, over visible links alone. */
  readonly groupOf: Int32Array;
  /** For each group its visible records. */
  readonly recordsOf: Int32Array;
  /** Place in `result.pairs` of each link that alone holds its group together, and the records on its left side. */
  readonly bridges: readonly { readonly pair: number; readonly leftRecords: number; readonly rightRecords: number }[];
}

export interface AcceptedLinksInput {
  readonly result: LinkResult;
  readonly seen: VisibleEntries;
  /** Pairs of entries that a reviewer called the same. */
  readonly same: readonly (readonly [left: number, right: number])[];
  /** Bridges so sure that a question about them would not pay are left out: `(probability of an error) × (record pairs)`. */
  readonly leastGain: number;
  readonly errorOf: (pair: number) => number;
}

/** Groups and bridges over the links between visible entries; a link is a pair above the threshold within one person. */
export function acceptedLinks({ result, seen, same, leastGain, errorOf }: AcceptedLinksInput): AcceptedLinks {
  const { pairs, model, clusters, entries } = result;
  const left: number[] = [];
  const right: number[] = [];
  const pairOf: number[] = [];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if ((pairs.weight[pair] ?? 0) < model.thresholds.match) continue;
    const [a, b] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    const [first, second] = [seen.firstOf[a] ?? -1, seen.firstOf[b] ?? -1];
    if (first < 0 || second < 0 || clusters.personOf[first] !== clusters.personOf[second]) continue;
    left.push(a);
    right.push(b);
    pairOf.push(pair);
  }
  for (const [a, b] of same) {
    left.push(a);
    right.push(b);
    pairOf.push(-1);
  }
  const [from, to] = [Int32Array.from(left), Int32Array.from(right)];
  const { starts, edges } = edgesByEntry(entries.count, from, to);
  const groupOf = new Int32Array(entries.count).fill(-1);
  const recordsOf: number[] = [];
  const walk = (start: number, without: number, visit: (entry: number) => void): number => {
    let records = 0;
    const met = new Set([start]);
    for (const entry of met) {
      visit(entry);
      records += seen.records[entry] ?? 0;
      for (let at = starts[entry] ?? 0; at < (starts[entry + 1] ?? 0); at += 1) {
        const edge = edges[at] ?? 0;
        if (edge !== without) met.add(from[edge] === entry ? (to[edge] ?? 0) : (from[edge] ?? 0));
      }
    }
    return records;
  };
  for (let entry = 0; entry < entries.count; entry += 1) {
    if (groupOf[entry] !== -1) continue;
    const group = recordsOf.length;
    recordsOf.push(walk(entry, -1, (member) => groupOf.set([group], member)));
  }
  const bridges = [...findBridges(entries.count, from, to)].flatMap((cutsOff, edge) => {
    const pair = pairOf[edge] ?? -1;
    if (cutsOff === 0 || pair < 0) return [];
    const all = recordsOf[groupOf[from[edge] ?? 0] ?? 0] ?? 0;
    if ((errorOf(pair) * all * all) / 4 < leastGain) return [];
    const leftRecords = walk(from[edge] ?? 0, edge, () => undefined);
    return [{ pair, leftRecords, rightRecords: all - leftRecords }];
  });
  return { groupOf, recordsOf: Int32Array.from(recordsOf), bridges };
}

function edgesByEntry(entries: number, left: Int32Array, right: Int32Array): { starts: Int32Array; edges: Int32Array } {
  const starts = new Int32Array(entries + 1);
  for (const side of [left, right]) for (const entry of side) starts[entry + 1] = (starts[entry + 1] ?? 0) + 1;
  for (let entry = 0; entry < entries; entry += 1) starts[entry + 1] = (starts[entry + 1] ?? 0) + (starts[entry] ?? 0);
  const at = starts.slice();
  const edges = new Int32Array(left.length * 2);
  for (const side of [left, right]) {
    for (const [edge, entry] of side.entries()) {
      edges[at[entry] ?? 0] = edge;
      at[entry] = (at[entry] ?? 0) + 1;
    }
  }
  return { starts, edges };
}
