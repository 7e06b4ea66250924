import type { PersonId, RecordRef } from './person-ids.ts';

/**
 * What happened to persons, appended and never changed. The persons of today follow from the events in their order; an event is
 * undone by a further one that names it.
 */
export type PersonEvent =
  | { readonly kind: 'created'; readonly person: PersonId; readonly records: readonly RecordRef[] }
  | { readonly kind: 'joined'; readonly person: PersonId; readonly records: readonly RecordRef[] }
  /** `from` is retired: it stays known as a former number of `into`. */
  | {
      readonly kind: 'merged';
      readonly from: PersonId;
      readonly into: PersonId;
      readonly records: readonly RecordRef[];
    }
  | {
      readonly kind: 'split';
      readonly from: PersonId;
      readonly into: PersonId;
      readonly records: readonly RecordRef[];
    }
  /** Records left (withdrawn delivery, erased). A person without records is retired. */
  | { readonly kind: 'left'; readonly person: PersonId; readonly records: readonly RecordRef[] }
  | { readonly kind: 'undone'; readonly event: number };

export type Verdict = 'same' | 'not_the_same' | 'unsure';

/** What a reviewer said of two records. The newest one about a pair counts; no run overrides it. */
export interface ReviewDecision {
  readonly left: RecordRef;
  readonly right: RecordRef;
  readonly verdict: Verdict;
  readonly reviewer: string;
  /** ISO instant. */
  readonly decidedAt: string;
  readonly reason?: string;
}
