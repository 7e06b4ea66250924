import { renderChart } from '../charts/render-chart.ts';
import { lightPalette } from '../design/palette.ts';
import { printSizes } from '../design/typography.ts';
import type { Block, ProfileDocument, Section } from '../document/document.ts';
import { cellText, columnUnit, type TableContent } from '../document/table-content.ts';
import { renderMap } from '../maps/render-map.ts';
import { formatPeriod } from '../phrases/format-period.ts';

/** Width of the text on paper in points, and the type size of pictures printed at that width. */
const picture = { width: 460, fontSize: 8.6 };

/** What the page template reads: the document, with pictures as files and tables with their widths for paper. */
export interface PrintData {
  readonly json: string;
  /** File name to SVG. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** An entry in the list of figures or of tables. */
interface Listed {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export function printData(document: ProfileDocument): PrintData {
  const pictures = new Map<string, string>();
  const targets = new Set<string>();
  const figures: Listed[] = [];
  const tables: Listed[] = [];
  const section = (each: Section): unknown => {
    targets.add(each.id);
    return { ...each, blocks: each.blocks.map(block), sections: each.sections.map(section) };
  };
  const block = (each: Block): unknown => {
    if (each.kind === 'definitions') {
      for (const item of each.items) targets.add(item.id);
      const longest = each.items.reduce((most, item) => Math.max(most, item.term.length), 0);
      return { ...each, termWidth: longest <= 8 ? 12 : 28 };
    }
    if (each.kind === 'table') {
      targets.add(each.id);
      tables.push({ id: each.id, number: each.number, title: each.title });
      return { ...each, content: { ...each.content, print: printLayout(each.content) } };
    }
    if (each.kind !== 'figure' && each.kind !== 'map') return each;
    targets.add(each.id);
    figures.push({ id: each.id, number: each.number, title: each.title });
    const image = `${each.id}.svg`;
    const drawn = each.kind === 'figure' ? renderChart(each.chart, picture) : renderMap(each.map, picture);
    pictures.set(image, drawn.svg);
    return {
      kind: each.kind,
      id: each.id,
      number: each.number,
      title: each.title,
      summary: each.summary,
      note: each.note,
      image,
    };
  };
  const sections = document.sections.map(section);
  const { edition } = document;
  const json = JSON.stringify({
    edition,
    mark: document.mark,
    description: [edition.title, edition.subtitle ?? '', document.mark].filter((part) => part !== '').join('. '),
    compiled: formatPeriod(edition.compiledOn, edition.language),
    palette: lightPalette,
    sizes: printSizes,
    sources: document.sources,
    targets: [...targets],
    figures,
    tables,
    sections,
  });
  return { json, pictures };
}

/** Column widths: numbers and short words as wide as they are, long text shares the rest; more columns, smaller type. */
export function printLayout(content: TableContent): {
  widths: (number | 'auto')[];
  size: number;
  heads: string[];
  breakable: boolean;
} {
  const lengths = content.columns.map((column, at) =>
    content.rows.reduce((most, row) => {
      const cell = row.cells[at];
      return Math.max(most, cell ? cellText(cell).length : 0);
    }, column.label.length),
  );
  const widths = content.columns.map((column, at): number | 'auto' => {
    const length = lengths[at] ?? 0;
    if (column.kind === 'number') return column.label.length > 14 ? 1.6 : 'auto';
    return at > 0 && length <= 12 ? 'auto' : Math.max(at === 0 ? 3 : 1, Math.round(Math.sqrt(length) * 10) / 10);
  });
  const size = content.columns.length > 6 ? printSizes.table - 1 : printSizes.table;
  return { widths, size, heads: content.columns.map(columnUnit(content)), breakable: content.rows.length > 18 };
}
