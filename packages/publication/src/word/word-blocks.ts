import {
  Bookmark,
  BorderStyle,
  type FileChild,
  ImageRun,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { pictureToPng } from '../charts/picture-to-png.ts';
import { renderChart } from '../charts/render-chart.ts';
import type { Block, FigureBlock, KeyFigure, MapBlock, Source } from '../document/document.ts';
import type { FigureNote } from '../document/figure-note.ts';
import { renderMap } from '../maps/render-map.ts';
import { bookmarkName, wordRuns } from './word-inline.ts';
import { accent, ink, muted, raised, rule, warning } from './word-styles.ts';
import { textWidth, wordTable } from './word-table.ts';

/** Pictures are drawn at the width of the text, in pixels at 96 to the inch. */
const picture = { width: 612, fontSize: 11.5 };

export function wordBlock(block: Block, sources: readonly Source[]): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: wordRuns(block.content) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: wordRuns(item) }));
    case 'key_figures':
      return [keyFigures(block.items), new Paragraph({ children: [] })];
    case 'figure':
    case 'map':
      return [caption('Figure', block), pictureParagraph(block), noteParagraph(block.note, sources)];
    case 'table':
      return [caption('Table', block), wordTable(block.content), noteParagraph(block.note, sources)];
    case 'missing':
      return [
        new Paragraph({
          style: 'MissingData',
          shading: { type: ShadingType.CLEAR, fill: raised },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: muted, space: 8 } },
          children: [new TextRun({ text: `No data: ${block.subject}. `, bold: true }), new TextRun(block.text)],
        }),
      ];
    case 'definitions':
      return block.items.map(
        (item) =>
          new Paragraph({
            keepLines: true,
            children: [
              new Bookmark({ id: bookmarkName(item.id), children: [new TextRun({ text: item.term, bold: true })] }),
              new TextRun(`  ${item.definition}`),
              ...(item.source === '' ? [] : [new TextRun({ text: `  ${item.source}`, color: muted, size: 17 })]),
            ],
          }),
      );
    default:
      return block satisfies never;
  }
}

function caption(
  kind: 'Figure' | 'Table',
  block: { id: string; number: string; title: string; note: FigureNote },
): Paragraph {
  const badges = [block.note.status === 'final' ? '' : block.note.statusLabel].filter((badge) => badge !== '');
  return new Paragraph({
    style: 'Caption',
    border: { top: { style: BorderStyle.SINGLE, size: 8, color: ink, space: 4 } },
    children: [
      new Bookmark({
        id: bookmarkName(block.id),
        children: [
          new TextRun({ text: `${kind} `, color: accent }),
          new SimpleField(`SEQ ${kind} \\* ARABIC`, block.number),
        ],
      }),
      new TextRun(`  ${block.title}`),
      ...badges.map((badge) => new TextRun({ text: `  [${badge}]`, color: muted, bold: false })),
      ...(block.note.isSynthetic ? [new TextRun({ text: `  [${block.note.syntheticLabel}]`, color: warning })] : []),
    ],
  });
}

function pictureParagraph(block: FigureBlock | MapBlock): Paragraph {
  const drawn =
    block.kind === 'figure' ? renderChart(block.chart, picture) : renderMap(block.map, { ...picture, width: 560 });
  const transformation = { width: drawn.width, height: drawn.height };
  return new Paragraph({
    keepNext: true,
    // A fixed line height would show no more of a picture than its last line.
    spacing: { line: 240, lineRule: 'auto' },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(drawn.svg, 'utf8'),
        fallback: { type: 'png', data: pictureToPng(drawn.svg, drawn.width * 2) },
        transformation,
        altText: { title: block.title, description: block.summary, name: block.id },
      }),
    ],
  });
}

function noteParagraph(note: FigureNote, sources: readonly Source[]): Paragraph {
  const cited = note.sources.map((number) => `${sources[number - 1]?.citation ?? ''} [${number}]`);
  const facts = [
    ...(cited.length > 0 ? [{ label: cited.length === 1 ? 'Source' : 'Sources', text: cited.join('; ') }] : []),
    ...note.facts,
    ...note.legend.map((each) => ({ label: each.mark, text: each.meaning })),
    ...(note.explain === '' ? [] : [{ label: 'Snapshot', text: `${note.snapshot} · ${note.explain}` }]),
  ];
  return new Paragraph({
    style: 'FigureNote',
    children: facts.flatMap((fact) => [
      new TextRun({ text: `${fact.label} `, bold: true, color: ink }),
      new TextRun(`${fact.text}   `),
    ]),
  });
}

function keyFigures(items: readonly KeyFigure[]): Table {
  const across = 4;
  const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, at) =>
    items.slice(at * across, (at + 1) * across),
  );
  const width = Math.floor(textWidth / across);
  const line = { style: BorderStyle.SINGLE, size: 4, color: rule };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => width),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: across }, (_, at) => {
            const item = row[at];
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { top: 80, bottom: 80, left: 120, right: 80 },
              children: item ? keyFigureCell(item) : [new Paragraph({ children: [] })],
            });
          }),
        }),
    ),
  });
}

function keyFigureCell(item: KeyFigure): Paragraph[] {
  const spacing = { before: 0, after: 30, line: 240, lineRule: 'auto' as const };
  return [
    new Paragraph({ spacing, children: [new TextRun({ text: item.label, bold: true, size: 17, color: accent })] }),
    new Paragraph({
      spacing,
      children: [new TextRun({ text: item.value, bold: true, size: 30, font: 'Source Serif 4' })],
    }),
    new Paragraph({
      spacing,
      children: [
        new TextRun({
          text: [item.context, item.change].filter((part) => part !== '').join(', '),
          size: 16,
          color: muted,
        }),
      ],
    }),
    ...(item.isSynthetic
      ? [
          new Paragraph({
            spacing,
            children: [new TextRun({ text: 'Synthetic', bold: true, size: 15, color: warning })],
          }),
        ]
      : []),
  ];
}
