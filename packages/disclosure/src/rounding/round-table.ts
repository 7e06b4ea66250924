import { loadSolver } from '../optimal/linear-solver.ts';
import type { CellTable } from '../protect-table/cell-table.ts';

export interface RoundedTable {
  readonly values: readonly number[];
  readonly isAdditive: boolean;
  /** No cell moved by the base or more, and multiples of it did not move. */
  readonly isZeroRestricted: boolean;
}

/**
 * Controlled rounding: multiples of `base` that add up as the table does, as near to it as can be (Cox and Ernst, 1982; an integer
 * program). First each cell may go up or down to its next multiples alone; then one multiple farther; then each cell is rounded by itself,
 * which does not add up, and says so. Zeros stay zeros.
 */
export async function roundTable(
  { cells, sums }: CellTable,
  base: number,
  { seconds = 20 }: { readonly seconds?: number } = {},
): Promise<RoundedTable> {
  if (!(Number.isInteger(base) && base >= 2)) throw new RangeError('The base is a whole number of 2 or more.');
  const solver = await loadSolver();
  const floors = cells.map(({ value }) => Math.floor(value / base));
  for (const reach of [0, 1]) {
    const lower = cells.map(({ value }, index) => (value === 0 ? 0 : Math.max(0, (floors[index] ?? 0) - reach)));
    const upper = cells.map(({ value }, index) =>
      value === 0 ? 0 : (floors[index] ?? 0) + (value % base === 0 ? reach : 1 + reach),
    );
    // |value - multiple| is linear between neighbours; beyond them a surplus column is dearer.
    const size = cells.length;
    const indices: number[] = [];
    const values: number[] = [];
    const starts = [0];
    for (const { total, parts } of sums) {
      for (const part of parts) {
        indices.push(part);
        values.push(1);
      }
      indices.push(total);
      values.push(-1);
      starts.push(indices.length);
    }
    // A column of distance for each cell: distance >= ±(base × multiple - value).
    for (let cell = 0; cell < size; cell += 1) {
      indices.push(cell, size + cell, cell, size + cell);
      values.push(base, -1, base, 1);
      starts.push(indices.length - 2, indices.length);
    }
    const rows = sums.length + 2 * size;
    const rowLower = new Float64Array(rows);
    const rowUpper = new Float64Array(rows);
    for (const [cell, { value }] of cells.entries()) {
      rowLower[sums.length + 2 * cell] = -solver.infinity;
      rowUpper[sums.length + 2 * cell] = value;
      rowLower[sums.length + 2 * cell + 1] = value;
      rowUpper[sums.length + 2 * cell + 1] = solver.infinity;
    }
    const model = solver.createModel({
      numCols: 2 * size,
      numRows: rows,
      colCost: Float64Array.from({ length: 2 * size }, (_, column) => (column < size ? 0 : 1)),
      colLower: Float64Array.from([...lower, ...cells.map(() => 0)]),
      colUpper: Float64Array.from([...upper, ...cells.map(() => solver.infinity)]),
      rowLower,
      rowUpper,
      matrix: { format: 'csr', numRows: rows, numCols: 2 * size, starts, indices, values },
      integrality: Int32Array.from({ length: 2 * size }, (_, column) => (column < size ? 1 : 0)),
    });
    try {
      model.options.set({
        output_flag: false,
        time_limit: Math.max(1, seconds / 2),
        mip_rel_gap: 0.02,
        random_seed: 1,
      });
      model.run();
      if (Number(model.info.get('primal_solution_status')) === 2) {
        const { colValue } = model.getSolution();
        const rounded = cells.map((_, cell) => base * Math.round(colValue[cell] ?? 0) + 0);
        if (addsUp(rounded, sums)) return { values: rounded, isAdditive: true, isZeroRestricted: reach === 0 };
      }
    } finally {
      model.dispose();
    }
  }
  const nearest = cells.map(({ value }) => base * Math.round(value / base));
  return { values: nearest, isAdditive: addsUp(nearest, sums), isZeroRestricted: true };
}

function addsUp(values: readonly number[], sums: CellTable['sums']): boolean {
  return sums.every(
    ({ total, parts }) => parts.reduce((sum, part) => sum + (values[part] ?? 0), 0) === (values[total] ?? 0),
  );
}
