import { findBridges } from './find-bridges.ts';

export interface GiantInput {
  /** Nodes of one cluster: 0 … nodes - 1. */
  readonly nodes: number;
  /** Its edges, from the heaviest to the lightest. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** 1 where a reviewer said that the two are the same: never cut. */
  readonly isFixed: Uint8Array;
  readonly giantSize: number;
}

/**
 * Takes a cluster apart that is too large to be one person; returns the piece of each node.
 *
 * First at its bridges, the weakest first, until no piece is larger than `giantSize`; a bridge that would cut off one node alone is
 * left, since shaving off single records makes no giant smaller. What is still too large and has no bridge is cut by raising the
 * threshold within it until it falls apart, and again in each part that is still too large: a piece is a connected part at the
 * lowest threshold at which it is no giant. Both are one rule, read from the heaviest edge down: pieces that would become a giant
 * by an edge are kept as they are and grow no further.
 */
export function cutGiant({ nodes, left, right, isFixed, giantSize }: GiantInput): Int32Array {
  const cutsOff = findBridges(nodes, left, right);
  const isInnerBridge = (edge: number): boolean => (cutsOff[edge] as number) > 1 && isFixed[edge] === 0;
  const atBridges = makePieces(nodes, giantSize);
  for (let edge = 0; edge < left.length; edge += 1) {
    if (!isInnerBridge(edge)) atBridges.join(left[edge] as number, right[edge] as number);
  }
  for (let edge = 0; edge < left.length; edge += 1) {
    if (isInnerBridge(edge)) atBridges.joinUnlessGiant(left[edge] as number, right[edge] as number);
  }
  const isTooLarge = (node: number): boolean => atBridges.sizeOf(node) > giantSize;
  const raised = makePieces(nodes, giantSize);
  for (let edge = 0; edge < left.length; edge += 1) {
    const a = left[edge] as number;
    if (isFixed[edge] !== 0 || (atBridges.find(a) === atBridges.find(right[edge] as number) && !isTooLarge(a))) {
      raised.join(a, right[edge] as number);
    }
  }
  for (let edge = 0; edge < left.length; edge += 1) {
    const a = left[edge] as number;
    const b = right[edge] as number;
    if (atBridges.find(a) === atBridges.find(b) && isTooLarge(a)) raised.joinUnlessGiant(a, b);
  }
  const pieceOf = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) pieceOf[node] = raised.find(node);
  return pieceOf;
}

function makePieces(nodes: number, giantSize: number) {
  const parent = new Int32Array(nodes);
  for (let node = 0; node < nodes; node += 1) parent[node] = node;
  const sizes = new Int32Array(nodes).fill(1);
  const isDone = new Uint8Array(nodes);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const unite = (a: number, b: number): void => {
    const [winner, loser] = (sizes[a] as number) >= (sizes[b] as number) ? [a, b] : [b, a];
    parent[loser] = winner;
    sizes[winner] = (sizes[winner] as number) + (sizes[loser] as number);
  };
  return {
    find,
    sizeOf: (node: number): number => sizes[find(node)] as number,
    join(left: number, right: number): void {
      const a = find(left);
      const b = find(right);
      if (a !== b) unite(a, b);
    },
    joinUnlessGiant(left: number, right: number): void {
      const a = find(left);
      const b = find(right);
      if (a === b) return;
      const isGiant = (sizes[a] as number) + (sizes[b] as number) > giantSize;
      if (isGiant || isDone[a] !== 0 || isDone[b] !== 0) {
        isDone[a] = 1;
        isDone[b] = 1;
      } else {
        unite(a, b);
      }
    },
  };
}
