import type { PersonClusters } from './cluster/person-clusters.ts';
import type { LinkageModel } from './model.ts';
import type { ScoredPairs } from './predict/scored-pairs.ts';
import type { RecordSet } from './records/record-set.ts';

/**
 * Records that are alike in every compared field (and in source, where a source has nobody twice) are one *entry*: fifteen
 * crossings with one passport are compared once.
 */
export interface Entries {
  readonly count: number;
  /** For each record its entry. */
  readonly entryOf: Int32Array;
  /** First record of each entry. */
  readonly firstOf: Int32Array;
  /** Records of entry e: `members[starts[e]] … members[starts[e + 1] - 1]`, ascending. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Something that the person who asked for the linkage should know. No value of any record in it. */
export interface LinkNotice {
  readonly code: string;
  readonly severity: 'info' | 'warning';
  readonly message: string;
}

export interface StageTime {
  readonly stage: 'read' | 'normalise' | 'block' | 'train' | 'compare' | 'cluster' | 'write';
  readonly seconds: number;
}

export interface LinkResult {
  readonly records: RecordSet;
  readonly entries: Entries;
  readonly model: LinkageModel;
  /** Pairs of entries whose weight is at least `keepAbove`. */
  readonly pairs: ScoredPairs;
  /** Weight of an entry against its own double, for entries of more than one record; NaN elsewhere. */
  readonly selfWeight: Float64Array;
  /** By records, not by entries. */
  readonly clusters: PersonClusters;
  readonly candidatePairs: number;
  readonly notices: readonly LinkNotice[];
  readonly times: readonly StageTime[];
}
