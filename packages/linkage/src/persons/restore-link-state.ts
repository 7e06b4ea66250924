import { noteDecisions, takeApart, toldApart } from './link-decisions.ts';
import { addToNode, openNode } from './link-nodes.ts';
import type { LinkEngine, LinkSettings, LinkState } from './link-state.ts';
import { createLinkState } from './link-state.ts';
import type { ReviewDecision } from './person-event.ts';
import type { PersonNumbers, RecordRef } from './person-ids.ts';

/** A linkage as it was kept: all of it, or whole components of it (for one record at a desk: those of its candidates). */
export interface KeptLinkage {
  readonly records: Iterable<{
    readonly record: number;
    /** Number of its person, -1 where it has none. */
    readonly person: number;
    /** Any number that records alike in all compared fields have in common, if they are one node; else one of its own. */
    readonly entry: number;
  }>;
  /** One pair of records for each pair of entries that is kept, in any order. */
  readonly edges: Iterable<{ readonly left: number; readonly right: number; readonly weight: number }>;
  readonly decisions: Iterable<ReviewDecision>;
  /** Record of a ref, -1 where it is not among `records`. */
  readonly recordOf: (ref: RecordRef) => number;
}

/** Takes up a linkage where it was left. Nothing is clustered: persons are as they were kept. */
export function restoreLinkState(
  settings: LinkSettings,
  numbers: PersonNumbers,
  engine: LinkEngine,
  kept: KeptLinkage,
): LinkState {
  const state = createLinkState(settings, numbers);
  const nodeOfEntry = new Map<number, number>();
  for (const { record, person, entry } of kept.records) {
    const node = nodeOfEntry.get(entry);
    if (node === undefined) nodeOfEntry.set(entry, openNode(state, record));
    else addToNode(state, engine, record, node);
    if (person >= 0) state.personOf.set(record, person);
  }
  for (const { left, right, weight } of kept.edges) {
    const [a, b] = [state.nodeOf.get(left), state.nodeOf.get(right)];
    if (a < 0 || b < 0) throw new RangeError('a kept pair names a record that is not there');
    if (a !== b) state.graph.add(a, b, weight);
  }
  for (const record of noteDecisions(state, kept.decisions, kept.recordOf)) {
    const node = state.nodeOf.get(record);
    if (node >= 0 && toldApart(state, engine, node)) takeApart(state, engine, node);
  }
  return state;
}

/** Puts records back to the persons that an undone event took them from (-1: none), before `decide` is given what follows from it. */
export function placeRecords(
  state: LinkState,
  places: Iterable<{ readonly record: number; readonly person: number }>,
): void {
  for (const { record, person } of places) state.personOf.set(record, person);
}
