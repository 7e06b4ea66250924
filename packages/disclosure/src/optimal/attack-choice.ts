import { type Highs, type Model, OPTIMAL, zeroRows } from './linear-solver.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

/** How far a cell may be from its value, and why no farther. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/**
 * The reader's side of a choice of suppressed cells, as deviations from the true table along which every published cell and every sum stays
 * as it is. Open models hold memory of the solver: `close` frees it.
 */
export interface ChoiceAttack {
  /** Farthest a cell can rise (direction 1) or fall (-1), with the deviations of all cells along the way. */
  readonly push: (cell: number, direction: 1 | -1) => Push;
  /** Deviations that bring as many of the cells as far as possible at once, each times its weight. */
  readonly pushAll: (weights: ReadonlyMap<number, number>) => Push;
  /** Takes a suppressed cell out (published after all) or puts it back. */
  readonly publish: (cell: number, isPublished: boolean) => void;
  readonly close: () => void;
}

export interface Push {
  readonly amount: number;
  /** By cell of the problem: its deviation, where it is not zero. */
  readonly deviations: ReadonlyMap<number, number>;
  /** By sum of the problem: what it costs to break it (dual); for the cut that says why the push ends. */
  readonly prices: () => ReadonlyMap<number, number>;
}

const small = 1e-7;

/**
 * Opens the attack on a choice. A share instead of a choice (from 0 to 1, of the relaxation without whole numbers) lets a cell deviate by that share
 * of what it could.
 */
export function openAttack(
  solver: Highs,
  problem: SuppressionProblem,
  suppressed: Uint8Array | Float64Array,
): ChoiceAttack {
  const cells: number[] = [];
  const columnOf = new Map<number, number>();
  for (let cell = 0; cell < suppressed.length; cell += 1) {
    if ((suppressed[cell] ?? 0) <= 1e-7) continue;
    columnOf.set(cell, cells.length);
    cells.push(cell);
  }
  const rows: { sum: number; columns: number[]; signs: number[] }[] = [];
  for (const [sum, { total, parts }] of problem.sums.entries()) {
    const columns: number[] = [];
    const signs: number[] = [];
    const add = (cell: number, sign: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      columns.push(column);
      signs.push(sign);
    };
    for (const part of parts) add(part, 1);
    add(total, -1);
    if (columns.length > 0) rows.push({ sum, columns, signs });
  }
  // Beyond what is required of any cell, more room for a part of a cell is of no use; for a cell as a whole it may be.
  const most = problem.required.reduce((largest, required) => Math.max(largest, required), 0);
  const shorten = (cell: number, room: number): number => {
    const share = suppressed[cell] ?? 0;
    return share > 1 - 1e-7 ? room : Math.sign(room) * Math.min(Math.abs(room), most) * share;
  };
  const lower = Float64Array.from(cells, (cell) => shorten(cell, downTo(problem, cell)));
  const upper = Float64Array.from(cells, (cell) => shorten(cell, upTo(problem, cell)));
  const model = zeroRows(solver, rows, { lower, upper });
  // Only the objective changes from one push to the next, so that the primal simplex starts where the last one ended.
  model.options.set({ presolve: 'off', solver: 'simplex', simplex_strategy: 4 });

  const run = (): Push => {
    model.run();
    if (model.getModelStatus() !== OPTIMAL) {
      model.clearSolver();
      model.run();
      if (model.getModelStatus() !== OPTIMAL)
        throw new Error(`The solver stopped with status ${model.getModelStatus()}.`);
    }
    const { colValue, rowDual } = model.getSolution();
    const deviations = new Map<number, number>();
    for (const [column, value] of colValue.entries()) {
      if (Math.abs(value) > small) deviations.set(cells[column] ?? -1, value);
    }
    return {
      amount: -model.getObjectiveValue(),
      deviations,
      prices: () => {
        const prices = new Map<number, number>();
        for (const [row, dual] of rowDual.entries()) if (Math.abs(dual) > small) prices.set(rows[row]?.sum ?? -1, dual);
        return prices;
      },
    };
  };

  return {
    push: (cell, direction) => {
      const column = columnOf.get(cell);
      if (column === undefined) return { amount: 0, deviations: new Map(), prices: () => new Map() };
      model.changeColCost(column, -direction);
      const found = run();
      model.changeColCost(column, 0);
      return found;
    },
    pushAll: (weights) => {
      const costs = new Float64Array(cells.length);
      for (const [cell, weight] of weights) costs[columnOf.get(cell) ?? 0] = -weight;
      model.changeColsCost({ kind: 'range', from: 0, to: cells.length - 1 }, costs);
      const found = run();
      model.changeColsCost({ kind: 'range', from: 0, to: cells.length - 1 }, new Float64Array(cells.length));
      return found;
    },
    publish: (cell, isPublished) => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      const [from, to] = isPublished ? [0, 0] : [lower[column] ?? 0, upper[column] ?? 0];
      model.changeColBounds(column, from, to);
    },
    close: () => closeModel(model),
  };
}

function closeModel(model: Model): void {
  if (!model.disposed) model.dispose();
}

/** How far below its value a reader must think a cell may lie. */
export function downTo({ lower, values }: SuppressionProblem, cell: number): number {
  return Math.min(0, (lower[cell] ?? 0) - (values[cell] ?? 0));
}

export function upTo({ upper, values }: SuppressionProblem, cell: number): number {
  return Math.max(0, (upper[cell] ?? 0) - (values[cell] ?? 0));
}
