/**
 * Scored pairs of entries (or records), by columns. `levels` holds one byte a comparison, pair after pair: the index of the level in
 * the comparison's list, 255 where the comparison is silent because a value is not stated.
 */
export interface ScoredPairs {
  readonly count: number;
  /** left < right, sorted by left, then right. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Match weight in bits, prior included. */
  readonly weight: Float64Array;
  readonly levels: Uint8Array;
  /** Number of comparisons: bytes a pair in `levels`. */
  readonly comparisons: number;
}
