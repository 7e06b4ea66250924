import type { MeasureTable } from '@leeto/statistics';

/**
 * SDMX CL_CONF_STATUS: F free, C confidential (primary), D secondary confidentiality. A `D` may be a small count itself,
 * where marking it `C` would have given it away.
 */
export type ConfidentialityStatus = 'F' | 'C' | 'D';

export interface ReleasedCell {
  /** null where suppressed or where there are no data. */
  readonly value: number | null;
  readonly confidentiality: ConfidentialityStatus;
}

export interface ReleasedRow {
  readonly key: readonly string[];
  readonly cells: readonly ReleasedCell[];
}

declare const released: unique symbol;

/**
 * A table that may leave the house. Only this package can construct one: the brand cannot be named elsewhere, and
 * `assertReleased` finds at run time what a cast smuggled past the compiler.
 */
export interface ReleasedTable extends Omit<MeasureTable, 'rows'> {
  readonly [released]: true;
  readonly rows: readonly ReleasedRow[];
  readonly protection: {
    /** In words, for the note under the table: "Cells of fewer than 5 persons are suppressed." */
    readonly rule: string;
    readonly threshold: number;
    readonly primarySuppressed: number;
    readonly secondarySuppressed: number;
  };
}
