import type { FlowSeries } from './estimate-flows.ts';
import { lagOf, type VintageRow } from './vintages.ts';

/** A reference month across its vintages: `estimates[lag]` for each lag of the triangle, null where nothing was said. */
export interface TriangleRow {
  readonly referenceMonth: string;
  readonly estimates: readonly (number | null)[];
  /** The first final figure, null while there is none. */
  readonly final: number | null;
}

/** Reference months down, months since then across. */
export interface RevisionTriangle {
  readonly lags: readonly number[];
  readonly rows: readonly TriangleRow[];
}

/** The revision triangle of a series. Months without a provisional estimate are left out. */
export function revisionTriangle(kept: readonly VintageRow[], series: FlowSeries): RevisionTriangle {
  const rows = kept.filter((row) => row.series === series);
  const provisional = rows.filter((row) => row.status === 'P');
  const finals = firstFinals(rows);
  const lags = [...new Set(provisional.map(lagOf))].toSorted((a, b) => a - b);
  const months = [...new Set(provisional.map((row) => row.reference_month))].toSorted();
  const said = new Map(provisional.map((row) => [`${row.reference_month} ${lagOf(row)}`, row.estimate]));
  return {
    lags,
    rows: months.map((referenceMonth) => ({
      referenceMonth,
      estimates: lags.map((lag) => said.get(`${referenceMonth} ${lag}`) ?? null),
      final: finals.get(referenceMonth)?.estimate ?? null,
    })),
  };
}

/** How far estimates of one age were from the final figures. */
export interface LagRevision {
  readonly series: FlowSeries;
  /** Months since the reference month. */
  readonly lag: number;
  /** Reference months whose final figure is known. */
  readonly months: number;
  /** Mean of final less estimate: above zero where estimates are too low. */
  readonly meanRevision: number;
  readonly meanAbsoluteRevision: number;
  /** In percent of the final figure, over all months; null where these are zero. */
  readonly relativeRevision: number | null;
  /** Share of intervals that held the final figure, in percent. */
  readonly covered: number;
}

/** Mean absolute revision by series and lag, over the reference months that have become final. */
export function revisionsByLag(kept: readonly VintageRow[]): readonly LagRevision[] {
  const groups = new Map<string, { readonly row: VintageRow; readonly final: number }[]>();
  for (const series of new Set(kept.map((row) => row.series))) {
    const rows = kept.filter((row) => row.series === series);
    const finals = firstFinals(rows);
    for (const row of rows.filter(({ status }) => status === 'P')) {
      const final = finals.get(row.reference_month)?.estimate;
      if (final === undefined) continue;
      const key = `${series} ${String(lagOf(row)).padStart(4, '0')}`;
      groups.set(key, [...(groups.get(key) ?? []), { row, final }]);
    }
  }
  return [...groups.keys()].toSorted().flatMap((key) => {
    const pairs = groups.get(key) ?? [];
    const [first] = pairs;
    if (first === undefined) return [];
    const mean = (of: (pair: (typeof pairs)[number]) => number): number =>
      pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    const meanAbsoluteRevision = mean(({ row, final }) => Math.abs(final - row.estimate));
    const size = mean(({ final }) => Math.abs(final));
    return {
      series: first.row.series,
      lag: lagOf(first.row),
      months: pairs.length,
      meanRevision: mean(({ row, final }) => final - row.estimate),
      meanAbsoluteRevision,
      relativeRevision: size === 0 ? null : (100 * meanAbsoluteRevision) / size,
      covered: 100 * mean(({ row, final }) => (final >= row.low - 1e-9 && final <= row.high + 1e-9 ? 1 : 0)),
    };
  });
}

function firstFinals(rows: readonly VintageRow[]): ReadonlyMap<string, VintageRow> {
  const finals = new Map<string, VintageRow>();
  for (const row of rows.filter(({ status }) => status === 'F')) {
    const earlier = finals.get(row.reference_month);
    if (earlier === undefined || row.vintage_month < earlier.vintage_month) finals.set(row.reference_month, row);
  }
  return finals;
}
