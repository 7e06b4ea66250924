import type { Verdict } from '../persons/person-event.ts';
import type { Agglomeration } from './agglomerate.ts';
import { agglomerate } from './agglomerate.ts';
import { cutGiant } from './cut-giants.ts';
import type { DecisionConflict, PairDecision } from './decided-pairs.ts';
import { applyDecisions, decidedPairs } from './decided-pairs.ts';
import { makeGroupEvidence, type PairEvidence, spreadOver } from './group-evidence.ts';
import type { WeightedEdges } from './order-by-weight.ts';
import { orderByWeight } from './order-by-weight.ts';
import type { Guard, HeldBackEdge } from './person-clusters.ts';
import { tiedCandidates } from './tied-candidates.ts';

/** Scored pairs of nodes (records or entries), and what stands against following some of them. */
export interface ClusterInput extends WeightedEdges {
  /** Number of nodes. */
  readonly count: number;
  /** Weight, in bits, from which an edge is followed. */
  readonly threshold: number;
  /** For each node its source where nobody stands twice in that source, else -1. Length: count. */
  readonly uniqueSourceOf?: Int32Array;
  /** True when two nodes can't be one person. Must be symmetric and depend on nothing but the two. */
  readonly isImpossible?: (a: number, b: number) => boolean;
  /** What any two nodes say of being one person: clusters whose members together speak against it are not joined. */
  readonly evidence?: PairEvidence;
  /** What reviewers said; the last one about a pair counts. */
  readonly decisions?: readonly PairDecision[];
  /**
   * Each record is linked to the best record of every source in which nobody stands twice. The linking is the same as without (the guard
   * `twice_in_source` takes the best edge first): the name of the guard tells, and `ties` says what happens among equally good ones.
   */
  readonly oneToOne?: boolean;
  /** Of several candidates of one source that are equally good: take the one with the lowest number, or none. Only with `oneToOne`. */
  readonly ties?: 'lowest_id' | 'drop';
  /** A cluster of more nodes than this is cut at its weakest bridges. */
  readonly giantSize?: number;
}

export interface ClusterOutcome {
  /** For each node its cluster: 0-based, numbered by the first node of each. Length: count. */
  readonly clusterOf: Int32Array;
  readonly clusters: number;
  /** Edges at or above the threshold whose ends are in two clusters, from the heaviest to the lightest. All others were followed. */
  readonly heldBack: HeldBackEdge[];
  /** Decisions of reviewers that cannot all hold. */
  readonly conflicts: DecisionConflict[];
}

/**
 * More differently written records (entries) than one person has: a commuter who crosses twice a week for five years has a thousand
 * records, but those written alike are one entry, and one in ten written otherwise makes a hundred.
 */
export const GIANT_SIZE = 200;

/** Members of a giant that are held against one another, all with all. */
const FROM_GIANT = 64;

/**
 * Makes persons of scored pairs. Clusters grow along the edges from the heaviest down (connected components), and an edge that a guard
 * forbids is not followed; what it forbids goes for the clusters of both ends, whatever path leads there. What becomes of
 * a component depends on its own edges alone, and not on the order in which edges or decisions on different pairs come.
 *
 * Guards in their order: what reviewers said, then `twice_in_source` (or `better_candidate`), then `impossible`; `giant` at the end. A reviewer's
 * "same" overrides the guards that follow it; "not the same" holds for good; a pair said to be "unsure" is not followed by itself.
 *
 * Throws a RangeError where an edge names a node that is not there.
 */
export function clusterPairs(input: ClusterInput): ClusterOutcome {
  const { count, left, right } = input;
  const decided = decidedPairs(count, input.decisions ?? []);
  const clusters = agglomerate(count, input);
  const conflicts = applyDecisions(clusters, decided, input);
  const order = orderByWeight(input, input.threshold);
  const tied = input.oneToOne && input.ties === 'drop' ? tiedCandidates(input, order) : null;
  const held = new Map<number, Guard>();
  const hasDecisions = decided.decisions.length > 0;
  for (let at = 0; at < order.length; at += 1) {
    const edge = order[at] as number;
    const a = left[edge] as number;
    const b = right[edge] as number;
    if (!(a >= 0 && a < count && b >= 0 && b < count))
      throw new RangeError(`clusterPairs: no node ${a} or ${b} of ${count}`);
    const verdict = hasDecisions ? decided.verdictOf(a, b) : undefined;
    const guard = verdict === undefined && !tied?.has(edge) ? clusters.join(a, b) : guardOf(verdict);
    if (guard !== null) held.set(edge, guard);
  }
  const { pieceOf, isCut } = cutGiants(input, clusters, order, held, decided.verdictOf);
  const numbered = numberClusters(pieceOf);
  const heldBack: HeldBackEdge[] = [];
  for (const edge of isCut ? order : held.keys()) {
    const [a, b] = [left[edge] as number, right[edge] as number];
    // An edge held back whose ends came together by another path holds nothing back.
    if (numbered.clusterOf[a] === numbered.clusterOf[b]) continue;
    heldBack.push({ left: a, right: b, weight: input.weight[edge] as number, guard: held.get(edge) ?? 'giant' });
  }
  return { ...numbered, heldBack, conflicts };
}

/** Numbers groups by their first node, whatever they were called. `groupOf` holds one node of its group for each node. */
export function numberClusters(groupOf: Int32Array): { clusterOf: Int32Array; clusters: number } {
  const numberOf = new Int32Array(groupOf.length).fill(-1);
  const clusterOf = new Int32Array(groupOf.length);
  let clusters = 0;
  for (let node = 0; node < groupOf.length; node += 1) {
    const group = groupOf[node] as number;
    if ((numberOf[group] as number) < 0) {
      numberOf[group] = clusters;
      clusters += 1;
    }
    clusterOf[node] = numberOf[group] as number;
  }
  return { clusterOf, clusters };
}

/** Followed already ("same"), or not followed by itself. */
function guardOf(verdict: Verdict | undefined): Guard | null {
  if (verdict === undefined) return 'better_candidate';
  return verdict === 'same' ? null : 'reviewer';
}

/** A node of its piece for each node: of its cluster, or of the part of a giant that it was left in. */
function cutGiants(
  input: ClusterInput,
  clusters: Agglomeration,
  order: Uint32Array,
  held: ReadonlyMap<number, Guard>,
  verdictOf: (a: number, b: number) => Verdict | undefined,
): { pieceOf: Int32Array; isCut: boolean } {
  const giantSize = input.giantSize ?? GIANT_SIZE;
  const pieceOf = new Int32Array(input.count);
  const giants = new Map<number, { nodes: number[]; left: number[]; right: number[]; isFixed: number[] }>();
  for (let node = 0; node < input.count; node += 1) {
    const root = clusters.find(node);
    pieceOf[node] = root;
    if (clusters.sizeOf(root) <= giantSize) continue;
    const giant = giants.get(root);
    if (giant) giant.nodes.push(node);
    else giants.set(root, { nodes: [node], left: [], right: [], isFixed: [] });
  }
  if (input.evidence) {
    // A person with very many records: whoever is taken out of them speaks for the others.
    const evidenceOf = makeGroupEvidence(input.evidence);
    for (const [root, { nodes }] of giants) {
      const some = spreadOver(nodes, FROM_GIANT);
      if (evidenceOf(some, some) >= input.threshold) giants.delete(root);
    }
  }
  if (giants.size === 0) return { pieceOf, isCut: false };
  const localOf = new Int32Array(input.count);
  for (const { nodes } of giants.values()) for (const [local, node] of nodes.entries()) localOf[node] = local;
  const add = (a: number, b: number, isFixed: boolean): void => {
    const giant = giants.get(pieceOf[a] as number);
    if (!giant || pieceOf[a] !== pieceOf[b]) return;
    giant.left.push(localOf[a] as number);
    giant.right.push(localOf[b] as number);
    giant.isFixed.push(isFixed ? 1 : 0);
  };
  for (const { left, right, verdict } of input.decisions ?? []) {
    if (verdict === 'same' && verdictOf(left, right) === 'same') add(left, right, true);
  }
  for (const edge of order) {
    if (!held.has(edge)) add(input.left[edge] as number, input.right[edge] as number, false);
  }
  for (const { nodes, left, right, isFixed } of giants.values()) {
    const local = cutGiant({
      nodes: nodes.length,
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      isFixed: Uint8Array.from(isFixed),
      giantSize,
    });
    for (const [at, node] of nodes.entries()) pieceOf[node] = nodes[local[at] as number] as number;
  }
  return { pieceOf, isCut: true };
}
