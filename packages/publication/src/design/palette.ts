/** Colours by their part, one set for paper and light screens, one for dark screens. Text pairs meet WCAG AA (4.5 : 1). */
export interface Palette {
  readonly page: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly accent: string;
  readonly accentSoft: string;
  /** Marks synthetic data and demonstration pages, and nothing else. */
  readonly warning: string;
  readonly warningSoft: string;
  readonly area: string;
  readonly areaEdge: string;
  readonly areaActive: string;
  readonly gridLine: string;
  /** Told apart with any colour vision, in grey print by lightness, each 3 : 1 or more against the page. */
  readonly series: readonly string[];
}

export const lightPalette: Palette = {
  page: '#ffffff',
  raised: '#f4f6f6',
  ink: '#17252c',
  muted: '#52626b',
  rule: '#cdd6d9',
  accent: '#0a5672',
  accentSoft: '#e3eef2',
  warning: '#8f3d0e',
  warningSoft: '#fcf0e6',
  area: '#e2e9e6',
  areaEdge: '#ffffff',
  areaActive: '#cbd9d3',
  gridLine: '#e1e7e9',
  series: ['#0b6187', '#c86414', '#3d8f6e', '#8d4a7e', '#94801b', '#6a7880'],
};

export const darkPalette: Palette = {
  page: '#10191e',
  raised: '#18242b',
  ink: '#e7eef0',
  muted: '#a5b4bb',
  rule: '#33434b',
  accent: '#7cc4df',
  accentSoft: '#1b323d',
  warning: '#f3b184',
  warningSoft: '#33231a',
  area: '#22323a',
  areaEdge: '#10191e',
  areaActive: '#33505a',
  gridLine: '#25333a',
  series: ['#5db1d6', '#f0954a', '#6fc4a0', '#cf8cc0', '#d1bb4f', '#9caab1'],
};
