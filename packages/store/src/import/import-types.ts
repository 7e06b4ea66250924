import type { CandidateBatch, DeliveryCounts, Provenance, RecordDeclaration } from '@leeto/registers';

/** The file that an import takes in. */
export interface DeliveryDescription {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The mapping by which its columns became fields, as it was used. */
  readonly mapping: object;
  readonly mappingHash: string;
  readonly provenance: Provenance;
  /** Period that the file speaks of, ISO dates, both included. */
  readonly referencePeriod?: { readonly from: string; readonly until: string };
  /** Asked for when the batches have ended: what intake read, kept out and left out. */
  readonly intakeCounts?: () => Pick<DeliveryCounts, 'read' | 'refused' | 'leftOut'>;
}

export interface ImportOptions {
  readonly declaration: RecordDeclaration;
  readonly delivery: DeliveryDescription;
  readonly batches: AsyncIterable<CandidateBatch> | Iterable<CandidateBatch>;
  /** The user who imports. */
  readonly receivedBy: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Keys of the agency's earlier records that may be held in memory (40 bytes each); 6,000,000 if not said. */
  readonly mostKeysInMemory?: number;
}

export interface ImportProgress {
  readonly step: 'waiting' | 'receiving' | 'comparing' | 'done';
  /** Rows received so far. */
  readonly rows: number;
  /** A sentence where there is something to say ("another import of … is under way"). */
  readonly message?: string;
}

/** A row that was not taken because its record is there already. */
export interface DuplicateRow {
  readonly sheet: string;
  readonly row: number;
  /**
   * `twice_in_file`: an earlier row of this file has the same key (`first`); `differs_from_recorded`: the log holds an event
   * with this key and another content, and events are never altered; `later_edition_recorded`: another edition of the same
   * series, which reaches further in time, holds this figure.
   */
  readonly reason: 'twice_in_file' | 'differs_from_recorded' | 'later_edition_recorded';
  readonly first?: { readonly sheet: string; readonly row: number };
}

export interface ImportResult {
  readonly status: 'taken' | 'already_imported';
  readonly deliveryId: number;
  readonly counts: DeliveryCounts;
  /** The first hundred thousand duplicates; `counts.duplicates` is the number of all. */
  readonly duplicateRows: readonly DuplicateRow[];
}

export const DUPLICATES_LISTED = 100_000;
