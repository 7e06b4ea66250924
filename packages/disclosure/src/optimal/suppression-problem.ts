/** A table as the choice of suppressed cells sees it. Every list is by cell. */
export interface SuppressionProblem {
  readonly values: Float64Array;
  /** What a reader takes for certain of a cell once it is suppressed. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** What is lost with a cell; Infinity: it must be published (a zero, an earlier publication). */
  readonly cost: Float64Array;
  /** How wide the interval must be that a reader is left with; 0 for all but sensitive cells, which are suppressed in any case. */
  readonly required: Float64Array;
  /** Cells that are suppressed in any case though no interval is required of them: withheld before, or by hand. */
  readonly withheld: Uint8Array;
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
}

/** A choice of cells. */
export interface SuppressionChoice {
  /** 1: suppressed. Sensitive cells included. */
  readonly suppressed: Uint8Array;
  /** Of the cells that are suppressed for the sake of others. */
  readonly cost: number;
  /** No choice that protects costs less than this. */
  readonly lowerBound: number;
  /** Sensitive cells that no choice can protect: all their sums are zeros, or too small beside what is known. */
  readonly unprotected: readonly number[];
  readonly rounds: number;
  readonly isOptimal: boolean;
}

export function costOf({ cost, required, withheld }: SuppressionProblem, suppressed: Uint8Array): number {
  let sum = 0;
  for (let cell = 0; cell < suppressed.length; cell += 1) {
    if (suppressed[cell] === 1 && (required[cell] ?? 0) === 0 && withheld[cell] !== 1) sum += cost[cell] ?? 0;
  }
  return sum;
}
