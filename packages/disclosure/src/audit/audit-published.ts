import { createRequire } from 'node:module';

// Of what chooses the suppression nothing is imported here: the audit reads the published rows as any reader would, and adds them up itself.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof import('highs');

export interface PublishedCell {
  readonly key: readonly string[];
  /** null: suppressed. */
  readonly value: number | null;
  readonly mark: 'F' | 'C' | 'D';
}

export interface AuditInput {
  readonly cells: readonly PublishedCell[];
  /** Per dimension the parent of each code; a code without one is under `_T`. */
  readonly parents: readonly ReadonlyMap<string, string>[];
  /** What a reader knows of suppressed cells from the rules and the marks. */
  readonly boundsOf: (cell: PublishedCell) => { readonly low: number; readonly high: number };
}

export interface AuditedCell {
  readonly key: readonly string[];
  readonly mark: 'C' | 'D';
  /** The interval that all published figures leave; whole numbers inside may leave less (the relaxation is solved). */
  readonly low: number;
  readonly high: number;
}

/**
 * The reader's interval for every suppressed cell: least and most that it can be, by linear programs over all sums of the published table
 * and what rules and marks say. Throws where no table fits what is published.
 */
export async function auditPublished({ cells, parents, boundsOf }: AuditInput): Promise<readonly AuditedCell[]> {
  const hidden = cells.flatMap((cell, index) => (cell.value === null ? [index] : []));
  if (hidden.length === 0) return [];
  const column = new Map(hidden.map((cell, index) => [cell, index]));
  const equations = listEquations(cells, parents, column);
  const bounds = hidden.map((index) => boundsOf(cells[index] as PublishedCell));
  const solver = await loadHighs();
  const starts = new Int32Array(equations.length + 1);
  for (const [row, { terms }] of equations.entries()) starts[row + 1] = (starts[row] ?? 0) + terms.length;
  const right = Float64Array.from(equations, ({ constant }) => constant);
  const model = solver.createModel({
    numCols: hidden.length,
    numRows: equations.length,
    colCost: new Float64Array(hidden.length),
    colLower: bounds.map(({ low }) => low),
    colUpper: bounds.map(({ high }) => (Number.isFinite(high) ? high : solver.infinity)),
    rowLower: right,
    rowUpper: right,
    matrix: {
      format: 'csr',
      numRows: equations.length,
      numCols: hidden.length,
      starts,
      indices: Int32Array.from(equations.flatMap(({ terms }) => terms.map(([at]) => at))),
      values: Float64Array.from(equations.flatMap(({ terms }) => terms.map(([, sign]) => sign))),
    },
  });
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
    const end = (at: number, direction: 1 | -1): number => {
      model.changeColCost(at, direction);
      model.run();
      let status = model.getModelStatus();
      if (status !== optimal && status !== unbounded) {
        model.clearSolver();
        model.run();
        status = model.getModelStatus();
      }
      const value = model.getObjectiveValue() * direction;
      model.changeColCost(at, 0);
      if (status === unbounded || status === unboundedOrInfeasible) return direction * Number.NEGATIVE_INFINITY;
      if (status !== optimal) throw new Error('No table fits the figures that are to be published.');
      return Math.round(value * 1e6) / 1e6;
    };
    return hidden.map((cell, at) => {
      const { key, mark } = cells[cell] as PublishedCell;
      return { key, mark: mark === 'C' ? 'C' : 'D', low: end(at, 1), high: end(at, -1) };
    });
  } finally {
    model.dispose();
  }
}

const optimal = 7;
const unboundedOrInfeasible = 9;
const unbounded = 10;

interface Equation {
  readonly terms: readonly (readonly [column: number, sign: number])[];
  readonly constant: number;
}

function listEquations(
  cells: readonly PublishedCell[],
  parents: readonly ReadonlyMap<string, string>[],
  column: ReadonlyMap<number, number>,
): readonly Equation[] {
  const rowOf = new Map(cells.map(({ key }, index) => [JSON.stringify(key), index]));
  const lines = new Map<string, { terms: [number, number][]; constant: number }>();
  for (const [dimension, above] of parents.entries()) {
    for (const [index, { key, value }] of cells.entries()) {
      const code = key[dimension] ?? '_T';
      if (code === '_T') continue;
      const totalKey = JSON.stringify(key.with(dimension, above.get(code) ?? '_T'));
      const total = rowOf.get(totalKey);
      if (total === undefined) continue;
      const id = `${dimension} ${totalKey}`;
      let line = lines.get(id);
      if (line === undefined) {
        line = { terms: [], constant: 0 };
        lines.set(id, line);
        const whole = cells[total]?.value ?? null;
        if (whole === null) line.terms.push([column.get(total) ?? 0, -1]);
        else line.constant += whole;
      }
      if (value === null) line.terms.push([column.get(index) ?? 0, 1]);
      else line.constant -= value;
    }
  }
  return [...lines.values()].filter(({ terms }) => terms.length > 0);
}
