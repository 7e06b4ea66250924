/** A record of a register: its name, and its `record_id` as text. */
export interface RecordRef {
  readonly source: string;
  readonly id: string;
}

/** Number of a person, given once, kept for ever, never given to another: `P-00000042`. */
export type PersonId = string;

/** What happened to persons, appended and never changed. An event is undone by a further one that names its number. */
export type PersonEvent =
  | { readonly kind: 'created' | 'joined' | 'left'; readonly person: PersonId; readonly records: readonly RecordRef[] }
  /** The records went from one to the other; merged: `from` is retired and stays known as a former number of `into`. */
  | {
      readonly kind: 'merged' | 'split';
      readonly from: PersonId;
      readonly into: PersonId;
      readonly records: readonly RecordRef[];
    }
  | { readonly kind: 'undone'; readonly event: number };

/** An event as it was kept. Numbers run within one layer. */
export interface KeptPersonEvent {
  readonly number: number;
  readonly event: PersonEvent;
  /** ISO instant. */
  readonly happenedAt: string;
  readonly causedBy: string;
  /** The link run that it came from; null for a desk or a reviewer. */
  readonly run: number | null;
}

export type Verdict = 'same' | 'not_the_same' | 'unsure';

/** What a reviewer said of two records. The newest one about a pair counts. */
export interface ReviewDecision {
  readonly left: RecordRef;
  readonly right: RecordRef;
  readonly verdict: Verdict;
  readonly reviewer: string;
  /** ISO instant. */
  readonly decidedAt: string;
  readonly reason?: string;
}

/** 32 hex digits: `entryIdOf` what the entry says. The same in each run, in each database. */
export type EntryId = string;

/**
 * accepted: one person; held_back: above the threshold, but a guard spoke against it; review: a person is asked; below: kept
 * as evidence only.
 */
export type LinkState = 'accepted' | 'held_back' | 'review' | 'below';

/** A link as it is kept. `levels` has a byte for each comparison of the model. */
export interface KeptLink {
  readonly left: EntryId;
  readonly right: EntryId;
  /** Bits. */
  readonly weight: number;
  readonly probability: number;
  readonly state: LinkState;
  readonly guard: string | null;
  readonly levels: Uint8Array;
}

/** The protected registers without whose right something is not seen: sorted, each once; empty for what is open. */
export type Wall = readonly string[];

/** Where a wall's linkage stands. */
export interface Layer {
  readonly id: number;
  readonly wall: Wall;
  /** Number of the run whose tables hold; null before the first. */
  readonly run: number | null;
}
