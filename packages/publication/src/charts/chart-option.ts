import type { EChartsOption } from 'echarts';
import { lightPalette, type Palette } from '../design/palette.ts';
import { textFamily } from '../design/typography.ts';
import { SUPPRESSED_MARK } from '../document/table-content.ts';
import { formatNumber } from '../phrases/format-number.ts';
import type { ChartSpec } from './chart-spec.ts';
import { fanSeries, intervalEnds } from './fan-series.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4]] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'] as const;

/** The height that a chart needs at a width: bars grow with their number, the others keep a calm shape. */
export function chartSize(spec: ChartSpec, width: number, fontSize: number): ChartSize {
  const legend = spec.series.length > 1 ? fontSize * 2.4 : 0;
  if (spec.kind === 'bars')
    return { width, fontSize, height: Math.round(spec.categories.length * fontSize * 2.1 + fontSize * 2 + legend) };
  return { width, fontSize, height: Math.round(Math.max(width * 0.42, fontSize * 16) + legend) };
}

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Margins of the drawing area inside the picture, in pixels: a page needs them to know what a pointer points at. */
export function plotArea(spec: ChartSpec, size: ChartSize): PlotArea {
  const em = size.fontSize;
  const values = spec.series.flatMap((series) => [
    ...series.values.map((value) => value ?? 0),
    ...intervalEnds(series),
  ]);
  if (spec.kind === 'bars') {
    const longest = spec.categories.reduce((most, each) => Math.max(most, each.length), 0);
    const left = Math.min(Math.ceil(longest * em * 0.52) + 8, Math.round(size.width * 0.42));
    const right = Math.ceil(formatNumber(Math.max(...values, 1), spec.decimals).length * em * 0.56) + 14;
    return { left, right, top: em * 1.7, bottom: 4 };
  }
  const most = Math.max(...values, 1) * (spec.kind === 'stacked_columns' ? 2 : 1);
  const least = Math.min(...values, 0);
  const left = Math.ceil(Math.max(axisNumber(most).length, least < 0 ? axisNumber(least).length : 0) * em * 0.58) + 14;
  return { left, right: em * 1.6, top: em * (spec.series.length > 1 ? 3.9 : 2.1), bottom: em * 2.1 };
}

/** The one ECharts option of a chart, for screen and print alike. */
export function chartOption(spec: ChartSpec, size: ChartSize, palette: Palette = lightPalette): EChartsOption {
  const font = { fontFamily: `'${textFamily}', sans-serif`, fontSize: size.fontSize };
  const base: EChartsOption = {
    animation: false,
    color: [...palette.series],
    textStyle: { ...font, color: palette.ink },
    graphic: [
      ...(spec.isSynthetic ? [syntheticMark(spec, size, palette, font)] : []),
      ...(spec.kind === 'bars' ? [barsUnit(spec, size, palette, font)] : []),
    ],
  };
  return spec.kind === 'bars'
    ? { ...base, ...barsOption(spec, size, palette, font) }
    : { ...base, ...timeOption(spec, size, palette, font) };
}

interface Font {
  readonly fontFamily: string;
  readonly fontSize: number;
}

function barsOption(spec: ChartSpec, size: ChartSize, palette: Palette, font: Font): EChartsOption {
  const { left, ...plot } = plotArea(spec, size);
  const most = Math.max(...spec.series.flatMap((series) => series.values.map((value) => value ?? 0)), 1);
  return {
    grid: { left, ...plot, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: most },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...spec.categories],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.rule } },
      axisLabel: {
        ...font,
        color: palette.ink,
        width: left - 10,
        overflow: 'break',
        lineHeight: Math.round(size.fontSize * 1.05),
        interval: 0,
        margin: 7,
      },
    },
    series: spec.series.map((series) => ({
      type: 'bar',
      name: series.name,
      barCategoryGap: '34%',
      data: series.values.map((value, at) => ({
        value: value ?? 0,
        label: {
          formatter: series.withheld[at] ? SUPPRESSED_MARK : value === null ? '–' : formatNumber(value, spec.decimals),
        },
      })),
      label: { show: true, position: 'right', distance: 5, ...font, color: palette.ink },
    })),
  };
}

function timeOption(spec: ChartSpec, size: ChartSize, palette: Palette, font: Font): EChartsOption {
  const hasLegend = spec.series.length > 1;
  const isLined = spec.kind === 'lines' || spec.kind === 'fan';
  const isBelowZero =
    spec.kind === 'fan' &&
    spec.series.some((series) => [...series.values, ...intervalEnds(series)].some((value) => (value ?? 0) < 0));
  const every = Math.max(
    1,
    Math.ceil(spec.categories.length / Math.max(3, Math.floor(size.width / (size.fontSize * 5.5)))),
  );
  const { left, ...plot } = plotArea(spec, size);
  return {
    grid: { left, ...plot, outerBoundsMode: 'none' },
    ...(hasLegend
      ? {
          legend: {
            top: 0,
            left: 0,
            icon: isLined ? 'roundRect' : 'rect',
            itemWidth: 14,
            itemHeight: isLined ? 3 : 10,
            itemGap: 16,
            textStyle: { ...font, color: palette.ink },
            data: spec.series.map((series) => series.name),
          },
        }
      : {}),
    xAxis: {
      type: 'category',
      data: [...spec.categories],
      boundaryGap: !isLined,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.muted } },
      axisLabel: {
        ...font,
        color: palette.muted,
        interval: (at: number) => (spec.categories.length - 1 - at) % every === 0,
        margin: 8,
      },
    },
    yAxis: {
      type: 'value',
      name: spec.unit,
      nameTextStyle: { ...font, color: palette.muted, align: 'left', padding: [0, 0, -2, -left + 6] },
      nameGap: 10,
      ...(isBelowZero ? {} : { min: 0 }),
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.gridLine } },
      axisLabel: { ...font, color: palette.muted, formatter: axisNumber },
    },
    series:
      spec.kind === 'fan'
        ? spec.series.flatMap((series, at) =>
            fanSeries(series, palette.series[at % palette.series.length] ?? palette.ink),
          )
        : spec.series.map((series, at) =>
            spec.kind === 'lines'
              ? {
                  type: 'line' as const,
                  name: series.name,
                  data: [...series.values],
                  connectNulls: false,
                  symbol: symbols[at % symbols.length] ?? 'circle',
                  symbolSize: spec.categories.length > 24 ? 4 : 6,
                  lineStyle: { width: 2, type: lineType(at) },
                }
              : {
                  type: 'bar' as const,
                  name: series.name,
                  data: [...series.values],
                  barMaxWidth: 42,
                  itemStyle: { borderColor: palette.page, borderWidth: spec.kind === 'stacked_columns' ? 0.6 : 0 },
                  ...(spec.kind === 'stacked_columns' ? { stack: 'all' } : {}),
                },
          ),
  };
}

function lineType(at: number): 'solid' | 'dashed' | 'dotted' | number[] {
  const dash = dashes[at % dashes.length] ?? 'solid';
  return typeof dash === 'string' ? dash : [...dash];
}

/** Bars have no axis to carry the unit. */
function barsUnit(spec: ChartSpec, size: ChartSize, palette: Palette, font: Font) {
  return {
    type: 'text' as const,
    left: plotArea(spec, size).left,
    top: 0,
    silent: true,
    style: { text: spec.unit, fill: palette.muted, ...font },
  };
}

function syntheticMark(spec: ChartSpec, size: ChartSize, palette: Palette, font: Font) {
  return {
    type: 'text' as const,
    right: 2,
    top: 0,
    silent: true,
    style: {
      text: spec.syntheticLabel.toUpperCase(),
      fill: palette.warning,
      fontFamily: font.fontFamily,
      fontSize: size.fontSize * 0.78,
      fontWeight: 600 as const,
    },
  };
}

/** Axis numbers without decimals that say nothing: 1,500,000 reads "1.5 M". */
function axisNumber(value: number): string {
  if (Math.abs(value) >= 2_000_000)
    return `${formatNumber(value / 1_000_000, Number.isInteger(value / 1_000_000) ? 0 : 1)} M`;
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}
