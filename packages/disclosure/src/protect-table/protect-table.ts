import { type AuditedCell, auditPublished } from '../audit/audit-published.ts';
import { type PerturbationTable, perturbCounts, tenFive } from '../cell-key/perturb-counts.ts';
import { type ChooseProgress, chooseSuppression } from '../optimal/choose-suppression.ts';
import type { SuppressionProblem } from '../optimal/suppression-problem.ts';
import { type RoundedTable, roundTable } from '../rounding/round-table.ts';
import type { CellTable } from './cell-table.ts';
import { findPrimaries, type SensitivityRules } from './find-primaries.ts';

export interface ProtectOptions {
  readonly method: 'suppress' | 'round' | 'cellkey';
  readonly kind: 'count' | 'amount';
  readonly rules: SensitivityRules;
  /** What is lost with a cell: as many cells as it is one of, its value, or the logarithm between the two (default). */
  readonly loss?: 'cells' | 'value' | 'logarithm';
  readonly seconds?: number;
  /** For rounding (default: 5). */
  readonly base?: number;
  /** For the cell-key method: a record key, or sum of record keys, for each cell; a fixed one of its codes where there is none. */
  readonly keys?: readonly (number | null)[];
  readonly table?: PerturbationTable;
  readonly onProgress?: (event: ChooseProgress) => void;
}

export interface ProtectedCell {
  readonly key: readonly string[];
  readonly row: number | null;
  readonly value: number | null;
  readonly mark: 'F' | 'C' | 'D';
}

export interface ProtectionReport {
  readonly method: string;
  readonly cells: number;
  readonly zeros: number;
  readonly primary: number;
  readonly secondary: number;
  /** Of all cells that are not zero, the share that is suppressed. */
  readonly suppressedShare: number;
  /** Of the value of all published and unpublished cells, the share that is suppressed for the sake of others. */
  readonly secondaryValueShare: number;
  readonly cost: number;
  readonly lowerBound: number;
  /** At most this share of the cost could be saved by another choice. */
  readonly gap: number;
  readonly isOptimal: boolean;
  readonly largestChange: number;
  readonly meanChange: number;
  readonly seconds: number;
  /** Null where nothing was suppressed by rule, so that there was nothing to attack: rounding and perturbation. */
  readonly audit: SuppressionAudit | null;
  readonly notes: readonly string[];
}

/** What an attacker finds who has all that is published. */
export interface SuppressionAudit {
  readonly passed: boolean;
  readonly required: number;
  readonly narrowest: number;
  readonly failing: readonly (AuditedCell & { readonly required: number })[];
  readonly intervals: readonly AuditedCell[];
}

export interface ProtectedTable {
  readonly cells: readonly ProtectedCell[];
  readonly report: ProtectionReport;
}

/** The audit found a suppressed cell that a reader can narrow down too far: nothing may be published. */
export class AuditFailed extends Error {
  readonly code = 'audit_failed';
  readonly report: ProtectionReport;
  readonly remedy =
    'Protect it with fewer dimensions, or join codes: what is published around these cells leaves no choice that hides them.';
  constructor(report: ProtectionReport, { failing }: SuppressionAudit) {
    const shown = failing.slice(0, 20).map(({ key, low, high }) => `  ${key.join(', ')}: ${low} to ${high}`);
    super([`${failing.length} suppressed cells can be narrowed down too far.`, ...shown].join('\n'));
    this.name = 'AuditFailed';
    this.report = report;
  }
}

/** Protects one table. The same table and options give the same result, unless time ran out. Throws AuditFailed. */
export async function protectTable(table: CellTable, options: ProtectOptions): Promise<ProtectedTable> {
  const started = performance.now();
  if (options.method === 'suppress') return suppressTable(table, options, started);
  if (options.method === 'round') {
    const rounded = await roundTable(table, options.base ?? 5, { seconds: options.seconds ?? 20 });
    return changedTable(table, rounded.values, started, [noteOnRounding(rounded, options.base ?? 5)]);
  }
  const values = perturbCounts(table, {
    threshold: options.rules.threshold ?? 10,
    keys: options.keys ?? [],
    table: options.table ?? tenFive,
  });
  return changedTable(table, values, started, [
    'Cell-key method: every cell, totals too, is perturbed by itself. Totals do not add up to their parts, on purpose: a reader who adds up gets no nearer.',
    ...(options.keys === undefined
      ? [
          'No record keys were given: the cell keys were made of the codes of each cell, fixed for ever, but not the same for another table with the same persons.',
        ]
      : []),
  ]);
}

async function suppressTable(table: CellTable, options: ProtectOptions, started: number): Promise<ProtectedTable> {
  const primaries = findPrimaries(table, options.kind, options.rules);
  const problem = makeProblem(table, options, new Map(primaries.map(({ cell, required }) => [cell, required])));
  const choice = await chooseSuppression(problem, {
    seconds: options.seconds ?? 20,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  const cells = table.cells.map(({ key, row, value }, index): ProtectedCell => {
    const isHidden = choice.suppressed[index] === 1;
    const mark = (problem.required[index] ?? 0) > 0 ? 'C' : isHidden ? 'D' : 'F';
    return { key, row, value: isHidden ? null : value, mark };
  });
  const threshold = options.rules.threshold ?? Number.POSITIVE_INFINITY;
  const intervals = await auditPublished({
    cells,
    parents: table.parents,
    boundsOf: ({ mark }) =>
      options.kind === 'amount'
        ? { low: 0, high: Number.POSITIVE_INFINITY }
        : { low: 1, high: mark === 'C' ? threshold - 1 : Number.POSITIVE_INFINITY },
  });
  const requiredOf = new Map(
    primaries.map(({ cell, required }) => [table.cells[cell]?.key.join('\u001f') ?? '', required]),
  );
  const judged = intervals.map((cell) => ({ ...cell, required: requiredOf.get(cell.key.join('\u001f')) ?? 0 }));
  const failing = judged.filter(({ low, high, required }) => high - low < required - 1e-4 * Math.max(1, required));
  const suppressedPrimary = primaries.length;
  const secondary = cells.filter(({ mark }) => mark === 'D');
  const nonZero = table.cells.filter(({ value }) => value !== 0).length;
  const sumOf = (indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + (table.cells[index]?.value ?? 0), 0);
  const primaryWidths = judged.filter(({ mark }) => mark === 'C').map(({ low, high }) => high - low);
  const audit: SuppressionAudit = {
    passed: failing.length === 0,
    required: primaries.reduce((most, { required }) => Math.max(most, required), 0),
    narrowest: primaryWidths.length === 0 ? 0 : Math.min(...primaryWidths),
    failing,
    intervals,
  };
  const report: ProtectionReport = {
    method: 'suppress',
    cells: cells.length,
    zeros: cells.length - nonZero,
    primary: suppressedPrimary,
    secondary: secondary.length,
    suppressedShare: nonZero === 0 ? 0 : (suppressedPrimary + secondary.length) / nonZero,
    secondaryValueShare:
      sumOf(cells.flatMap(({ mark }, index) => (mark === 'D' ? [index] : []))) / (sumOf([...cells.keys()]) || 1),
    cost: choice.cost,
    lowerBound: choice.lowerBound,
    gap: choice.cost === 0 ? 0 : 1 - choice.lowerBound / choice.cost,
    isOptimal: choice.isOptimal,
    largestChange: 0,
    meanChange: 0,
    seconds: (performance.now() - started) / 1000,
    audit,
    notes: [
      'Intervals are those of the linear relaxation; that counts are whole may narrow them further.',
      'Zeros are published. A reader is taken to know the rule, the marks, and that suppressed counts are not zero.',
    ],
  };
  if (!audit.passed) throw new AuditFailed(report, audit);
  return { cells, report };
}

function makeProblem(
  { cells, sums }: CellTable,
  { kind, rules, loss = 'logarithm' }: ProtectOptions,
  primaries: ReadonlyMap<number, number>,
): SuppressionProblem {
  const values = Float64Array.from(cells, ({ value }) => value);
  const required = new Float64Array(cells.length);
  for (const [cell, width] of primaries) required[cell] = width;
  const most = required.reduce((largest, width) => Math.max(largest, width), 0);
  const threshold = rules.threshold ?? 1;
  const isCount = kind === 'count';
  const floor = (value: number): number => (isCount && value > 0 ? 1 : 0);
  const ceiling = (value: number, cell: number): number => {
    if (value === 0) return 0;
    return isCount && primaries.has(cell) ? threshold - 1 : value + 100 * most;
  };
  const costs = {
    cells: () => 1,
    value: (value: number) => value,
    logarithm: (value: number) => 1 + Math.log(1 + value),
  };
  return {
    values,
    lower: values.map(floor),
    upper: values.map(ceiling),
    cost: values.map((value) => (value === 0 ? Number.POSITIVE_INFINITY : costs[loss](value))),
    required,
    withheld: new Uint8Array(cells.length),
    sums,
  };
}

function changedTable(
  table: CellTable,
  values: readonly (number | null)[],
  started: number,
  notes: readonly string[],
): ProtectedTable {
  const cells = table.cells.map(({ key, row }, index): ProtectedCell => {
    const value = values[index] ?? null;
    return { key, row, value, mark: value === null ? 'C' : 'F' };
  });
  const changes = table.cells.flatMap(({ value }, index) => {
    const changed = values[index];
    return changed === null || changed === undefined ? [] : [Math.abs(changed - value)];
  });
  const primary = cells.filter(({ mark }) => mark === 'C').length;
  const nonZero = table.cells.filter(({ value }) => value !== 0).length;
  return {
    cells,
    report: {
      method: 'change',
      cells: cells.length,
      zeros: cells.length - nonZero,
      primary,
      secondary: 0,
      suppressedShare: nonZero === 0 ? 0 : primary / nonZero,
      secondaryValueShare: 0,
      cost: changes.reduce((sum, change) => sum + change, 0),
      lowerBound: 0,
      gap: 0,
      isOptimal: false,
      largestChange: changes.reduce((most, change) => Math.max(most, change), 0),
      meanChange: changes.length === 0 ? 0 : changes.reduce((sum, change) => sum + change, 0) / changes.length,
      seconds: (performance.now() - started) / 1000,
      audit: null,
      notes,
    },
  };
}

function noteOnRounding({ isAdditive, isZeroRestricted }: RoundedTable, base: number): string {
  if (!isAdditive)
    return `Rounded to multiples of ${base}, each cell by itself: no table that adds up was found in time, so that totals may differ from their parts.`;
  return isZeroRestricted
    ? `Controlled rounding to base ${base}: every total is the sum of its parts, and no cell moves by ${base} or more.`
    : `Controlled rounding to base ${base}: every total is the sum of its parts; some cells move by more than ${base}, since no nearer table adds up.`;
}
