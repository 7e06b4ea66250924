import type { ReleasedTable } from '@leeto/disclosure';
import { NOT_STATED, TOTAL } from '@leeto/statistics';

/** A released table as it was kept: the same shape, without the brand that only a table just let out has. */
export type KeptTable = Pick<
  ReleasedTable,
  'measure' | 'dimensions' | 'values' | 'rows' | 'metadata' | 'protection' | 'basis'
>;

/** A cell that two vintages together would tell, though each by itself does not. */
export interface VintageFinding {
  readonly measure: string;
  /** `uncovered`: one vintage shows what the other suppresses; `difference`: what was added meanwhile is a small count. */
  readonly kind: 'uncovered' | 'difference';
  readonly column: string;
  /** `port=LS-SNP, month=2025-02`. */
  readonly cell: string;
  /** Which of the two the cell is suppressed in. */
  readonly in: 'earlier' | 'later';
}

export interface VintageComparison {
  readonly findings: readonly VintageFinding[];
  /** Cells shown in both that differ by less than the threshold: revisions, which tell of no cell. */
  readonly smallRevisions: number;
  /** Where the two have other dimensions or columns: nothing could be compared. */
  readonly isComparable: boolean;
}

interface Cell {
  readonly key: readonly string[];
  /** null where suppressed. */
  readonly value: number | null;
  readonly isPrimary: boolean;
}

type Cells = ReadonlyMap<string, Cell>;

/**
 * Compares two vintages of a table as somebody would who has both: takes from each what the other suppresses, wherever the
 * cells around it did not change between them, and subtracts along every dimension until nothing more follows. A suppressed
 * count that comes out is a finding; so is a total that grew by a small count which the new period suppresses.
 */
export function compareVintages(earlier: KeptTable, later: KeptTable): VintageComparison {
  const names = (table: KeptTable) => table.dimensions.map(({ name }) => name).join();
  if (names(earlier) !== names(later)) return { findings: [], smallRevisions: 0, isComparable: false };
  if (later.basis === 'published') return { findings: [], smallRevisions: 0, isComparable: true };
  const findings: VintageFinding[] = [];
  let smallRevisions = 0;
  let compared = 0;
  const threshold = Math.max(earlier.protection.threshold, later.protection.threshold);
  for (const [index, column] of later.values.entries()) {
    const before = earlier.values.findIndex(({ name, kind }) => name === column.name && kind === column.kind);
    if (column.kind !== 'count') continue;
    if (before === -1) continue;
    compared += 1;
    const [old, recent] = [cellsOf(earlier, before), cellsOf(later, index)];
    const found = new Map<string, VintageFinding>();
    const report = (kind: VintageFinding['kind'], where: 'earlier' | 'later', key: readonly string[]): void => {
      const cell = later.dimensions.map(({ name }, at) => `${name}=${key[at]}`).join(', ');
      found.set(`${where} ${cell}`, { measure: later.measure, kind, column: column.name, cell, in: where });
    };
    // Many movements may be of few persons: then the mark says that the persons are few, whatever the movements are.
    const isByPersons =
      column.of !== undefined ||
      later.values.some(({ name, kind, unit }) => kind === 'count' && unit === 'persons' && name !== column.name);
    const isTelling = ({ isPrimary }: Cell, value: number): boolean =>
      value >= 1 && (value < threshold || (isPrimary && isByPersons));
    if (column.additive !== false) {
      for (const key of uncover(old, recent, isTelling)) report('uncovered', 'earlier', key);
      for (const key of uncover(recent, old, isTelling)) report('uncovered', 'later', key);
    }
    for (const key of differencesOverTime({ earlier, later, old, recent, threshold }))
      report('difference', 'later', key);
    smallRevisions += countSmallRevisions(old, recent, threshold);
    findings.push(...found.values());
  }
  return { findings, smallRevisions, isComparable: compared > 0 || !later.values.some(({ kind }) => kind === 'count') };
}

function cellsOf(table: KeptTable, column: number): Cells {
  return new Map(
    table.rows.map(({ key, cells }) => {
      const cell = cells[column];
      const isFree = (cell?.confidentiality ?? 'F') === 'F';
      const value = isFree ? (cell?.value ?? 0) : null;
      return [key.join('\u0000'), { key, value, isPrimary: cell?.confidentiality === 'C' }];
    }),
  );
}

/** Cells that add up along one dimension: the total and its parts. */
interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

function sumsOf(cells: Cells): readonly Sum[] {
  const sums = new Map<string, string[]>();
  for (const [id, { key }] of cells) {
    for (const [at, code] of key.entries()) {
      if (code === TOTAL) continue;
      const total = key.with(at, TOTAL).join('\u0000');
      if (!cells.has(total)) continue;
      const group = `${at}\u0000${total}`;
      const parts = sums.get(group);
      if (parts === undefined) sums.set(group, [id]);
      else parts.push(id);
    }
  }
  return [...sums].map(([group, parts]) => ({ total: group.slice(group.indexOf('\u0000') + 1), parts }));
}

/** Keys of suppressed cells of a table that follow from it together with another vintage. */
function uncover(
  table: Cells,
  other: Cells,
  isTelling: (cell: Cell, value: number) => boolean,
): readonly (readonly string[])[] {
  const known = new Map<string, number>();
  for (const [id, { value }] of table) if (value !== null) known.set(id, value);
  const sums = sumsOf(table);
  // What the other vintage shows is taken only where nothing around it is seen to have changed.
  const unchanged = new Set(sums.filter((sum) => isUnchanged(sum, table, other)));
  const changedAround = new Set(
    sums.filter((sum) => !unchanged.has(sum)).flatMap(({ total, parts }) => [total, ...parts]),
  );
  let isFilled = false;
  for (const { total, parts } of unchanged) {
    for (const id of [total, ...parts]) {
      const shown = other.get(id)?.value ?? null;
      // One sum that is seen to differ says that the cell may have changed too.
      if (known.has(id) || shown === null || changedAround.has(id)) continue;
      known.set(id, shown);
      isFilled = true;
    }
  }
  if (!isFilled) return [];
  const derived = new Map<string, number>();
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { total, parts } of sums) {
      const unknown = [total, ...parts].filter((id) => !known.has(id));
      const [only] = unknown;
      if (only === undefined || unknown.length > 1) continue;
      const rest = parts.reduce((sum, id) => sum + (id === only ? 0 : (known.get(id) ?? 0)), 0);
      const value = only === total ? rest : (known.get(total) ?? 0) - rest;
      known.set(only, value);
      derived.set(only, value);
      isMoving = true;
    }
  }
  return [...derived].flatMap(([id, value]) => {
    const cell = table.get(id);
    return cell !== undefined && isTelling(cell, value) ? [cell.key] : [];
  });
}

/**
 * Whether all that both vintages show of a sum is the same. Where they have nothing in common, nothing speaks against it. A total
 * may differ where there is a part that neither shows: that part may be what was added, and the others as they were.
 */
function isUnchanged({ total, parts }: Sum, table: Cells, other: Cells): boolean {
  const shown = (cells: Cells, id: string): number | null => cells.get(id)?.value ?? null;
  const isSame = (id: string): boolean => {
    const [one, two] = [shown(table, id), shown(other, id)];
    return one === null || two === null || one === two;
  };
  const isHiddenInBoth = (id: string): boolean => shown(table, id) === null && shown(other, id) === null;
  return parts.every(isSame) && (isSame(total) || parts.some(isHiddenInBoth));
}

interface OverTime {
  readonly earlier: KeptTable;
  readonly later: KeptTable;
  readonly old: Cells;
  readonly recent: Cells;
  readonly threshold: number;
}

/** Keys of what was added between the vintages where the growth of a figure tells it: of a total, or of a period not over. */
function differencesOverTime({ earlier, later, old, recent, threshold }: OverTime): readonly (readonly string[])[] {
  const time = later.dimensions.findIndex(({ isTime }) => isTime === true);
  const isSmall = (value: number): boolean => value >= 1 && value < threshold;
  const shown = (cells: Cells, key: readonly string[]): number | null => cells.get(key.join('\u0000'))?.value ?? null;
  const [was, is] = [lastMonth(earlier.metadata.referencePeriod), lastMonth(later.metadata.referencePeriod)];
  const hasGrown = was !== '' && was < is;
  const grown = [...recent.values()].flatMap(({ key, value }) => {
    const whole = later.metadata.referencePeriod;
    const period = time === -1 ? whole : (key[time] ?? TOTAL);
    // Of a year of which the earlier vintage held some months, both tell a part: the difference is the months between.
    const isOpen = hasGrown && firstMonth(period) <= was && lastMonth(period) > was;
    const before = shown(old, key);
    return isOpen && value !== null && before !== null && isSmall(value - before) ? [key] : [];
  });
  if (time === -1) return grown;
  const periods = (cells: Cells) => new Set([...cells.values()].map(({ key }) => key[time] ?? TOTAL));
  const before = periods(old);
  const added = [...periods(recent)].filter((code) => !before.has(code) && code !== TOTAL && code !== NOT_STATED);
  const ofTotals = [...recent.values()].flatMap(({ key, value }) => {
    const earlierTotal = shown(old, key);
    if (key[time] !== TOTAL || value === null || earlierTotal === null) return [];
    const isRevised = [...before].some((code) => {
      const at = key.with(time, code);
      const [was, is] = [shown(old, at), shown(recent, at)];
      return code !== TOTAL && was !== null && is !== null && was !== is;
    });
    if (isRevised) return [];
    const hidden = added
      .map((code) => key.with(time, code))
      .filter((at) => recent.get(at.join('\u0000'))?.value === null);
    const told = added.reduce((sum, code) => sum + (shown(recent, key.with(time, code)) ?? 0), 0);
    return hidden.length > 0 && isSmall(value - earlierTotal - told) ? [hidden[0] ?? key] : [];
  });
  return [...grown, ...ofTotals];
}

/** The month in which a period begins or ends: of `2025` January and December; '' where it names no year. */
const firstMonth = (period: string): string => monthOf(period.split('/')[0] ?? '', '01', 0);
const lastMonth = (period: string): string => monthOf(period.split('/').at(-1) ?? '', '12', 2);

function monthOf(period: string, ofYear: string, ofQuarter: 0 | 2): string {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?/.exec(period);
  if (found === null) return '';
  const [, year, quarter, month] = found;
  if (quarter !== undefined) return `${year}-${String(Number(quarter) * 3 - 2 + ofQuarter).padStart(2, '0')}`;
  return `${year}-${month ?? ofYear}`;
}

function countSmallRevisions(old: Cells, recent: Cells, threshold: number): number {
  let count = 0;
  for (const [id, { value }] of recent) {
    const before = old.get(id)?.value ?? null;
    if (value !== null && before !== null && value !== before && Math.abs(value - before) < threshold) count += 1;
  }
  return count;
}
