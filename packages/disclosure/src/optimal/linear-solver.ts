import { createRequire } from 'node:module';
import type { Highs, Model } from 'highs';

// The package's types are those of its CommonJS half, whose default export stands in a field.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof import('highs');

let loading: Promise<Highs> | undefined;

/** HiGHS (University of Edinburgh), compiled to WebAssembly: loaded once in a process, from the package's own file. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

export type { Highs, Model } from 'highs';

/** What HiGHS calls an optimal solution. */
export const OPTIMAL = 7;

/** Rows that are equal to zero, over the columns that are named. */
export function zeroRows(
  solver: Highs,
  rows: readonly { readonly columns: readonly number[]; readonly signs: readonly number[] }[],
  columns: { readonly lower: Float64Array; readonly upper: Float64Array },
): Model {
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { columns: own }] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + own.length;
  const size = columns.lower.length;
  const model = solver.createModel({
    numCols: size,
    numRows: rows.length,
    colCost: new Float64Array(size),
    colLower: columns.lower,
    colUpper: columns.upper,
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: size,
      starts,
      indices: Int32Array.from(rows.flatMap(({ columns: own }) => own)),
      values: Float64Array.from(rows.flatMap(({ signs }) => signs)),
    },
  });
  model.options.set({ output_flag: false });
  return model;
}
