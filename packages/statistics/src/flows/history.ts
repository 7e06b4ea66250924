/** Codes in the typed arrays that histories are worked on with; the table `classified` has their words. */
export const NON_RESIDENT = 0;
export const RESIDENT = 1;
export const UNKNOWN = 2;
export const NO = 0;
export const YES = 1;

/** A day that is none: later than every date. */
export const NEVER = 0x7fff_ffff;

/**
 * The crossings of one person in order, in arrays that are used again for the next person: only the first `size` elements
 * count. Days are counted from 1970-01-01. Directions alternate, since missing crossings have been put in.
 */
export interface History {
  size: number;
  readonly day: Int32Array;
  /** 1 for an arrival, 0 for a departure: the side entered, as a status. */
  readonly side: Uint8Array;
  /** Position among the person's recorded crossings; -1 where it was put in. */
  readonly row: Int32Array;
}

/** What is known of one person's crossings, in arrays as long as the history's. */
export interface Outcomes {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly migration: Uint8Array;
  /** Days from which on the value is final; `NEVER` where it is not known. */
  readonly beforeOn: Int32Array;
  readonly afterOn: Int32Array;
  readonly migrationOn: Int32Array;
}

/** Arrays for histories of up to so many crossings. */
export function newHistory(capacity: number): History {
  return { size: 0, day: new Int32Array(capacity), side: new Uint8Array(capacity), row: new Int32Array(capacity) };
}

/** Arrays for the outcomes of up to so many crossings. */
export function newOutcomes(capacity: number): Outcomes {
  return {
    before: new Uint8Array(capacity),
    after: new Uint8Array(capacity),
    migration: new Uint8Array(capacity),
    beforeOn: new Int32Array(capacity),
    afterOn: new Int32Array(capacity),
    migrationOn: new Int32Array(capacity),
  };
}
