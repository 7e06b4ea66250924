import { BarChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { lightPalette, type Palette } from '../design/palette.ts';
import { chartOption, chartSize, type PlotArea, plotArea } from './chart-option.ts';
import type { ChartSpec } from './chart-spec.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, GraphicComponent, SVGRenderer]);

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly plot: PlotArea;
}

/** Draws a chart as SVG without a browser; the same bytes for the same chart. `width` and `fontSize` in pixels. */
export function renderChart(
  spec: ChartSpec,
  at: { readonly width: number; readonly fontSize: number },
  palette: Palette = lightPalette,
): ChartPicture {
  const size = chartSize(spec, at.width, at.fontSize);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption(chartOption(spec, size, palette));
    // The renderer counts its charts; its counter would make the second run's bytes differ from the first's.
    const svg = chart.renderToSVGString().replace(/zr\d+-/g, 'chart-');
    return { svg, width: size.width, height: size.height, plot: plotArea(spec, size) };
  } finally {
    chart.dispose();
  }
}
