import type { ReleasedTable } from './released-table.ts';

/**
 * Somebody who has the released table and knows how it was made: every total in every dimension, that suppressed cells are
 * not zero, and that those marked C are below the threshold. Written apart from the code it attacks: it knows sums
 * only, and works on one value column.
 */
export interface AttackedCell {
  readonly row: number;
  readonly isPrimary: boolean;
  /** The bounds that follow from the release. */
  readonly low: number;
  readonly high: number;
  /** Whether the sums alone give the value, by elimination. */
  readonly isSolved: boolean;
}

interface Sum {
  /** Coefficients of the unknown rows. */
  readonly terms: ReadonlyMap<number, number>;
  /** What the unknown terms add up to. */
  readonly constant: number;
}

export interface AttackOptions {
  readonly column?: number;
  readonly parents?: Readonly<Record<string, string>>;
  /** Movements are marked C for the few persons behind them, so that the mark does not bound them. */
  readonly isMarkBound?: boolean;
}

export function attack(table: ReleasedTable, options: AttackOptions = {}): readonly AttackedCell[] {
  const { column = 0, parents = {}, isMarkBound = true } = options;
  const sums = listSums(table, column, parents);
  const unknown = table.rows.flatMap(({ cells }, row) => (cells[column]?.confidentiality === 'F' ? [] : [row]));
  const low = new Map(unknown.map((row) => [row, 1]));
  const high = new Map(
    unknown.map((row) => [
      row,
      isMarkBound && table.rows[row]?.cells[column]?.confidentiality === 'C'
        ? table.protection.threshold - 1
        : Number.POSITIVE_INFINITY,
    ]),
  );
  tighten(sums, low, high);
  const solved = solve(sums);
  return unknown.map((row) => ({
    row,
    isPrimary: table.rows[row]?.cells[column]?.confidentiality === 'C',
    low: low.get(row) ?? 0,
    high: high.get(row) ?? 0,
    isSolved: solved.has(row),
  }));
}

function listSums(table: ReleasedTable, column: number, parents: Readonly<Record<string, string>>): readonly Sum[] {
  const rowOf = new Map(table.rows.map(({ key }, row) => [key.join('|'), row]));
  const sums: Sum[] = [];
  for (const [dimension] of table.dimensions.entries()) {
    const codes = [...new Set(table.rows.map(({ key }) => key[dimension] ?? ''))];
    for (const [row, { key }] of table.rows.entries()) {
      const parts = codes.filter((code) => code !== '_T' && (parents[code] ?? '_T') === key[dimension]);
      // Parts none of which is in the table were left out of it: their sum is not known to be zero.
      if (!parts.some((code) => rowOf.has(key.with(dimension, code).join('|')))) continue;
      const terms = new Map<number, number>();
      let constant = 0;
      const add = (target: number | undefined, sign: number): void => {
        const cell = target === undefined ? undefined : table.rows[target]?.cells[column];
        if (target === undefined || cell === undefined) return;
        if (cell.confidentiality === 'F') constant -= sign * (cell.value ?? 0);
        else terms.set(target, sign);
      };
      add(row, -1);
      for (const code of parts) add(rowOf.get(key.with(dimension, code).join('|')), 1);
      if (terms.size > 0) sums.push({ terms, constant });
    }
  }
  return sums;
}

function tighten(sums: readonly Sum[], low: Map<number, number>, high: Map<number, number>): void {
  for (let round = 0, isChanged = true; isChanged && round < 1000; round += 1) {
    isChanged = false;
    for (const { terms, constant } of sums) {
      for (const [row, sign] of terms) {
        let least = constant;
        let most = constant;
        for (const [other, otherSign] of terms) {
          if (other === row) continue;
          const bounds = [low.get(other) ?? 0, high.get(other) ?? 0].map((bound) => bound * otherSign);
          least -= Math.max(...bounds);
          most -= Math.min(...bounds);
        }
        const [from, to] = sign > 0 ? [least, most] : [-most, -least];
        if (from > (low.get(row) ?? 0)) {
          low.set(row, from);
          isChanged = true;
        }
        if (to < (high.get(row) ?? 0)) {
          high.set(row, to);
          isChanged = true;
        }
      }
    }
  }
}

/** Gauss-Jordan elimination; a row that ends with one unknown gives it away. */
function solve(sums: readonly Sum[]): ReadonlySet<number> {
  const columns = [...new Set(sums.flatMap(({ terms }) => [...terms.keys()]))];
  const matrix = sums.map(({ terms }) => columns.map((row) => terms.get(row) ?? 0));
  let top = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const pivot = matrix.findIndex((line, index) => index >= top && Math.abs(line[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const line = matrix[pivot] ?? [];
    matrix[pivot] = matrix[top] ?? [];
    const factor = line[column] ?? 1;
    matrix[top] = line.map((value) => value / factor);
    for (let index = 0; index < matrix.length; index += 1) {
      const times = matrix[index]?.[column] ?? 0;
      if (index === top || Math.abs(times) < 1e-9) continue;
      matrix[index] = (matrix[index] ?? []).map((value, at) => value - times * (matrix[top]?.[at] ?? 0));
    }
    top += 1;
  }
  const solved = new Set<number>();
  for (const line of matrix) {
    const left = columns.filter((_, index) => Math.abs(line[index] ?? 0) > 1e-9);
    if (left.length === 1 && left[0] !== undefined) solved.add(left[0]);
  }
  return solved;
}
