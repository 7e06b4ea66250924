import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { printFontFaces } from '../design/typography.ts';
import type { ProfileDocument, Section } from '../document/document.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { wordBlock } from './word-blocks.ts';
import { bookmarkName } from './word-inline.ts';
import { accent, muted, rule, warning, wordStyles } from './word-styles.ts';
import { textWidth } from './word-table.ts';

/**
 * The Profile for officials to edit: heading styles, captions numbered by fields, lists of contents, figures and tables
 * that Word refreshes, header rows that repeat, the marking in header and footer of every page.
 */
export async function renderWord(document: ProfileDocument): Promise<Uint8Array> {
  const { edition } = document;
  const margin = { top: 1750, bottom: 1300, left: 1360, right: 1360, header: 620, footer: 560 };
  const size = { width: 11906, height: 16838 };
  const file = new Document({
    title: edition.title,
    creator: edition.publisher,
    lastModifiedBy: edition.publisher,
    description: [edition.subtitle ?? '', document.mark].filter((part) => part !== '').join('. '),
    styles: wordStyles,
    features: { updateFields: true },
    fonts: printFontFaces().map((face) => ({
      name: face.family,
      data: readFileSync(face.regular),
      bold: readFileSync(face.bold),
    })),
    sections: [
      {
        properties: { page: { size, margin } },
        headers: { default: markHeader(document) },
        footers: { default: footer(document) },
        children: cover(document),
      },
      {
        properties: { page: { size, margin } },
        headers: { default: markHeader(document) },
        footers: { default: footer(document) },
        children: [
          ...contents(document),
          ...document.sections.flatMap((section) => sectionParagraphs(section, document)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function cover(document: ProfileDocument): Paragraph[] {
  const { edition } = document;
  const compiled = `Compiled on ${formatPeriod(edition.compiledOn, edition.language)} from snapshot ${edition.snapshot}`;
  return [
    new Paragraph({ children: [new TextRun({ text: edition.publisher, bold: true, size: 24, color: accent })] }),
    new Paragraph({ style: 'Title', children: [new TextRun(edition.title)] }),
    ...(edition.subtitle === undefined
      ? []
      : [new Paragraph({ children: [new TextRun({ text: edition.subtitle, size: 32, color: muted })] })]),
    new Paragraph({
      spacing: { before: 4200 },
      border: { top: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 6 } },
      children: [new TextRun({ text: compiled, color: muted })],
    }),
    ...(document.mark === ''
      ? []
      : [
          new Paragraph({
            spacing: { before: 200 },
            children: [new TextRun({ text: document.mark, bold: true, color: warning })],
          }),
        ]),
  ];
}

function contents(document: ProfileDocument): FileChild[] {
  const front = (text: string) =>
    new Paragraph({ style: 'FrontTitle', pageBreakBefore: true, children: [new TextRun(text)] });
  const captions = captionsOf(document.sections);
  const list = (kind: 'Figure' | 'Table') =>
    new TableOfContents(`${kind}s`, {
      hyperlink: true,
      captionLabelIncludingNumbers: kind,
      // Shown until the application refreshes its fields, which gives the page numbers.
      cachedEntries: captions
        .filter((caption) => caption.kind === kind)
        .map((caption) => ({
          title: `${kind} ${caption.number}  ${caption.title}`,
          level: 1,
          href: bookmarkName(caption.id),
        })),
    });
  return [
    front('Contents'),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
    front('Figures'),
    list('Figure'),
    front('Tables'),
    list('Table'),
  ];
}

interface Caption {
  readonly kind: 'Figure' | 'Table';
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

function captionsOf(sections: readonly Section[]): readonly Caption[] {
  return sections.flatMap((section) => [
    ...section.blocks.flatMap((block): Caption[] => {
      if (block.kind !== 'figure' && block.kind !== 'map' && block.kind !== 'table') return [];
      return [
        { kind: block.kind === 'table' ? 'Table' : 'Figure', id: block.id, number: block.number, title: block.title },
      ];
    }),
    ...captionsOf(section.sections),
  ]);
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function sectionParagraphs(section: Section, document: ProfileDocument): FileChild[] {
  const title = section.number === '' ? section.title : `${section.number}  ${section.title}`;
  return [
    new Paragraph({
      heading: levels[section.level],
      pageBreakBefore: section.level === 1,
      children: [new Bookmark({ id: bookmarkName(section.id), children: [new TextRun(title)] })],
    }),
    ...section.blocks.flatMap((block) => wordBlock(block, document.sources)),
    ...section.sections.flatMap((each) => sectionParagraphs(each, document)),
  ];
}

function markHeader(document: ProfileDocument): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: rule, space: 4 } },
        children: [new TextRun({ text: document.edition.title, size: 16, color: muted })],
      }),
      ...(document.mark === ''
        ? []
        : [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: document.mark.toUpperCase(), bold: true, size: 15, color: warning })],
            }),
          ]),
    ],
  });
}

function footer(document: ProfileDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: rule, space: 4 } },
        children: [
          new TextRun({
            text: document.mark === '' ? document.edition.publisher : document.mark,
            size: 16,
            color: document.mark === '' ? muted : warning,
          }),
          new TextRun({ children: ['\t', PageNumber.CURRENT], size: 16, color: muted }),
        ],
      }),
    ],
  });
}
