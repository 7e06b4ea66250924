import { downTo, upTo } from './attack-choice.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

/** Of these cells so much must be suppressed that the coefficients reach `least`; whatever does not, leaves a cell unprotected. */
export interface Cut {
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly least: number;
}

/** No cell that may be suppressed can protect the cell: it stays as narrow as it is. */
export type CutResult = Cut | 'impossible' | 'satisfied';

/**
 * The cut that prices of sums give for a sensitive cell (Fischetti and Salazar, Mathematical Programming 84, 1999): by duality the rise and the fall
 * of the cell together are no more than the sum of the coefficients of suppressed cells, whatever the prices are. Coefficients beyond what
 * is lacking are cut down to it, which makes the cut stronger.
 */
export function makeCut(
  problem: SuppressionProblem,
  cell: number,
  prices: readonly { readonly direction: 1 | -1; readonly prices: ReadonlyMap<number, number> }[],
): CutResult {
  const reach = new Map<number, number>();
  for (const { direction, prices: own } of prices) {
    const reduced = new Map<number, number>([[cell, -direction]]);
    for (const [sum, price] of own) {
      const { total, parts } = problem.sums[sum] ?? { total: -1, parts: [] };
      for (const part of parts) reduced.set(part, (reduced.get(part) ?? 0) - price);
      reduced.set(total, (reduced.get(total) ?? 0) + price);
    }
    for (const [other, price] of reduced) {
      if (Math.abs(price) < 1e-9) continue;
      const most = price > 0 ? -price * downTo(problem, other) : -price * upTo(problem, other);
      if (most > 1e-9) reach.set(other, (reach.get(other) ?? 0) + most);
    }
  }
  let lacking = problem.required[cell] ?? 0;
  for (const [other, most] of reach) if (isAlwaysSuppressed(problem, other)) lacking -= most;
  if (lacking <= 1e-6) return 'satisfied';
  const cells: number[] = [];
  const coefficients: number[] = [];
  for (const [other, most] of reach) {
    if (isAlwaysSuppressed(problem, other) || !Number.isFinite(problem.cost[other] ?? 0)) continue;
    cells.push(other);
    coefficients.push(Math.min(1, most / lacking));
  }
  const total = coefficients.reduce((sum, coefficient) => sum + coefficient, 0);
  if (total < 1 - 1e-9) return 'impossible';
  return { cells, coefficients, least: 1 };
}

export function isAlwaysSuppressed({ required, withheld }: SuppressionProblem, cell: number): boolean {
  return (required[cell] ?? 0) > 0 || withheld[cell] === 1;
}

/** Cuts that hold before anybody attacks: along each sum the other cells must be able to make up for a sensitive one. */
export function cutsAlongSums(
  problem: SuppressionProblem,
  cell: number,
  sums: readonly number[],
): readonly CutResult[] {
  return sums.map((sum) => {
    const isTotal = problem.sums[sum]?.total === cell;
    const sign = isTotal ? 1 : -1;
    return makeCut(problem, cell, [
      { direction: 1, prices: new Map([[sum, sign]]) },
      { direction: -1, prices: new Map([[sum, -sign]]) },
    ]);
  });
}
