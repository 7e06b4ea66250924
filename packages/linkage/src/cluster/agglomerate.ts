import { makeGroupEvidence, type PairEvidence, spreadOver } from './group-evidence.ts';
import type { Guard } from './person-clusters.ts';

export interface Guards {
  /** For each node its source where nobody stands twice in that source, else -1. Length: nodes. */
  readonly uniqueSourceOf?: Int32Array | undefined;
  /** True when two nodes can't be one person. Asked in both directions at will; must not depend on anything but the two. */
  readonly isImpossible?: ((a: number, b: number) => boolean) | undefined;
  /** What two nodes say of being one person, field by field. Clusters are joined only if their members together do not speak against it. */
  readonly evidence?: PairEvidence | undefined;
  /** Name a clash of sources that the two ends of an edge have between themselves `better_candidate`. */
  readonly oneToOne?: boolean | undefined;
}

/** Clusters that grow by joining, with what forbids it. */
export interface Agglomeration {
  /** Nodes in the cluster of a representative. */
  sizeOf(root: number): number;
  /** Representative of a node's cluster. It changes as clusters join. */
  find(node: number): number;
  /** Joins the clusters of two nodes unless a guard forbids it: null when they are one afterwards, else the guard. */
  join(left: number, right: number): Guard | null;
  /** Joins whatever the guards say of sources and impossibility; null when they are one afterwards. */
  joinDespiteGuards(left: number, right: number): Guard | null;
  /** The clusters of two nodes never become one, however they grow. False when they are one already. */
  keepApart(a: number, b: number, guard: Guard): boolean;
}

/**
 * Most pairs of members that are looked at before two clusters are joined: up to 32 × 32 every pair, of larger clusters the
 * first members of each.
 */
const MOST_CHECKS = 1024;
/** A clash that took more checks than this to find is remembered, so that a thousand edges between two clusters cost one search. */
const WORTH_REMEMBERING = 8;

/**
 * Every node a cluster of its own. Memory: 4 bytes a node, 4 more where pairs are
 * asked for impossibility, and 4 for each 32 unique sources.
 */
export function agglomerate(nodes: number, guards: Guards): Agglomeration {
  // The node above, or less than nothing: minus the size of the cluster that the node represents. One array is one cache miss.
  const above = new Int32Array(nodes).fill(-1);
  // Members in a ring, to walk through a cluster.
  const next = guards.isImpossible || guards.evidence ? new Int32Array(nodes) : null;
  if (next) for (let node = 0; node < nodes; node += 1) next[node] = node;
  const sources = sourceSets(nodes, guards.uniqueSourceOf);
  const apart = new Map<number, Map<number, Guard>>();
  const { isImpossible, uniqueSourceOf, evidence } = guards;
  const evidenceOf = evidence ? makeGroupEvidence(evidence) : null;
  /** Sizes together at which two clusters last spoke against each other, by their representatives. */
  const refused = new Map<number, number>();

  const find = (node: number): number => {
    let at = node;
    for (;;) {
      const up = above[at] as number;
      if (up < 0) return at;
      const further = above[up] as number;
      if (further < 0) return up;
      above[at] = further;
      at = further;
    }
  };
  const sizeOf = (root: number): number => -(above[root] as number);
  const sizeWithApart = (root: number): number =>
    apart.size === 0 ? sizeOf(root) : sizeOf(root) + (apart.get(root)?.size ?? 0);

  const unite = (a: number, b: number): void => {
    const isFirstLarger = sizeWithApart(a) >= sizeWithApart(b);
    const winner = isFirstLarger ? a : b;
    const loser = isFirstLarger ? b : a;
    above[winner] = (above[winner] as number) + (above[loser] as number);
    above[loser] = winner;
    if (next) {
      const after = next[winner] as number;
      next[winner] = next[loser] as number;
      next[loser] = after;
    }
    sources?.merge(winner, loser);
    if (apart.size > 0) inheritApart(apart, winner, loser);
  };

  const findImpossible = (a: number, b: number, left: number, right: number): boolean => {
    if (!isImpossible || !next) return false;
    if (isImpossible(left, right)) return true;
    const sizeA = sizeOf(a);
    const sizeB = sizeOf(b);
    if (sizeA * sizeB === 1) return false;
    const fromA = sizeA * sizeB <= MOST_CHECKS ? sizeA : Math.min(sizeA, Math.max(32, Math.floor(MOST_CHECKS / sizeB)));
    const fromB = Math.min(sizeB, Math.floor(MOST_CHECKS / fromA));
    let checks = 0;
    for (let i = 0, x = a; i < fromA; i += 1, x = next[x] as number) {
      for (let j = 0, y = b; j < fromB; j += 1, y = next[y] as number) {
        checks += 1;
        if (!isImpossible(x, y)) continue;
        if (checks > WORTH_REMEMBERING) setApart(apart, a, b, 'impossible');
        return true;
      }
    }
    return false;
  };

  const membersOf = (root: number): number[] => {
    const members = [root];
    if (next) for (let node = next[root] as number; node !== root; node = next[node] as number) members.push(node);
    return members;
  };

  /** Whether the members of two clusters together speak against being one person. Asked again only when one of the two has grown. */
  const speakAgainst = (a: number, b: number): boolean => {
    const size = sizeOf(a) + sizeOf(b);
    if (evidenceOf === null || size === 2) return false;
    const key = Math.min(a, b) * nodes + Math.max(a, b);
    if (refused.get(key) === size) return true;
    const most = Math.sqrt(MOST_CHECKS);
    if (evidenceOf(spreadOver(membersOf(a), most), spreadOver(membersOf(b), most)) >= 0) return false;
    refused.set(key, size);
    return true;
  };

  const clashOfSources = (a: number, b: number, left: number, right: number): Guard | null => {
    if (!sources?.haveCommon(a, b)) return null;
    if (!guards.oneToOne || !uniqueSourceOf) return 'twice_in_source';
    const isBetween = sources.has(a, uniqueSourceOf[right] as number) || sources.has(b, uniqueSourceOf[left] as number);
    return isBetween ? 'better_candidate' : 'twice_in_source';
  };

  return {
    sizeOf,
    find,
    join(left, right) {
      const a = find(left);
      const b = find(right);
      if (a === b) return null;
      const held = apart.size > 0 ? apart.get(a)?.get(b) : undefined;
      if (held !== undefined) return held;
      const clash = clashOfSources(a, b, left, right);
      if (clash !== null) return clash;
      if (findImpossible(a, b, left, right)) return 'impossible';
      if (speakAgainst(a, b)) return 'impossible';
      unite(a, b);
      return null;
    },
    joinDespiteGuards(left, right) {
      const a = find(left);
      const b = find(right);
      if (a === b) return null;
      const held = apart.get(a)?.get(b);
      if (held !== undefined) return held;
      unite(a, b);
      return null;
    },
    keepApart(a, b, guard) {
      const rootA = find(a);
      const rootB = find(b);
      if (rootA === rootB) return false;
      setApart(apart, rootA, rootB, guard);
      return true;
    },
  };
}

function setApart(apart: Map<number, Map<number, Guard>>, a: number, b: number, guard: Guard): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = apart.get(one);
    if (!known) apart.set(one, new Map([[other, guard]]));
    // What a reviewer said outlasts what was worked out.
    else if (known.get(other) !== 'reviewer') known.set(other, guard);
  }
}

function inheritApart(apart: Map<number, Map<number, Guard>>, winner: number, loser: number): void {
  const inherited = apart.get(loser);
  if (!inherited) return;
  apart.delete(loser);
  for (const [other, guard] of inherited) {
    apart.get(other)?.delete(loser);
    setApart(apart, winner, other, guard);
  }
}

/** Per cluster the set of its unique sources, as bits. */
interface SourceSets {
  has(root: number, source: number): boolean;
  haveCommon(a: number, b: number): boolean;
  merge(into: number, from: number): void;
}

function sourceSets(nodes: number, uniqueSourceOf: Int32Array | undefined): SourceSets | null {
  if (!uniqueSourceOf) return null;
  let most = -1;
  for (let node = 0; node < nodes; node += 1) most = Math.max(most, uniqueSourceOf[node] as number);
  if (most < 0) return null;
  const words = (most >>> 5) + 1;
  const bits = new Int32Array(nodes * words);
  for (let node = 0; node < nodes; node += 1) {
    const source = uniqueSourceOf[node] as number;
    if (source >= 0) bits[node * words + (source >>> 5)] = 1 << (source & 31);
  }
  return {
    has: (root, source) =>
      source >= 0 && ((bits[root * words + (source >>> 5)] as number) & (1 << (source & 31))) !== 0,
    haveCommon(a, b) {
      for (let word = 0; word < words; word += 1) {
        if (((bits[a * words + word] as number) & (bits[b * words + word] as number)) !== 0) return true;
      }
      return false;
    },
    merge(into, from) {
      for (let word = 0; word < words; word += 1) {
        bits[into * words + word] = (bits[into * words + word] as number) | (bits[from * words + word] as number);
      }
    },
  };
}
