import { Resvg } from '@resvg/resvg-js';
import { printFontPaths, textFamily } from '../design/typography.ts';

/** A picture as PNG, `width` pixels wide, for applications that do not draw SVG. */
export function pictureToPng(svg: string, width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { fontFiles: [...printFontPaths()], loadSystemFonts: false, defaultFontFamily: textFamily },
  });
  return drawing.render().asPng();
}
