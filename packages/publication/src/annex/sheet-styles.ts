import { lightPalette } from '../design/palette.ts';

const argb = (colour: string) => ({ argb: `FF${colour.slice(1).toUpperCase()}` });

/** Calibri, because a spreadsheet cannot carry its fonts with it. */
export const font = { name: 'Calibri', size: 11, color: argb(lightPalette.ink) };
export const titleFont = { ...font, size: 15, bold: true };
export const mutedFont = { ...font, color: argb(lightPalette.muted) };
export const warningFont = { ...font, bold: true, color: argb(lightPalette.warning) };
export const linkFont = { ...font, underline: true, color: argb(lightPalette.accent) };
export const borderRule = { style: 'thin' as const, color: argb(lightPalette.ink) };

/** How a sheet prints: across the page, with the marking at its head and the page number at its foot. */
export function printSetup(mark: string) {
  // An ampersand begins a code in headers of a sheet.
  const head = mark.replaceAll('&', '&&');
  return {
    pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
    headerFooter: { oddHeader: `&C&8${head}`, oddFooter: '&C&8&P / &N' },
  };
}
