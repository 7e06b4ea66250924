import type { CellTable, TableCell } from './cell-table.ts';

/** Which cells are sensitive. Rules may be combined; a cell that any of them finds is. */
export interface SensitivityRules {
  /** Counts: fewer than this many are suppressed, zero apart. Amounts with contributors: fewer contributors than this. */
  readonly threshold?: number;
  /** (n, k): sensitive where the n largest contributors make up more than k % of the cell (n of 1 or 2, or as `top` was added up). */
  readonly dominance?: { readonly n: number; readonly k: number };
  /** p %: sensitive where the second largest contributor can estimate the largest to within p %. */
  readonly pPercent?: number;
  /** Amounts that are sensitive for want of contributors: the interval must be this share of the amount wide (default: 0.3). */
  readonly amountRange?: number;
}

export interface PrimaryCell {
  readonly cell: number;
  readonly rule: 'threshold' | 'contributors' | 'dominance' | 'p-percent';
  /** How wide the interval must be to which a reader can narrow the cell down. */
  readonly required: number;
}

/**
 * Finds the cells that must not be shown. For counts a reader must be left with half of the range under the threshold (4 in 1–9 …, as
 * `requiredWidth` says); for amounts with the width below which the rule would be broken (Hundepool et al., Statistical Disclosure Control, 2012, 4.2).
 */
export function findPrimaries(
  table: CellTable,
  kind: 'count' | 'amount',
  rules: SensitivityRules,
): readonly PrimaryCell[] {
  return table.cells.flatMap((cell, index) => {
    const found = (kind === 'count' ? countRules(cell, rules) : amountRules(cell, rules)).toSorted(
      (left, right) => right.required - left.required,
    )[0];
    return found === undefined ? [] : [{ cell: index, ...found }];
  });
}

/** Half of the range of counts under a threshold: of 1–9 five, of 1–4 two. */
export function requiredWidth(threshold: number): number {
  return Math.max(1, Math.ceil((threshold - 1) / 2));
}

type Found = Omit<PrimaryCell, 'cell'>;

function countRules({ value }: TableCell, { threshold }: SensitivityRules): readonly Found[] {
  if (threshold === undefined || value === 0 || value >= threshold) return [];
  return [{ rule: 'threshold', required: requiredWidth(threshold) }];
}

function amountRules(
  cell: TableCell,
  { threshold, dominance, pPercent, amountRange = 0.3 }: SensitivityRules,
): readonly Found[] {
  const { value, contributors, largest, second } = cell;
  const found: Found[] = [];
  if (value === 0) return found;
  if (threshold !== undefined && typeof contributors === 'number' && contributors < threshold) {
    found.push({ rule: 'contributors', required: value * amountRange });
  }
  if (typeof largest !== 'number') return found;
  const two = largest + (second ?? 0);
  if (dominance !== undefined) {
    const top = dominance.n === 1 ? largest : dominance.n === 2 ? two : (cell.top ?? two);
    const over = (100 / dominance.k) * top - value;
    if (over > 0) found.push({ rule: 'dominance', required: 2 * over });
  }
  if (pPercent !== undefined) {
    const short = (pPercent / 100) * largest - (value - two);
    if (short > 0) found.push({ rule: 'p-percent', required: 2 * short });
  }
  return found;
}
