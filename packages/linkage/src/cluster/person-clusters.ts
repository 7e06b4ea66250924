import type { DecisionConflict } from './decided-pairs.ts';

/** Which records are one person. */
export interface PersonClusters {
  /** For each record its person: 0-based, numbered by the first record of each. Length: records. */
  readonly personOf: Int32Array;
  readonly persons: number;
  /** Edges at or above the threshold that were not followed, and the guard that held them back. */
  readonly heldBack: readonly HeldBackEdge[];
  /** Reviewers' decisions that were not followed because of others, by records. */
  readonly conflicts: readonly DecisionConflict[];
}

export interface HeldBackEdge {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  readonly guard: Guard;
}

/** Why two records above the threshold were not made one person. */
export type Guard =
  /** Both persons have a record in a source where nobody stands twice. */
  | 'twice_in_source'
  /** The two differ in what a person has only one of (sex and year of birth both). */
  | 'impossible'
  /** The edge was the weakest bridge of a cluster too large to be one person. */
  | 'giant'
  /** Another candidate of the same source was better (one-to-one). */
  | 'better_candidate'
  /** A reviewer said that they are not the same. */
  | 'reviewer';
