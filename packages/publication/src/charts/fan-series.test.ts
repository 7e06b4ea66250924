import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette } from '../design/palette.ts';
import type { ChartSpec } from './chart-spec.ts';
import { fanSeries } from './fan-series.ts';
import { renderChart } from './render-chart.ts';

const spec: ChartSpec = {
  kind: 'fan',
  categories: ['Jan', 'Feb', 'Mar', 'Apr'],
  series: [
    {
      name: 'Arrivals',
      values: [50, 60, 55, 40],
      withheld: [false, false, false, false],
      interval: [null, null, [50, 61], [25, 58]],
    },
    {
      name: 'Net',
      values: [5, null, -4, -6],
      withheld: [false, true, false, false],
      interval: [null, null, [-9, 2], [-20, 9]],
    },
  ],
  unit: 'persons',
  decimals: 0,
  language: 'en',
  isSynthetic: false,
  syntheticLabel: 'Synthetic',
};

describe('a fan', () => {
  it('opens at the last final figure and is as wide as the interval', () => {
    const [series] = spec.series;
    const [low, band, final, provisional] = series === undefined ? [] : fanSeries(series, 'black');
    expect(low?.data).toEqual([null, 60, 50, 25]);
    expect(band?.data).toEqual([null, 0, 11, 33]);
    expect(final?.data).toEqual([50, 60, null, null]);
    expect(provisional?.data).toEqual([null, 60, 55, 40]);
  });

  it('leaves a gap where a figure is withheld', () => {
    const [, net] = spec.series;
    const [low] = net === undefined ? [] : fanSeries(net, 'black');
    expect(low?.data).toEqual([null, null, -9, -20]);
  });

  it('is drawn with one entry a series in the legend, below zero too, in each palette, always the same', () => {
    const { svg } = renderChart(spec, { width: 700, fontSize: 13 });
    expect(svg.match(/>Arrivals</g)).toHaveLength(1);
    expect(svg.match(/>Net</g)).toHaveLength(1);
    expect(svg).toMatch(/>[-−]20</);
    expect(svg).toContain('fill-opacity="0.22"');
    expect(renderChart(spec, { width: 700, fontSize: 13 }).svg).toBe(svg);
    expect(renderChart(spec, { width: 700, fontSize: 13 }, darkPalette).svg).not.toBe(svg);
    expect(renderChart(spec, { width: 700, fontSize: 13 }, lightPalette).svg).toBe(svg);
  });
});
