import type { LineSeriesOption } from 'echarts';
import type { ChartSeries } from './chart-spec.ts';

/** Ends of all intervals of a series: the axis has to hold them. */
export function intervalEnds(series: ChartSeries): readonly number[] {
  return (series.interval ?? []).flatMap((interval) => interval ?? []);
}

/**
 * A series of a fan: a line as far as the figures are final, dotted where they are provisional, and the band of the intervals about it.
 * All parts bear the name of the series, so that the legend has it once. The last final figure is where the fan opens.
 */
export function fanSeries(series: ChartSeries, colour: string): LineSeriesOption[] {
  const interval = series.values.map((_, at) => series.interval?.[at] ?? null);
  const isOpen = (at: number): boolean => interval[at] != null;
  const joins = (at: number): boolean => isOpen(at) || isOpen(at + 1);
  const line = { type: 'line' as const, name: series.name, color: colour, connectNulls: false };
  const edge = {
    ...line,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    stack: `interval of ${series.name}`,
    stackStrategy: 'all' as const,
  };
  const lows = series.values.map((value, at) => interval[at]?.[0] ?? (joins(at) ? value : null));
  const highs = series.values.map((value, at) => interval[at]?.[1] ?? (joins(at) ? value : null));
  return [
    { ...edge, data: lows },
    {
      ...edge,
      data: highs.map((high, at) => (high === null ? null : high - (lows[at] ?? 0))),
      areaStyle: { color: colour, opacity: 0.22 },
    },
    {
      ...line,
      data: series.values.map((value, at) => (isOpen(at) ? null : value)),
      symbol: 'circle',
      symbolSize: 4,
      lineStyle: { width: 2 },
    },
    {
      ...line,
      data: series.values.map((value, at) => (joins(at) ? value : null)),
      symbol: 'emptyCircle',
      symbolSize: 4,
      lineStyle: { width: 2, type: 'dotted' },
    },
  ];
}
