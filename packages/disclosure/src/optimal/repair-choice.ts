import { downTo, openAttack, upTo } from './attack-choice.ts';
import { attackChoice } from './attack-rounds.ts';
import type { Certificates } from './certificates.ts';
import { type Highs, OPTIMAL, zeroRows } from './linear-solver.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

export interface RepairInput {
  readonly solver: Highs;
  readonly problem: SuppressionProblem;
  readonly suppressed: Uint8Array;
  readonly certificates: Certificates;
  readonly targets: readonly number[];
  /** The certificates are empty: the choice is attacked before it is repaired. */
  readonly isFresh?: boolean;
}

/** Suppresses, for each sensitive cell that is not protected yet, the cells of the cheapest deviation that protects it. */
export function repairChoice({ solver, problem, suppressed, certificates, targets, isFresh }: RepairInput): {
  readonly suppressed: Uint8Array;
  readonly impossible: readonly number[];
} {
  const chosen = suppressed.slice();
  const impossible: number[] = [];
  if (isFresh === true) {
    const attack = openAttack(solver, problem, chosen);
    attackChoice({ attack, problem, certificates, targets, take: () => false });
    attack.close();
  }
  const failing = targets
    .filter((cell) => !certificates.isProtected(cell))
    .sort((left, right) => (problem.values[right] ?? 0) - (problem.values[left] ?? 0));
  if (failing.length === 0) return { suppressed: chosen, impossible };
  const size = chosen.length;
  // Two columns a cell: what it rises by, and what it falls by.
  const lower = new Float64Array(2 * size);
  const upper = new Float64Array(2 * size);
  for (let cell = 0; cell < size; cell += 1) {
    const may = chosen[cell] === 1 || Number.isFinite(problem.cost[cell] ?? 0);
    upper[cell] = may ? upTo(problem, cell) : 0;
    upper[size + cell] = may ? -downTo(problem, cell) : 0;
  }
  const rows = problem.sums.map(({ total, parts }) => ({
    columns: [...parts, total, ...parts.map((part) => part + size), total + size],
    signs: [...parts.map(() => 1), -1, ...parts.map(() => -1), 1],
  }));
  const model = zeroRows(solver, rows, { lower, upper });
  model.options.set({ solver: 'simplex' });
  const price = (cell: number): number => (chosen[cell] === 1 ? 1e-6 : Math.min(1e6, problem.cost[cell] ?? 0));
  for (let cell = 0; cell < size; cell += 1) {
    model.changeColCost(cell, price(cell));
    model.changeColCost(size + cell, price(cell));
  }
  const force = (cell: number, up: number, down: number): boolean => {
    model.changeColBounds(cell, up, up > 0 ? up : 0);
    model.changeColBounds(size + cell, down, down > 0 ? down : 0);
    model.run();
    const isFound = model.getModelStatus() === OPTIMAL;
    if (isFound) {
      const { colValue } = model.getSolution();
      const deviations = new Map<number, number>();
      for (let other = 0; other < size; other += 1) {
        const value = (colValue[other] ?? 0) - (colValue[size + other] ?? 0);
        if (Math.abs(value) < 1e-7) continue;
        deviations.set(other, value);
        if (chosen[other] === 1) continue;
        chosen[other] = 1;
        model.changeColCost(other, price(other));
        model.changeColCost(size + other, price(other));
      }
      certificates.add({ amount: 0, deviations, prices: () => new Map() });
    }
    model.changeColBounds(cell, 0, upper[cell] ?? 0);
    model.changeColBounds(size + cell, 0, upper[size + cell] ?? 0);
    return isFound;
  };
  for (const cell of failing) {
    if (certificates.isProtected(cell)) continue;
    const needed = problem.required[cell] ?? 0;
    const most = { up: upper[cell] ?? 0, down: upper[size + cell] ?? 0 };
    const ways: readonly (readonly [number, number][])[] = [
      ...(most.up >= needed ? [[[needed, 0] as [number, number]]] : []),
      ...(most.down >= needed ? [[[0, needed] as [number, number]]] : []),
      ...(most.up + most.down >= needed
        ? [
            [
              [Math.min(most.up, needed), 0] as [number, number],
              [0, needed - Math.min(most.up, needed)] as [number, number],
            ],
            [
              [needed - Math.min(most.down, needed), 0] as [number, number],
              [0, Math.min(most.down, needed)] as [number, number],
            ],
          ]
        : []),
    ];
    const isDone = ways.some((steps) =>
      steps.every(([up, down]) => (up === 0 && down === 0 ? true : force(cell, up, down))),
    );
    if (!isDone && !certificates.isProtected(cell)) impossible.push(cell);
  }
  model.dispose();
  return { suppressed: chosen, impossible };
}
