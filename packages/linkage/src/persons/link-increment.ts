import { noteDecisions, takeApart, toldApart } from './link-decisions.ts';
import { addToNode, openNode, takeFromNode } from './link-nodes.ts';
import type { LinkEngine, LinkState } from './link-state.ts';
import { isAlive } from './link-state.ts';
import type { ReviewDecision } from './person-event.ts';
import { keyOfRef } from './person-ids.ts';
import type { ReclusterOutcome } from './recluster.ts';
import { recluster } from './recluster.ts';

export interface IncrementOutcome extends ReclusterOutcome {
  /** Pairs scored by this increment that are kept, by records; the second one stands for all records alike it. */
  readonly edges: readonly { readonly left: number; readonly right: number; readonly weight: number }[];
  /** Pairs that were compared. */
  readonly compared: number;
}

/**
 * Links new records to the persons there are: each is scored against its candidates among earlier records, and the components that it
 * touches are made persons anew. As the model is frozen, a pair's weight does not depend on when it is scored, and what becomes of a component
 * depends on its edges alone: records in any portions, in any order, end up as the same persons as all at once.
 */
export function addRecords(state: LinkState, engine: LinkEngine, records: Iterable<number>): IncrementOutcome {
  const taken = takenIn();
  for (const record of records) attach(state, engine, record, taken);
  return { ...recluster(state, engine, taken.touched), edges: taken.edges, compared: taken.compared };
}

/**
 * Takes records out (a withdrawn delivery, an erased person): their pairs go with them, and what held together by them alone falls apart.
 * Decisions about them wait, in case they come back.
 */
export function removeRecords(state: LinkState, engine: LinkEngine, records: Iterable<number>): ReclusterOutcome {
  const touched = new Set<number>();
  const gone: number[] = [];
  for (const record of records) {
    detach(state, engine, record, touched);
    gone.push(record);
  }
  return recluster(state, engine, touched, gone);
}

/**
 * Takes in records whose values changed: `from` is the number that a record had, `to` the one that stands for its new values. It
 * leaves its pairs and is compared anew, but not its person: whom it is of follows from what it says now, in one step.
 */
export function changeRecords(
  state: LinkState,
  engine: LinkEngine,
  changes: Iterable<{ readonly from: number; readonly to: number }>,
): IncrementOutcome {
  const taken = takenIn();
  const all = [...changes];
  for (const { from } of all) detach(state, engine, from, taken.touched);
  for (const { from, to } of all) {
    state.personOf.set(to, state.personOf.get(from));
    state.personOf.set(from, -1);
    attach(state, engine, to, taken);
  }
  return { ...recluster(state, engine, taken.touched), edges: taken.edges, compared: taken.compared };
}

interface TakenIn {
  readonly touched: Set<number>;
  readonly edges: { left: number; right: number; weight: number }[];
  compared: number;
}

const takenIn = (): TakenIn => ({ touched: new Set(), edges: [], compared: 0 });

/** Gives a record a node, compared with its candidates, or adds it to the node of records that are alike. */
function attach(state: LinkState, engine: LinkEngine, record: number, taken: TakenIn): void {
  if (state.nodeOf.get(record) >= 0) throw new RangeError(`record number ${record} is there already`);
  const key = state.decisions.byRecord.size > 0 ? keyOfRef(engine.refOf(record)) : '';
  const isDecided = key !== '' && state.decisions.byRecord.has(key);
  if (isDecided) state.decisions.recordOf.set(key, record);
  const alike = engine.alikeOf?.(record) ?? -1;
  const node = alike < 0 ? -1 : nodeToJoin(state, engine, record, alike);
  if (node >= 0) {
    addToNode(state, engine, record, node);
    engine.remember?.(record);
    if (isDecided && toldApart(state, engine, node))
      for (const part of takeApart(state, engine, node)) taken.touched.add(part);
    else taken.touched.add(node);
    return;
  }
  const own = openNode(state, record);
  if (alike >= 0 && state.isTakenApart.get(state.nodeOf.get(alike)) === 1) state.isTakenApart.set(own, 1);
  taken.touched.add(own);
  const seen = new Set<number>([own, -1]);
  const compareWith = (candidate: number): void => {
    const other = state.nodeOf.get(candidate);
    if (seen.has(other)) return;
    seen.add(other);
    taken.compared += 1;
    const right = state.standsFor.get(other);
    const weight = engine.score(record, right);
    if (!(weight >= state.settings.keepAbove)) return;
    state.graph.add(own, other, weight);
    taken.edges.push({ left: record, right, weight });
  };
  for (const candidate of engine.candidatesOf(record)) compareWith(candidate);
  if (alike >= 0) compareWith(alike);
  engine.remember?.(record);
}

/** Takes a record out of its node. What hung together with it is touched. */
function detach(state: LinkState, engine: LinkEngine, record: number, touched: Set<number>): void {
  const node = state.nodeOf.get(record);
  if (node < 0) throw new RangeError(`record number ${record} is not there`);
  touched.add(node);
  state.graph.visit(node, (other, weight) => {
    if (weight >= state.settings.threshold) touched.add(other);
  });
  const key = keyOfRef(engine.refOf(record));
  for (const other of state.decisions.byRecord.get(key)?.keys() ?? []) {
    const partner = state.decisions.recordOf.get(other);
    if (partner !== undefined && state.nodeOf.get(partner) >= 0) touched.add(state.nodeOf.get(partner));
  }
  takeFromNode(state, engine, record, node);
  state.decisions.recordOf.delete(key);
  engine.forget?.(record);
}

/** Takes in what reviewers said. `recordOf` finds a record by its ref, -1 where it is not there (the decision then waits for it). */
export function decide(
  state: LinkState,
  engine: LinkEngine,
  decisions: Iterable<ReviewDecision>,
  recordOf: (ref: ReviewDecision['left']) => number,
): ReclusterOutcome {
  const touched = new Set<number>();
  for (const record of noteDecisions(state, decisions, recordOf)) {
    const node = state.nodeOf.get(record);
    if (!isAlive(state, node)) continue;
    if (!toldApart(state, engine, node)) touched.add(node);
    else for (const part of takeApart(state, engine, node)) touched.add(part);
  }
  return recluster(state, engine, touched);
}

/** Makes persons anew of all that is there, by the pairs and decisions as they are: of a component that was taken up. */
export function reclusterAll(state: LinkState, engine: LinkEngine): ReclusterOutcome {
  return recluster(
    state,
    engine,
    Array.from({ length: state.nodes }, (_, node) => node),
  );
}

/**
 * The node of an earlier record that is alike, if the new one is the same person by that alone; -1 where it has to be a node of its own:
 * it says too little to be known again, its source or the other's has nobody twice, or reviewers told such records apart.
 */
function nodeToJoin(state: LinkState, engine: LinkEngine, record: number, alike: number): number {
  const node = state.nodeOf.get(alike);
  if (node < 0 || state.isTakenApart.get(node) === 1) return -1;
  if ([record, alike].some((one) => (engine.uniqueSourceOf?.(one) ?? -1) >= 0)) return -1;
  return engine.score(record, alike) >= state.settings.threshold ? node : -1;
}
