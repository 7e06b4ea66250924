import type { CanonicalValue } from './kind.ts';

/** Where a delivery's content comes from, carried to every figure made of it. */
export interface Provenance {
  /** Agency id. */
  readonly agency: string;
  /** How to cite it: "UN DESA, International Migrant Stock 2020". */
  readonly citation: string;
  /** Synthetic data are marked on every page on which a figure of theirs stands. */
  readonly isSynthetic: boolean;
  readonly licence?: string;
  /** ISO date of publication, where known. */
  readonly publishedOn?: string;
}

/**
 * Checked rows on their way from intake to the store, in canonical text form. `columns` are field names of the target
 * declaration (same for all batches of a delivery); `rows[i][j]` is the value of `columns[j]`; `sourceRows[i]` the 1-based
 * row in `sheet`.
 */
export interface CandidateBatch {
  readonly register: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CanonicalValue[])[];
  readonly sheet: string;
  readonly sourceRows: ArrayLike<number>;
}

/** What a delivery came to; every row read is in exactly one of taken, unchanged, duplicates, refused, leftOut. */
export interface DeliveryCounts {
  /** Data rows found in the file (records proposed, where one row makes several). */
  readonly read: number;
  /** New or changed records. */
  readonly taken: number;
  /** Already there, word for word. */
  readonly unchanged: number;
  /** The same record twice in this file, an event recorded otherwise, or a figure that a later edition tells otherwise. */
  readonly duplicates: number;
  /** Kept out, each with at least one error in the issues file. */
  readonly refused: number;
  /** Recognised as no record: totals, notes, blank rows. */
  readonly leftOut: number;
}
