/** What is known of the contributors to a cell, for amounts: their number and the two largest. */
export interface Contributions {
  readonly contributors: number | null;
  readonly largest: number | null;
  readonly second: number | null;
  /** The k largest together, where the rule of dominance looks at more than two. */
  readonly top?: number | null;
}

export interface TableCell extends Partial<Contributions> {
  /** A code per dimension; `_T` is the total. */
  readonly key: readonly string[];
  readonly value: number;
  /** 1-based row of the file; null where the cell was computed. */
  readonly row: number | null;
}

/** One cell is the sum of others: positions in `cells`. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  /** The dimension along which it adds up. */
  readonly dimension: number;
}

/** A table with all its totals, and every sum that holds between its cells, within it and to tables linked with it. */
export interface CellTable {
  readonly dimensions: readonly string[];
  readonly cells: readonly TableCell[];
  readonly sums: readonly Sum[];
  /** Per dimension the parent of each code that has one; above all stands `_T`. */
  readonly parents: readonly ReadonlyMap<string, string>[];
}
