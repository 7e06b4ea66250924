import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette } from './palette.ts';

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s palette', (_, palette) => {
  it('keeps text readable on each ground (4.5 : 1)', () => {
    for (const ground of [palette.page, palette.raised]) {
      for (const ink of [palette.ink, palette.muted, palette.accent, palette.warning]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(palette.warning, palette.warningSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.muted, palette.area)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps lines and bars visible (3 : 1)', () => {
    for (const colour of palette.series) expect(contrast(colour, palette.page)).toBeGreaterThanOrEqual(3);
  });
});
