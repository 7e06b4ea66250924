import type { LinkEngine, LinkState } from './link-state.ts';
import { membersOf } from './link-state.ts';
import { compareRefs } from './person-ids.ts';

/** A node of its own for a record. */
export function openNode(state: LinkState, record: number): number {
  const node = state.nodes;
  state.nodes += 1;
  state.nodeOf.set(record, node);
  state.firstMember.set(node, record);
  state.nextMember.set(record, -1);
  state.standsFor.set(node, record);
  return node;
}

/** Adds a record to the node of records that are alike. */
export function addToNode(state: LinkState, engine: LinkEngine, record: number, node: number): void {
  state.nodeOf.set(record, node);
  state.nextMember.set(record, state.firstMember.get(node));
  state.firstMember.set(node, record);
  const standing = state.standsFor.get(node);
  if (compareRefs(engine.refOf(record), engine.refOf(standing)) < 0) state.standsFor.set(node, record);
}

/** Takes a record out of its node, which is dead when it was the last. */
export function takeFromNode(state: LinkState, engine: LinkEngine, record: number, node: number): void {
  const rest = membersOf(state, node).filter((member) => member !== record);
  state.nodeOf.set(record, -1);
  state.nextMember.set(record, -1);
  state.firstMember.set(node, rest[0] ?? -1);
  for (const [at, member] of rest.entries()) state.nextMember.set(member, rest[at + 1] ?? -1);
  if (state.standsFor.get(node) !== record || rest.length === 0) return;
  const first = rest.reduce((a, b) => (compareRefs(engine.refOf(b), engine.refOf(a)) < 0 ? b : a));
  state.standsFor.set(node, first);
}
