import type { MeasureTable } from '@leeto/statistics';
import { brandReleased } from './brand.ts';
import { coarsenTable, countLostTotals } from './coarsen-table.ts';
import { followCounts } from './follow-counts.ts';
import { protectCounts } from './protect-counts.ts';
import type { ConfidentialityStatus, ReleasedRow, ReleasedTable } from './released-table.ts';
import type { DisclosureRule, Hierarchies } from './rule.ts';

export interface ReleaseOptions {
  /** Totals between `_T` and the codes: which code is part of which, by dimension. Months and years need no mention. */
  readonly hierarchies?: Hierarchies;
  /**
   * Leave out the cells of many dimensions at once where a total of everything could otherwise not be published. For sparse
   * tables of small registers, in which hundreds of ones and twos would pull the year's total down with them.
   */
  readonly keepTotals?: boolean;
}

/**
 * The only door out. Counts from 1 to one less than the threshold are suppressed, and further cells with them, so that no
 * suppressed count can be worked out from totals. Tables of somebody's published figures pass as they are, and say so. The
 * same table always gives the same release. Throws a RangeError for counts of persons under a rule that protects nothing, and an
 * Error for a table with two rows of the same key; there is no table that it lets out unprotected.
 */
export function release(table: MeasureTable, rule: DisclosureRule, options: ReleaseOptions = {}): ReleasedTable {
  if (table.basis === 'published') return releasePublished(table);
  const isAboutPersons = table.values.some(({ kind, of }) => kind !== 'indicator' || of !== undefined);
  if (isAboutPersons && !(Number.isInteger(rule.threshold) && rule.threshold >= 3)) {
    throw new RangeError(
      'Counts of persons need a threshold of 3 or more: below it a suppressed count could only be 1.',
    );
  }
  const withhold = (detailed: MeasureTable, note: string): ReleasedTable =>
    releaseCounted(detailed, { rule, hierarchies: options.hierarchies ?? {}, isAboutPersons, note });
  if (options.keepTotals !== true) return withhold(table, '');
  return releaseWithTotals(table, rule, withhold);
}

/** The most detailed release of those that lose the fewest totals. */
function releaseWithTotals(
  table: MeasureTable,
  { threshold }: DisclosureRule,
  withhold: (table: MeasureTable, note: string) => ReleasedTable,
): ReleasedTable {
  let best: { readonly released: ReleasedTable; readonly lost: number } | undefined;
  for (const { table: coarse, detail } of coarsenTable(table)) {
    const isWhole = coarse.rows.length === table.rows.length;
    const released = withhold(coarse, isWhole ? '' : noteOnDetail(detail));
    const lost = countLostTotals(coarse, released, threshold);
    if (best === undefined || lost < best.lost) best = { released, lost };
    if (lost === 0) break;
  }
  return best?.released ?? withhold(table, '');
}

function noteOnDetail(detail: number): string {
  const together = detail === 1 ? 'one characteristic at a time' : `at most ${detail} characteristics at a time`;
  return ` There are too few cases for more detail than ${together} beside the period.`;
}

function releasePublished(table: MeasureTable): ReleasedTable {
  const publishers = [...new Set(table.metadata.sources.map(({ citation }) => citation))].join('; ');
  return brandReleased({
    ...copyOf(table),
    rows: table.rows.map(({ key, values }) => ({
      key: [...key],
      cells: values.map((value) => ({ value, confidentiality: 'F' as const })),
    })),
    protection: {
      rule: `Already published by its source${publishers === '' ? '' : ` (${publishers})`}: nothing is suppressed here.`,
      threshold: 0,
      primarySuppressed: 0,
      secondarySuppressed: 0,
    },
  });
}

function releaseCounted(
  table: MeasureTable,
  {
    rule: { threshold },
    hierarchies,
    isAboutPersons,
    note,
  }: {
    readonly rule: DisclosureRule;
    readonly hierarchies: Hierarchies;
    readonly isAboutPersons: boolean;
    readonly note: string;
  },
): ReleasedTable {
  const counts = protectCounts(table, threshold, hierarchies);
  const statuses = table.values.map(
    (column, index) => counts.statuses.get(index) ?? followCounts(table, column, counts),
  );
  const rows = table.rows.map(
    ({ key, values }, row): ReleasedRow => ({
      key: [...key],
      cells: values.map((value, column) => toCell(value, statuses[column]?.[row] ?? 'C')),
    }),
  );
  const count = (status: ConfidentialityStatus): number =>
    rows.reduce((sum, { cells }) => sum + cells.filter(({ confidentiality }) => confidentiality === status).length, 0);
  return brandReleased({
    ...copyOf(table),
    rows,
    protection: {
      rule: isAboutPersons
        ? `Counts of fewer than ${threshold} are suppressed, and as many other figures as it takes that nobody can work them out.${note}`
        : 'No figure of this table counts persons: nothing is suppressed.',
      threshold,
      primarySuppressed: count('C'),
      secondarySuppressed: count('D'),
    },
  });
}

function toCell(value: number | null, confidentiality: ConfidentialityStatus): ReleasedRow['cells'][number] {
  if (value === null) return { value, confidentiality: 'F' };
  return { value: confidentiality === 'F' ? value : null, confidentiality };
}

/** A copy, so that freezing the release does not freeze the measure. */
function copyOf({ rows: _rows, ...rest }: MeasureTable): Omit<MeasureTable, 'rows'> {
  return structuredClone(rest);
}
