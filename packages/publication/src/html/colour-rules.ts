import { darkPalette, lightPalette, type Palette } from '../design/palette.ts';

const parts = [
  'page',
  'raised',
  'ink',
  'muted',
  'rule',
  'accent',
  'accentSoft',
  'warning',
  'warningSoft',
  'area',
  'areaEdge',
  'areaActive',
  'gridLine',
] as const;

/**
 * Custom properties of both palettes, and rules that give pictures drawn in the light palette the dark one's colours:
 * pictures are drawn once, with fixed colours, and a dark screen repaints them by attribute.
 */
export function colourRules(): string {
  const dark = `${properties(darkPalette)}color-scheme:dark`;
  return [
    `:root{${properties(lightPalette)}color-scheme:light}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    ...repaint(),
    `@media print{:root,:root[data-theme]{${properties(lightPalette)}color-scheme:light}}`,
  ].join('\n');
}

function properties(palette: Palette): string {
  const named = parts.map((part) => `--${kebab(part)}:${palette[part]};`);
  return [...named, ...palette.series.map((colour, at) => `--series-${at}:${colour};`)].join('');
}

function repaint(): readonly string[] {
  const colours = [
    ...parts.map((part) => ({ colour: lightPalette[part], property: kebab(part) })),
    ...lightPalette.series.map((colour, at) => ({ colour, property: `series-${at}` })),
  ];
  return colours.flatMap(({ colour, property }) => [
    `.picture [fill="${colour}"]{fill:var(--${property})}`,
    `.picture [stroke="${colour}"]{stroke:var(--${property})}`,
  ]);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
