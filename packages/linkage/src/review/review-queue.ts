import type { Guard } from '../cluster/person-clusters.ts';
import type { Bilingual } from '../explain/bilingual.ts';
import type { ReviewDecision } from '../persons/person-event.ts';
import type { RecordRef } from '../persons/person-ids.ts';

/** Why a pair is asked. */
export type ReviewReason = 'in_doubt' | 'bridge' | 'held_back';

export interface ReviewItem {
  readonly left: RecordRef;
  readonly right: RecordRef;
  /** Numbers of the two records in the record set. */
  readonly leftRecord: number;
  readonly rightRecord: number;
  readonly weight: number;
  /** As scored, and after what reviewers said of pairs with the same pattern of agreement. */
  readonly probability: number;
  readonly expectedProbability: number;
  /** What stands as long as nobody decides. */
  readonly isLinked: boolean;
  readonly reason: ReviewReason;
  readonly guard: Guard | null;
  /** Records on either side of the decision. */
  readonly leftRecords: number;
  readonly rightRecords: number;
  /** Expected number of record pairs whose status this decision corrects. */
  readonly gain: number;
  /** What the queue is ordered by: the gain, and what the decision teaches about pairs like it. */
  readonly priority: number;
  /** Levels of all comparisons, two hexadecimal signs each; pairs that are alike have the same. */
  readonly pattern: string;
  /** Further questions with this pattern that are not asked now. */
  readonly alike: number;
  /** Why it is asked, in words. */
  readonly why: Bilingual;
}

export interface ReviewQueue {
  readonly items: readonly ReviewItem[];
  /** Questions open, those that stand for others and those that they stand for. */
  readonly open: number;
}

export interface ReviewQueueOptions {
  /** All decisions not taken back, in their order (`decisionsOf`). */
  readonly decisions: readonly ReviewDecision[];
  readonly limit: number;
  /** Who asks: pairs that this reviewer was unsure about are kept for others. */
  readonly reviewer: string;
  /** What this reviewer may see. A pair with a record that is not visible leaves no trace: no item, no count, no cluster size. */
  readonly visible?: (record: number) => boolean;
  /** Questions with one pattern in the queue at a time; 1 where absent. */
  readonly perPattern?: number;
}
