import { type Highs, type Model, OPTIMAL } from './linear-solver.ts';
import type { Cut } from './make-cut.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

export interface Cover {
  /** Cells chosen beside those that are suppressed anyhow. */
  readonly cells: readonly number[];
  /** No choice that satisfies all cuts costs less. */
  readonly bound: number;
  readonly isOptimal: boolean;
}

/** The cheapest choice of cells that satisfies all cuts so far, as an integer program that grows. */
export interface CoverProgram {
  readonly add: (cut: Cut) => void;
  /** Solves it, within seconds and to a relative gap; undefined where no choice was found in time. */
  readonly solve: (limits: { readonly seconds: number; readonly gap: number }) => Cover | undefined;
  /** The bound of the relaxation without whole numbers, and how much of each cell it takes. */
  readonly relax: () => { readonly bound: number; readonly shares: ReadonlyMap<number, number> };
  readonly close: () => void;
}

export function openCover(solver: Highs, { cost }: SuppressionProblem): CoverProgram {
  const model: Model = solver.createModel();
  model.options.set({ output_flag: false, random_seed: 1 });
  const columnOf = new Map<number, number>();
  const cells: number[] = [];
  const columnFor = (cell: number): number => {
    const known = columnOf.get(cell);
    if (known !== undefined) return known;
    const column = cells.length;
    model.addCol(cost[cell] ?? 0, 0, 1, { indices: [], values: [] });
    model.changeColIntegrality(column, 1);
    columnOf.set(cell, column);
    cells.push(cell);
    return column;
  };
  return {
    add: ({ cells: own, coefficients, least }) => {
      const indices = own.map(columnFor);
      model.addRow(least, solver.infinity, { indices, values: coefficients });
    },
    solve: ({ seconds, gap }) => {
      if (cells.length === 0) return { cells: [], bound: 0, isOptimal: true };
      model.options.set({ time_limit: seconds, mip_rel_gap: gap, solve_relaxation: false });
      model.zeroAllClocks();
      model.run();
      const isOptimal = model.getModelStatus() === OPTIMAL;
      const bound = Number(model.info.get('mip_dual_bound'));
      const status = Number(model.info.get('primal_solution_status'));
      if (status !== 2) return undefined;
      const { colValue } = model.getSolution();
      return { cells: cells.filter((_, column) => (colValue[column] ?? 0) > 0.5), bound, isOptimal };
    },
    relax: () => {
      if (cells.length === 0) return { bound: 0, shares: new Map() };
      model.options.set({ time_limit: 1e9, solve_relaxation: true });
      model.run();
      const { colValue } = model.getSolution();
      return {
        bound: model.getObjectiveValue(),
        shares: new Map(cells.map((cell, column) => [cell, colValue[column] ?? 0])),
      };
    },
    close: () => {
      if (!model.disposed) model.dispose();
    },
  };
}
