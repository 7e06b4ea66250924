import type { LinkField, LinkMode, LinkSpec } from '../spec/link-spec.ts';
import type { ValuePool } from './value-pool.ts';

/** No value: a field that is not stated. */
export const NOT_STATED = -1;

/**
 * One compared field of all records: which distinct value each record has. A comparison needs a value's form only once,
 * and two equal values are two equal numbers.
 */
export interface FieldColumn {
  readonly name: string;
  readonly field: LinkField;
  /** The distinct normalised values. */
  readonly pool: ValuePool;
  /** For each record the number of its (first) value in the pool, or NOT_STATED. Length: records. */
  readonly valueOf: Int32Array;
  /** Further values of records that have several: record r's are `values[starts[r]] … values[starts[r + 1] - 1]`. */
  readonly further: { readonly starts: Int32Array; readonly values: Int32Array } | null;
}

export interface RecordSource {
  readonly name: string;
  /** No person stands twice in it. */
  readonly isUnique: boolean;
}

/** The records to be linked, held by columns. Record numbers are 0-based and run through all sources in their order. */
export interface RecordSet {
  readonly size: number;
  readonly spec: LinkSpec;
  readonly mode: LinkMode;
  readonly sources: readonly RecordSource[];
  /** Length: records. */
  readonly sourceOf: Uint16Array;
  /** Id of a record within its source, as the file gives it. */
  readonly idOf: (record: number) => string;
  readonly fields: readonly FieldColumn[];
}
