import type { ReleasedTable } from '@leeto/disclosure';
import { inLanguage } from '@leeto/registers';
import type { ChartSeries, ChartSpec } from '../charts/chart-spec.ts';
import type { Cell, TableContent } from '../document/table-content.ts';
import { type Labeller, TOTAL } from '../tables/code-labels.ts';
import { codesOf, findDimension, sliceTable } from '../tables/slice-table.ts';
import { numberCell } from '../tables/table-content-of.ts';
import type { MeasureView } from './measure-view.ts';
import { syntheticLabels } from './note-of-table.ts';
import type { Reading } from './read-measure.ts';
import { rankCategories } from './tell-measure.ts';

export interface Drawing {
  readonly chart: ChartSpec;
  readonly data: TableContent;
}

const mostBars = 12;
const mostSeries = 5;
const mostPeriods = 36;

/** The chart of a measure with the table of what it draws, or null where there are too few figures to make a picture. */
export function drawMeasure(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  labeller: Labeller,
): Drawing | null {
  if (view.figure === 'none') return null;
  const isSynthetic = table.metadata.sources.some((source) => source.isSynthetic);
  const common = {
    unit: reading.value.unit,
    decimals: reading.value.decimals,
    language: labeller.language,
    isSynthetic,
    syntheticLabel: syntheticLabels[labeller.language],
  };
  if (view.figure === 'bars') return drawBars(table, reading, view, labeller, common);
  return drawOverTime(table, reading, view, labeller, common);
}

type Common = Omit<ChartSpec, 'kind' | 'categories' | 'series'>;

function drawBars(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  labeller: Labeller,
  common: Common,
): Drawing | null {
  const dimension = findDimension(table, view.category ?? '');
  if (!dimension) return null;
  const ranked = rankCategories(table, reading, dimension.name, labeller).filter(
    (item) => item.value !== null || item.isWithheld,
  );
  const shown = ranked.slice(0, mostBars);
  if (shown.filter((item) => (item.value ?? 0) > 0).length < 2) return null;
  const name = inLanguage(reading.value.label, labeller.language);
  const series = [{ name, values: shown.map((item) => item.value), withheld: shown.map((item) => item.isWithheld) }];
  const categories = shown.map((item) => item.label);
  const chart: ChartSpec = { kind: 'bars', categories, series, ...common };
  const data = dataTable(inLanguage(dimension.label, labeller.language), categories, series, common);
  const remark =
    shown.length < ranked.length
      ? `The ${shown.length} largest of ${ranked.length} are shown; the annex has all of them.`
      : '';
  return { chart, data: { ...data, remark } };
}

function drawOverTime(
  table: ReleasedTable,
  reading: Reading,
  view: MeasureView,
  labeller: Labeller,
  common: Common,
): Drawing | null {
  const time = findDimension(table, reading.time);
  const periods = reading.periods.slice(-mostPeriods);
  if (!time || periods.length < 3) return null;
  const { held } = reading;
  const split = findDimension(table, view.series ?? '');
  const value = reading.value;
  const readValues = (name: string, where: Readonly<Record<string, string>>): readonly (number | null)[] => {
    const cells = new Map(
      sliceTable(table, { by: [time.name], where, value: name }).map((cell) => [cell.codes[0], cell]),
    );
    return periods.map((period) => cells.get(period)?.value ?? null);
  };
  const intervalOf = (where: Readonly<Record<string, string>>): Pick<ChartSeries, 'interval'> => {
    if (view.figure !== 'fan' || view.interval === undefined) return {};
    const highs = readValues(view.interval.high, where);
    return {
      interval: readValues(view.interval.low, where).map((low, at) => {
        const high = highs[at] ?? null;
        return low === null || high === null || low === high ? null : [low, high];
      }),
    };
  };
  const lineOf = (name: string, where: Readonly<Record<string, string>>): ChartSeries => {
    const cells = new Map(
      sliceTable(table, { by: [time.name], where, value: value.name }).map((cell) => [cell.codes[0], cell]),
    );
    return {
      name,
      values: periods.map((period) => cells.get(period)?.value ?? null),
      withheld: periods.map((period) => cells.get(period)?.isWithheld ?? false),
      ...intervalOf(where),
    };
  };
  const sumOf = (line: ChartSeries) => line.values.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const parts = split
    ? codesOf(table, split.name, withoutKey(held, split.name))
        .map((code) => lineOf(labeller.label(split, code), { ...held, [split.name]: code }))
        .filter((line) => sumOf(line) > 0)
        .toSorted((a, b) => sumOf(b) - sumOf(a))
        .slice(0, mostSeries)
    : [];
  const series = parts.length > 0 ? parts : [lineOf(inLanguage(value.label, labeller.language), { ...held })];
  if (series.every((line) => line.values.filter((each) => each !== null).length < 3)) return null;
  const kind = view.figure === 'stacked_columns' && series.length === 1 ? 'columns' : view.figure;
  if (kind === 'none') return null;
  const long = periods.map((period) => labeller.label(time, period));
  const chart: ChartSpec = {
    kind,
    categories: periods.map((period) => labeller.shortLabel(time, period)),
    series,
    ...common,
  };
  return { chart, data: dataTable(inLanguage(time.label, labeller.language), long, series, common) };
}

function withoutKey(held: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(held).filter(([key]) => key !== name));
}

function dataTable(
  label: string,
  categories: readonly string[],
  series: readonly ChartSeries[],
  common: Common,
): TableContent {
  return {
    columns: [
      { label, unit: '', kind: 'label', decimals: 0 },
      ...series.map((each) => ({
        label: each.name,
        unit: common.unit,
        kind: 'number' as const,
        decimals: common.decimals,
      })),
    ],
    rows: categories.map((category, at) => ({
      isTotal: category === TOTAL,
      cells: [
        { kind: 'text', text: category, sortKey: String(at).padStart(4, '0') } satisfies Cell,
        ...series.map((each) => numberCell(each.values[at] ?? null, each.withheld[at] ?? false, common.decimals)),
      ],
    })),
    remark: '',
  };
}
