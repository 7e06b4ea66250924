import { clusterPairs } from '../cluster/cluster-pairs.ts';
import type { DecisionConflict } from '../cluster/decided-pairs.ts';
import type { HeldBackEdge } from '../cluster/person-clusters.ts';
import type { Contradiction } from './apply-decisions.ts';
import { applyDecisions } from './apply-decisions.ts';
import { decisionsOfNode } from './link-decisions.ts';
import type { LinkEngine, LinkState } from './link-state.ts';
import { isAlive, membersOf } from './link-state.ts';
import type { PersonEvent, ReviewDecision } from './person-event.ts';
import { compareRefs, keyOfRef } from './person-ids.ts';
import { reconcilePersons } from './reconcile-persons.ts';

export interface ReclusterOutcome {
  /** What happened to persons, in order. */
  readonly events: readonly PersonEvent[];
  /** Records of the components looked at with the number of their person, -1 for those that left. */
  readonly persons: readonly { readonly record: number; readonly person: number }[];
  /** Among the components looked at, by records that stand for their nodes. */
  readonly heldBack: readonly HeldBackEdge[];
  /** Reviewers' decisions among the components looked at that cannot all hold. */
  readonly contradictions: readonly Contradiction[];
  /** Of those, the ones that were not followed, by records. */
  readonly notFollowed: readonly DecisionConflict[];
}

/**
 * Makes persons anew of the components that hold the given nodes, with all their edges and decisions, in the order of their refs (so that
 * it does not matter which numbers records were given), and writes down what changed. `gone` are records that left.
 */
export function recluster(
  state: LinkState,
  engine: LinkEngine,
  touched: Iterable<number>,
  gone: readonly number[] = [],
): ReclusterOutcome {
  const nodes = componentsOf(state, engine, touched);
  nodes.sort((a, b) => compareRefs(engine.refOf(state.standsFor.get(a)), engine.refOf(state.standsFor.get(b))));
  const localOf = new Map(nodes.map((node, at) => [node, at]));
  const records = nodes.map((node) => state.standsFor.get(node));
  const recordAt = (local: number): number => records[local] as number;
  const decisions = decisionsWithin(state, engine, nodes, localOf);
  const { isImpossible, evidence, uniqueSourceOf } = engine;
  const outcome = clusterPairs({
    ...state.settings,
    count: nodes.length,
    ...edgesWithin(state, nodes, localOf),
    decisions: decisions.constraints,
    ...(uniqueSourceOf ? { uniqueSourceOf: Int32Array.from(records, uniqueSourceOf) } : {}),
    ...(isImpossible ? { isImpossible: (a: number, b: number) => isImpossible(recordAt(a), recordAt(b)) } : {}),
    ...(evidence
      ? { evidence: { ...evidence, of: (a: number, b: number) => evidence.of(recordAt(a), recordAt(b)) } }
      : {}),
  });
  const all: number[] = [...gone];
  const after: number[] = gone.map(() => -1);
  for (const [local, node] of nodes.entries()) {
    for (const record of membersOf(state, node)) {
      all.push(record);
      after.push(outcome.clusterOf[local] as number);
    }
  }
  const { personOf, events } = reconcilePersons({
    before: all.map((record) => state.personOf.get(record)),
    after,
    refOf: (at) => engine.refOf(all[at] as number),
    numbers: state.numbers,
  });
  const persons = all.map((record, at) => ({ record, person: personOf[at] as number }));
  for (const { record, person } of persons) state.personOf.set(record, person);
  return {
    events,
    persons,
    heldBack: outcome.heldBack.map((edge) => ({ ...edge, left: recordAt(edge.left), right: recordAt(edge.right) })),
    contradictions: decisions.contradictions,
    notFollowed: outcome.conflicts.map(({ left, right, verdict, against }) => ({
      left: recordAt(left),
      right: recordAt(right),
      verdict,
      against: against && { left: recordAt(against.left), right: recordAt(against.right) },
    })),
  };
}

/** All live nodes that hang together with the given ones, by edges at or above the threshold or by a reviewer's "same". */
function componentsOf(state: LinkState, engine: LinkEngine, touched: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const node of touched) if (isAlive(state, node)) found.add(node);
  const { threshold } = state.settings;
  // A set is walked in the order in which it grows, so that it is its own queue.
  for (const node of found) {
    state.graph.visit(node, (other, weight) => {
      if (weight >= threshold && isAlive(state, other)) found.add(other);
    });
    for (const [{ verdict }, partner] of decisionsOfNode(state, engine, node)) {
      if (verdict === 'same') found.add(state.nodeOf.get(partner));
    }
  }
  return [...found];
}

function edgesWithin(state: LinkState, nodes: readonly number[], localOf: ReadonlyMap<number, number>) {
  const left: number[] = [];
  const right: number[] = [];
  const weight: number[] = [];
  for (const [local, node] of nodes.entries()) {
    state.graph.visit(node, (other, bits) => {
      const end = localOf.get(other);
      if (end === undefined || end <= local) return;
      left.push(local);
      right.push(end);
      weight.push(bits);
    });
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weight: Float64Array.from(weight),
    pairs: left.length,
  };
}

function decisionsWithin(
  state: LinkState,
  engine: LinkEngine,
  nodes: readonly number[],
  localOf: ReadonlyMap<number, number>,
) {
  const decisions = new Set<ReviewDecision>();
  for (const node of nodes) for (const decision of decisionsOfNode(state, engine, node).keys()) decisions.add(decision);
  return applyDecisions(decisions, (ref) => {
    const record = state.decisions.recordOf.get(keyOfRef(ref));
    return record === undefined ? -1 : (localOf.get(state.nodeOf.get(record)) ?? -1);
  });
}
