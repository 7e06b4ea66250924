import type { IPropertiesOptions } from 'docx';
import { lightPalette } from '../design/palette.ts';
import { printSizes, textFamily, titleFamily } from '../design/typography.ts';

/** Colours as Word writes them. */
export const ink = lightPalette.ink.slice(1);
export const muted = lightPalette.muted.slice(1);
export const accent = lightPalette.accent.slice(1);
export const rule = lightPalette.rule.slice(1);
export const warning = lightPalette.warning.slice(1);
export const raised = lightPalette.raised.slice(1);

/** Half-points, the unit of sizes in Word. */
const halves = (points: number) => Math.round(points * 2);

const heading = (size: number, before: number, after: number) => ({
  run: { font: titleFamily, bold: true, size: halves(size), color: ink },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
});

/** The styles that officials edit by: built-in headings, caption, and named ones for notes and notices. */
export const wordStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: textFamily, size: halves(printSizes.text + 0.5), color: ink },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    title: {
      run: { font: titleFamily, bold: true, size: halves(40), color: ink },
      paragraph: { spacing: { before: 2400, after: 200 } },
    },
    heading1: heading(printSizes.chapter, 0, 240),
    heading2: heading(printSizes.section, 360, 140),
    heading3: heading(printSizes.subsection, 280, 120),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { bold: true, size: halves(printSizes.text), color: ink },
      paragraph: { keepNext: true, spacing: { before: 280, after: 100 } },
    },
    {
      id: 'FigureNote',
      name: 'Figure note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: halves(printSizes.note + 0.5), color: muted },
      paragraph: { spacing: { before: 60, after: 240, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'MissingData',
      name: 'Missing data',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 120, after: 160 }, indent: { left: 160 } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: halves(printSizes.table) },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'FrontTitle',
      name: 'Front title',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: titleFamily, bold: true, size: halves(printSizes.chapter) },
      paragraph: { keepNext: true, spacing: { after: 240 } },
    },
  ],
};
