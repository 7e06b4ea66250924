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
    const svg = stillPicture(chart.renderToSVGString());
    return { svg, width: size.width, height: size.height, plot: plotArea(spec, size) };
  } finally {
    chart.dispose();
  }
}

/**
 * Leaves out what is for the library's own script. Its names are counted over all charts ever drawn, so that the same chart
 * drawn twice would not be the same text.
 */
function stillPicture(svg: string): string {
  return svg
    .replace(/<style ?>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/zr\d+-/g, 'chart-');
}
