import type { ClusterInput } from '../cluster/cluster-pairs.ts';
import type { PairEvidence } from '../cluster/group-evidence.ts';
import type { EdgeGraph } from './edge-graph.ts';
import { edgeGraph } from './edge-graph.ts';
import type { GrowingNumbers } from './growing-numbers.ts';
import { growingInts, growingNumbers } from './growing-numbers.ts';
import type { ReviewDecision } from './person-event.ts';
import type { PersonNumbers, RecordRef } from './person-ids.ts';

/** How pairs become persons: the same for every increment, and for all at once. */
export interface LinkSettings extends Pick<ClusterInput, 'threshold' | 'oneToOne' | 'ties' | 'giantSize'> {
  /** Pairs of at least this weight (bits) are kept; not above `threshold`. */
  readonly keepAbove: number;
}

/**
 * The frozen model, seen from records: numbers that the caller gives, each once (0, 1, 2 … in any order of arrival). What it answers about
 * two records must depend on the two alone and be the same in either order.
 */
export interface LinkEngine {
  readonly refOf: (record: number) => RecordRef;
  /** Earlier records that share a blocking key with this one; in any order, repeated or not. */
  readonly candidatesOf: (record: number) => Iterable<number>;
  /** Weight of a pair in bits. */
  readonly score: (a: number, b: number) => number;
  /**
   * An earlier record of the same entry, or -1: alike in all compared fields, and of the same source where entries are kept apart by
   * source. The two are compared with others only once.
   */
  readonly alikeOf?: (record: number) => number;
  /** Called after a record's candidates were asked for: it is a candidate for later ones from now on. */
  readonly remember?: (record: number) => void;
  /** Called when a record is removed. */
  readonly forget?: (record: number) => void;
  /** Number of the record's source where nobody stands twice in that source, else -1. */
  readonly uniqueSourceOf?: (record: number) => number;
  readonly isImpossible?: (a: number, b: number) => boolean;
  /** What two records say of being one person, in parts; clusters whose members together speak against it are not joined. */
  readonly evidence?: PairEvidence;
}

/** What is known of two records that a reviewer decided on, by `keyOfRef`. */
export interface DecisionBook {
  readonly byRecord: Map<string, Map<string, ReviewDecision>>;
  /** Records of those refs that are there. */
  readonly recordOf: Map<string, number>;
}

/**
 * A linkage that goes on: records in nodes (records alike in all fields are one), scored pairs between nodes, decisions, persons. It is changed
 * by `addRecords`, `removeRecords` and `decide`, and by nothing else.
 */
export interface LinkState {
  readonly settings: LinkSettings;
  readonly numbers: PersonNumbers;
  readonly nodeOf: GrowingNumbers;
  readonly personOf: GrowingNumbers;
  /** Members of a node: a list from `firstMember` along `nextMember`; -1 ends it. An empty node is dead. */
  readonly firstMember: GrowingNumbers;
  readonly nextMember: GrowingNumbers;
  /** The member that comes first by `compareRefs`: it stands for the node. */
  readonly standsFor: GrowingNumbers;
  /** 1: a reviewer told records of this node apart, so that each record is a node of its own. */
  readonly isTakenApart: GrowingNumbers;
  nodes: number;
  readonly graph: EdgeGraph;
  readonly decisions: DecisionBook;
}

export function createLinkState(settings: LinkSettings, numbers: PersonNumbers): LinkState {
  if (settings.keepAbove > settings.threshold) throw new RangeError('keepAbove must not be above the threshold');
  return {
    settings,
    numbers,
    nodeOf: growingInts(-1),
    personOf: growingNumbers(-1),
    firstMember: growingInts(-1),
    nextMember: growingInts(-1),
    standsFor: growingInts(-1),
    isTakenApart: growingInts(0),
    nodes: 0,
    graph: edgeGraph(),
    decisions: { byRecord: new Map(), recordOf: new Map() },
  };
}

export function membersOf(state: LinkState, node: number): number[] {
  const members: number[] = [];
  for (let record = state.firstMember.get(node); record >= 0; record = state.nextMember.get(record))
    members.push(record);
  return members;
}

export function isAlive(state: LinkState, node: number): boolean {
  return state.firstMember.get(node) >= 0;
}
