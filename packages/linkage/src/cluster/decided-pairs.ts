import type { Verdict } from '../persons/person-event.ts';
import type { Agglomeration } from './agglomerate.ts';
import type { WeightedEdges } from './order-by-weight.ts';

/** What a reviewer said of two nodes. */
export interface PairDecision {
  readonly left: number;
  readonly right: number;
  readonly verdict: Verdict;
}

/** A decision that could not be followed because of others. */
export interface DecisionConflict extends PairDecision {
  /**
   * The "not the same" that a "same" would break by way of further decisions; null where the two of a "not the same" are one
   * node (records that are alike in all compared fields).
   */
  readonly against: { readonly left: number; readonly right: number } | null;
}

export interface DecidedPairs {
  /** The newest decision on each pair, left < right, in the order of left, then right. */
  readonly decisions: readonly PairDecision[];
  verdictOf(a: number, b: number): Verdict | undefined;
}

export function decidedPairs(nodes: number, decisions: readonly PairDecision[]): DecidedPairs {
  const byPair = new Map<number, PairDecision>();
  const isDecided = new Uint8Array(decisions.length > 0 ? nodes : 0);
  for (const { left, right, verdict } of decisions) {
    const [a, b] = left < right ? [left, right] : [right, left];
    byPair.set(a * nodes + b, { left: a, right: b, verdict });
    isDecided[a] = 1;
    isDecided[b] = 1;
  }
  return {
    decisions: [...byPair.values()].sort((x, y) => x.left - y.left || x.right - y.right),
    verdictOf(a, b) {
      if (byPair.size === 0 || isDecided[a] !== 1 || isDecided[b] !== 1) return undefined;
      return byPair.get(a < b ? a * nodes + b : b * nodes + a)?.verdict;
    },
  };
}

/**
 * Carries out what reviewers said, before any edge is followed. "Not the same" always holds, since a false merge of two people is worse
 * than a missed link; where a chain of "same" would break it, the "same" with the least evidence (lightest pair; not scored
 * comes last) is the one not followed, and is reported.
 */
export function applyDecisions(
  clusters: Agglomeration,
  { decisions, verdictOf }: DecidedPairs,
  edges: WeightedEdges,
): DecisionConflict[] {
  const conflicts: DecisionConflict[] = [];
  if (decisions.length === 0) return conflicts;
  const apart = decisions.filter(({ verdict }) => verdict === 'not_the_same');
  for (const decision of apart) {
    const { left, right } = decision;
    if (!clusters.keepApart(left, right, 'reviewer')) conflicts.push({ ...decision, against: null });
  }
  const weights = new Map<string, number>();
  for (let edge = 0; edge < edges.pairs; edge += 1) {
    const a = edges.left[edge] as number;
    const b = edges.right[edge] as number;
    if (verdictOf(a, b) === 'same') weights.set(keyOf(a, b), edges.weight[edge] as number);
  }
  const weightOf = ({ left, right }: PairDecision): number =>
    weights.get(keyOf(left, right)) ?? Number.NEGATIVE_INFINITY;
  const together = decisions.filter(({ verdict }) => verdict === 'same');
  together.sort((x, y) => {
    const [heavier, lighter] = [weightOf(y), weightOf(x)];
    return heavier === lighter ? x.left - y.left || x.right - y.right : heavier - lighter;
  });
  for (const decision of together) {
    const { left, right } = decision;
    if (clusters.joinDespiteGuards(left, right) === null) continue;
    const [a, b] = [clusters.find(left), clusters.find(right)];
    const broken = apart.find((other) => {
      const ends = [clusters.find(other.left), clusters.find(other.right)];
      return ends.includes(a) && ends.includes(b);
    });
    conflicts.push({ ...decision, against: broken ? { left: broken.left, right: broken.right } : null });
  }
  return conflicts;
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
