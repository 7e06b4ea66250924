import type { PairDecision } from '../cluster/decided-pairs.ts';
import type { ReviewDecision } from './person-event.ts';
import type { RecordRef } from './person-ids.ts';
import { compareRefs, keyOfRef } from './person-ids.ts';

/** Decisions of people that cannot all hold. No run settles it: it is for people. */
export interface Contradiction {
  /** The one "not the same" first, then the chain of "same" that stands against it. */
  readonly decisions: readonly ReviewDecision[];
  /** Who said what, and that until it is settled the records stay apart. */
  readonly message: string;
}

export interface AppliedDecisions {
  /** For `clusterPairs`: one a pair of nodes, sorted by left, then right. */
  readonly constraints: readonly PairDecision[];
  readonly contradictions: readonly Contradiction[];
  /** "Not the same" or "unsure" of two records that are one node (alike in all compared fields): the node has to be taken apart. */
  readonly withinNode: readonly ReviewDecision[];
  /** Newest decisions of which a record is not there (left, or not arrived yet): kept for when it comes. */
  readonly waiting: readonly ReviewDecision[];
}

/** The newest decision on each pair of records; of two of one instant the later in the list. In the order of left, then right. */
export function newestDecisions(decisions: Iterable<ReviewDecision>): ReviewDecision[] {
  const newest = new Map<string, ReviewDecision>();
  for (const decision of decisions) {
    const order = compareRefs(decision.left, decision.right);
    if (order === 0) continue;
    const sorted = order < 0 ? decision : { ...decision, left: decision.right, right: decision.left };
    const key = `${keyOfRef(sorted.left)} ${keyOfRef(sorted.right)}`;
    const known = newest.get(key);
    if (!known || Date.parse(known.decidedAt) <= Date.parse(sorted.decidedAt)) newest.set(key, sorted);
  }
  return [...newest.values()].sort((a, b) => compareRefs(a.left, b.left) || compareRefs(a.right, b.right));
}

/**
 * Turns reviewers' decisions on records into constraints on nodes. The newest one on a pair of records counts. Of decisions that
 * contradict each other (a = b, b = c, a ≠ c) all are passed on; `clusterPairs` honours "not the same", and each contradiction is
 * reported with who said what. As records are known by source and id, decisions outlive a delivery that is imported again.
 *
 * `nodeOf` gives a record's node, -1 where the record is not there.
 */
export function applyDecisions(
  decisions: Iterable<ReviewDecision>,
  nodeOf: (ref: RecordRef) => number,
): AppliedDecisions {
  const byPair = new Map<string, { constraint: PairDecision; by: ReviewDecision }>();
  const withinNode: ReviewDecision[] = [];
  const waiting: ReviewDecision[] = [];
  const contradictions: Contradiction[] = [];
  for (const decision of newestDecisions(decisions)) {
    const [a, b] = [nodeOf(decision.left), nodeOf(decision.right)];
    if (a < 0 || b < 0) {
      waiting.push(decision);
      continue;
    }
    if (a === b) {
      if (decision.verdict !== 'same') withinNode.push(decision);
      continue;
    }
    const [left, right] = a < b ? [a, b] : [b, a];
    const key = `${left} ${right}`;
    const known = byPair.get(key);
    // Two pairs of records that are alike: what keeps people apart comes first, then what is newer.
    if (known && isOpposed(known.by, decision)) {
      const isApart = known.by.verdict === 'not_the_same';
      contradictions.push(contradiction(isApart ? [known.by, decision] : [decision, known.by]));
    }
    if (!known || strengthOf(decision) > strengthOf(known.by))
      byPair.set(key, { constraint: { left, right, verdict: decision.verdict }, by: decision });
  }
  const decided = [...byPair.values()].sort(
    (x, y) => x.constraint.left - y.constraint.left || x.constraint.right - y.constraint.right,
  );
  contradictions.push(...findContradictions(decided));
  return { constraints: decided.map(({ constraint }) => constraint), contradictions, withinNode, waiting };
}

function isOpposed(a: ReviewDecision, b: ReviewDecision): boolean {
  return a.verdict !== b.verdict && a.verdict !== 'unsure' && b.verdict !== 'unsure';
}

function strengthOf({ verdict }: ReviewDecision): number {
  return verdict === 'not_the_same' ? 2 : verdict === 'same' ? 1 : 0;
}

/** Chains of "same" between the two ends of a "not the same", the shortest of each. */
function findContradictions(
  decided: readonly { constraint: PairDecision; by: ReviewDecision }[],
): readonly Contradiction[] {
  const sames = new Map<number, { to: number; by: ReviewDecision }[]>();
  for (const { constraint, by } of decided) {
    if (constraint.verdict !== 'same') continue;
    for (const [from, to] of [
      [constraint.left, constraint.right],
      [constraint.right, constraint.left],
    ] as const) {
      const known = sames.get(from);
      if (known) known.push({ to, by });
      else sames.set(from, [{ to, by }]);
    }
  }
  const found: Contradiction[] = [];
  for (const { constraint, by } of decided) {
    if (constraint.verdict !== 'not_the_same') continue;
    const chain = chainBetween(sames, constraint.left, constraint.right);
    if (chain) found.push(contradiction([by, ...chain]));
  }
  return found;
}

function chainBetween(
  sames: ReadonlyMap<number, readonly { to: number; by: ReviewDecision }[]>,
  from: number,
  to: number,
): ReviewDecision[] | null {
  if (!sames.has(from) || !sames.has(to)) return null;
  const cameBy = new Map<number, { node: number; by: ReviewDecision } | null>([[from, null]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const step of sames.get(node) ?? []) {
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, { node, by: step.by });
      queue.push(step.to);
    }
  }
  const chain: ReviewDecision[] = [];
  for (let at = cameBy.get(to); at; at = cameBy.get(at.node)) chain.unshift(at.by);
  return chain.length > 0 ? chain : null;
}

function contradiction(decisions: readonly ReviewDecision[]): Contradiction {
  const said = decisions.map(({ left, right, verdict, reviewer, decidedAt }) => {
    const what = verdict === 'same' ? 'are the same person' : 'are not the same person';
    return `${reviewer} said on ${decidedAt.slice(0, 10)} that ${nameOf(left)} and ${nameOf(right)} ${what}`;
  });
  return {
    decisions,
    message: `${said.join('; ')}. These cannot all hold; until one is changed, the records stay apart.`,
  };
}

function nameOf({ source, id }: RecordRef): string {
  return `${source} ${id}`;
}
