import type { Hierarchies } from '../rule.ts';
import type { CellTable, Sum, TableCell } from './cell-table.ts';
import { TOTAL } from './code-hierarchy.ts';
import type { TableIssue } from './table-problem.ts';

export interface BuildOptions {
  readonly dimensions: readonly string[];
  readonly hierarchies?: Hierarchies;
  /** How far a total may be from its parts, as a share of it: amounts are rounded. Zero for counts. */
  readonly tolerance?: number;
  /** Most cells, computed totals included (default: 2,000,000). */
  readonly mostCells?: number;
}

export interface BuiltTable {
  readonly table: CellTable;
  readonly issues: readonly TableIssue[];
}

/**
 * Puts the cells of a table in order: finds cells that stand twice, computes totals that are absent, lists every sum that holds
 * between cells, and names totals that contradict their parts. A combination without a row counts as zero where others of its line have
 * one; a total of which no part is given stands by itself.
 */
export function buildCellTable(given: readonly TableCell[], options: BuildOptions): BuiltTable {
  const { dimensions, hierarchies = {}, tolerance = 0, mostCells = 2_000_000 } = options;
  const issues: TableIssue[] = [];
  const cells: TableCell[] = [];
  const at = new Map<string, number>();
  for (const cell of given) {
    const id = idOf(cell.key);
    const first = at.get(id);
    if (first === undefined) {
      at.set(id, cells.length);
      cells.push(cell);
    } else issues.push(duplicateIssue(cell, cells[first], dimensions));
  }
  const parents = dimensions.map((name, index) => parentsOf(cells, index, hierarchies[name] ?? {}));
  for (const [dimension, known] of dimensions.entries()) {
    issues.push(...unknownCodes({ cells, index: dimension, dimension: known, given: hierarchies[known] }));
  }
  for (const dimension of dimensions.keys()) {
    addTotals({ cells, at, dimension, parents: parents[dimension] ?? new Map(), mostCells });
    if (cells.length > mostCells) {
      issues.push({
        code: 'too_large',
        row: null,
        column: '',
        value: String(given.length),
        message: `cells are more than ${mostCells.toLocaleString('en')} with their totals.`,
        remedy: 'Protect fewer dimensions at once.',
      });
      return { table: { dimensions, cells, sums: [], parents }, issues };
    }
  }
  const sums = listSums(cells, at, parents);
  issues.push(...contradictions({ cells, sums, dimensions, tolerance }));
  return { table: { dimensions, cells, sums, parents }, issues };
}

/** One text for a key, with a separator that stands in no code. */
export function idOf(key: readonly string[]): string {
  return key.join('\u001f');
}

/** Parents that occur above codes that occur; a chain ends at `_T`. */
function parentsOf(
  cells: readonly TableCell[],
  dimension: number,
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const queue = [...new Set(cells.map(({ key }) => key[dimension] ?? TOTAL))];
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    if (code === TOTAL || parents.has(code)) continue;
    const parent = Object.hasOwn(given, code) ? (given[code] ?? TOTAL) : TOTAL;
    parents.set(code, parent);
    queue.push(parent);
  }
  return parents;
}

function unknownCodes({
  cells,
  index,
  dimension,
  given,
}: {
  cells: readonly TableCell[];
  index: number;
  dimension: string;
  given: Readonly<Record<string, string>> | undefined;
}): readonly TableIssue[] {
  if (given === undefined || Object.keys(given).length === 0) return [];
  const named = new Set([...Object.keys(given), ...Object.values(given), TOTAL]);
  const seen = new Set<string>();
  return cells.flatMap(({ key, row }): TableIssue[] => {
    const code = key[index] ?? '';
    if (named.has(code) || seen.has(code)) return [];
    seen.add(code);
    return [
      {
        code: 'unknown_code',
        row,
        column: dimension,
        value: code,
        message: 'does not stand in the hierarchy.',
        remedy: `Add it there with its parent (${TOTAL} where it is directly under the total), or correct it in the table.`,
      },
    ];
  });
}

/** Adds each absent total along one dimension, the lowest first, so that totals of totals follow. */
function addTotals({
  cells,
  at,
  dimension,
  parents,
  mostCells,
}: {
  cells: TableCell[];
  at: Map<string, number>;
  dimension: number;
  parents: ReadonlyMap<string, string>;
  mostCells: number;
}): void {
  const depths = new Map<string, number>();
  const depthOf = (code: string): number => {
    const known = depths.get(code);
    if (known !== undefined) return known;
    depths.set(code, 0);
    const parent = parents.get(code);
    const depth = parent === undefined ? 0 : depthOf(parent) + 1;
    depths.set(code, depth);
    return depth;
  };
  let deepest = 0;
  for (const code of parents.keys()) deepest = Math.max(deepest, depthOf(code));
  for (let depth = deepest; depth > 0; depth -= 1) {
    const computed = new Map<string, { key: string[]; parts: TableCell[] }>();
    for (const cell of cells) {
      const code = cell.key[dimension] ?? TOTAL;
      if (code === TOTAL || depthOf(code) !== depth) continue;
      const key = cell.key.with(dimension, parents.get(code) ?? TOTAL);
      const id = idOf(key);
      if (at.has(id)) continue;
      const found = computed.get(id);
      if (found === undefined) computed.set(id, { key, parts: [cell] });
      else found.parts.push(cell);
    }
    for (const [id, { key, parts }] of computed) {
      at.set(id, cells.length);
      cells.push(addUp(key, parts));
    }
    if (cells.length > mostCells) return;
  }
}

function addUp(key: readonly string[], parts: readonly TableCell[]): TableCell {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  if (parts.every(({ contributors }) => contributors === undefined)) return { key, value, row: null };
  const isKnown = parts.every((part) => typeof part.contributors === 'number');
  const largest = parts
    .flatMap((part) => [part.largest ?? 0, part.second ?? 0])
    .toSorted((left, right) => right - left);
  return {
    key,
    value,
    row: null,
    contributors: isKnown ? parts.reduce((sum, part) => sum + (part.contributors ?? 0), 0) : null,
    largest: largest[0] ?? 0,
    second: largest[1] ?? 0,
  };
}

function listSums(
  cells: readonly TableCell[],
  at: ReadonlyMap<string, number>,
  parents: readonly ReadonlyMap<string, string>[],
): readonly Sum[] {
  const sums: Sum[] = [];
  for (const [dimension, above] of parents.entries()) {
    const parts = new Map<number, number[]>();
    for (const [index, { key }] of cells.entries()) {
      const code = key[dimension] ?? TOTAL;
      if (code === TOTAL) continue;
      const total = at.get(idOf(key.with(dimension, above.get(code) ?? TOTAL)));
      if (total === undefined) continue;
      const found = parts.get(total);
      if (found === undefined) parts.set(total, [index]);
      else found.push(index);
    }
    for (const [total, found] of parts) sums.push({ total, parts: found, dimension });
  }
  return sums;
}

function contradictions({
  cells,
  sums,
  dimensions,
  tolerance,
}: {
  cells: readonly TableCell[];
  sums: readonly Sum[];
  dimensions: readonly string[];
  tolerance: number;
}): readonly TableIssue[] {
  const issues: TableIssue[] = [];
  for (const { total, parts, dimension } of sums) {
    const cell = cells[total];
    if (cell === undefined) continue;
    const sum = parts.reduce((all, part) => all + (cells[part]?.value ?? 0), 0);
    // A value that is no number is an issue of its own.
    if (Number.isNaN(sum - cell.value)) continue;
    if (Math.abs(sum - cell.value) <= Math.max(1e-9, tolerance * Math.abs(sum))) continue;
    const name = dimensions[dimension] ?? '';
    const difference = Number((cell.value - sum).toPrecision(12));
    issues.push({
      code: 'inconsistent_total',
      row: cell.row ?? parts.map((part) => cells[part]?.row ?? null).find((row) => row !== null) ?? null,
      column: name,
      value: String(cell.value),
      message: `is the total ${describeKey(cell.key, dimensions)}, but its ${parts.length} parts by ${name} add up to ${Number(sum.toPrecision(12))} (${difference > 0 ? `${difference} missing` : `${-difference} too many`}).`,
      remedy: 'Correct the total or its parts, or take the total out: it is computed then.',
    });
  }
  return issues;
}

function duplicateIssue(cell: TableCell, first: TableCell | undefined, dimensions: readonly string[]): TableIssue {
  return {
    code: 'duplicate_cell',
    row: cell.row,
    column: dimensions.join(', '),
    value: cell.key.join(', '),
    message: `stands in row ${first?.row ?? '?'} already${first?.value === cell.value ? '' : ` (${first?.value} there, ${cell.value} here)`}.`,
    remedy:
      'Keep one row for each combination of codes, or name the column that tells the two apart among the dimensions.',
  };
}

function describeKey(key: readonly string[], dimensions: readonly string[]): string {
  return key.map((code, index) => `${dimensions[index]}=${code}`).join(', ');
}
