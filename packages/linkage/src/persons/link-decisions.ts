import { newestDecisions } from './apply-decisions.ts';
import type { LinkEngine, LinkState } from './link-state.ts';
import { membersOf } from './link-state.ts';
import type { ReviewDecision } from './person-event.ts';
import { keyOfRef } from './person-ids.ts';

/** Takes decisions into the book, the newest on each pair; returns the records (those that are there) whose decisions changed. */
export function noteDecisions(
  state: LinkState,
  decisions: Iterable<ReviewDecision>,
  recordOf: (ref: ReviewDecision['left']) => number,
): Set<number> {
  const { byRecord, recordOf: known } = state.decisions;
  const touched = new Set<number>();
  for (const decision of newestDecisions(decisions)) {
    const [left, right] = [keyOfRef(decision.left), keyOfRef(decision.right)];
    const earlier = byRecord.get(left)?.get(right);
    if (earlier && Date.parse(earlier.decidedAt) > Date.parse(decision.decidedAt)) continue;
    for (const [key, other, ref] of [
      [left, right, decision.left],
      [right, left, decision.right],
    ] as const) {
      const ofRecord = byRecord.get(key) ?? new Map<string, ReviewDecision>();
      byRecord.set(key, ofRecord.set(other, decision));
      const record = known.get(key) ?? recordOf(ref);
      if (record < 0) continue;
      known.set(key, record);
      touched.add(record);
    }
  }
  return touched;
}

/** Decisions that concern records of a node, with the other record, where it is there. */
export function decisionsOfNode(state: LinkState, engine: LinkEngine, node: number): Map<ReviewDecision, number> {
  const found = new Map<ReviewDecision, number>();
  if (state.decisions.byRecord.size === 0) return found;
  for (const record of membersOf(state, node)) {
    const ofRecord = state.decisions.byRecord.get(keyOfRef(engine.refOf(record)));
    for (const [other, decision] of ofRecord ?? []) {
      const partner = state.decisions.recordOf.get(other);
      if (partner !== undefined) found.set(decision, partner);
    }
  }
  return found;
}

/** Whether a reviewer told two records of one node apart, or was unsure about them. */
export function toldApart(state: LinkState, engine: LinkEngine, node: number): boolean {
  for (const [{ verdict }, partner] of decisionsOfNode(state, engine, node)) {
    if (verdict !== 'same' && state.nodeOf.get(partner) === node) return true;
  }
  return false;
}

/**
 * Makes each record of a node a node of its own, with the node's edges, and an edge to each of its fellows. It stays so when the decision
 * is changed later: the edges then bring the records together again. Returns the nodes, the old one among them.
 */
export function takeApart(state: LinkState, engine: LinkEngine, node: number): number[] {
  const members = membersOf(state, node);
  const stays = state.standsFor.get(node);
  const edges: { other: number; weight: number }[] = [];
  state.graph.visit(node, (other, weight) => edges.push({ other, weight }));
  const parts = [node];
  for (const record of members) {
    if (record === stays) continue;
    const own = state.nodes;
    state.nodes += 1;
    state.nodeOf.set(record, own);
    state.firstMember.set(own, record);
    state.standsFor.set(own, record);
    for (const { other, weight } of edges) state.graph.add(own, other, weight);
    const weight = engine.score(record, stays);
    if (weight >= state.settings.keepAbove) for (const part of parts) state.graph.add(own, part, weight);
    parts.push(own);
  }
  for (const record of members) state.nextMember.set(record, -1);
  state.firstMember.set(node, stays);
  for (const part of parts) state.isTakenApart.set(part, 1);
  return parts;
}
