import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Cell, cellText, columnUnit, type TableContent } from '../document/table-content.ts';
import { ink, muted, rule, warning } from './word-styles.ts';

/** Width of the text on an A4 page with this package's margins, in twentieths of a point. */
export const textWidth = 9180;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });

/** A table whose header row repeats on each page and whose rows are not torn apart. */
export function wordTable(content: TableContent): Table {
  const unitOf = columnUnit(content);
  const widths = columnWidths(content);
  const isWhole = content.rows.length <= 18;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: content.columns.map((column, at) =>
      cell(
        [
          new TextRun({ text: column.label, bold: true }),
          ...(unitOf(column) === '' ? [] : [new TextRun({ text: ` ${unitOf(column)}`, color: muted })]),
        ],
        { width: widths[at] ?? 0, isNumber: column.kind === 'number', bottom: line(8, ink), keepNext: true },
      ),
    ),
  });
  const rows = content.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((each, at) =>
          cell([cellRun(each, row.isTotal)], {
            width: widths[at] ?? 0,
            isNumber: content.columns[at]?.kind === 'number',
            bottom: line(4, rule),
            // A short table stays on one page, and with its note.
            keepNext: isWhole,
          }),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [head, ...rows],
  });
}

function cellRun(each: Cell, isTotal: boolean): TextRun {
  if (each.kind === 'suppressed') return new TextRun({ text: 'c', smallCaps: true, bold: true, color: warning });
  return new TextRun({ text: cellText(each), bold: isTotal });
}

function cell(
  runs: TextRun[],
  at: {
    readonly width: number;
    readonly isNumber: boolean;
    readonly bottom: { style: 'single'; size: number; color: string };
    readonly keepNext: boolean;
  },
): TableCell {
  return new TableCell({
    width: { size: at.width, type: WidthType.DXA },
    margins: { top: 20, bottom: 20, left: 60, right: 60 },
    borders: { top: none, left: none, right: none, bottom: at.bottom },
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: at.keepNext,
        alignment: at.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runs,
      }),
    ],
  });
}

/** Widths by how long the texts of a column are, so that numbers stay on one line and words get the rest. */
function columnWidths(content: TableContent): readonly number[] {
  const wants = content.columns.map((column, at) => {
    const longest = content.rows.reduce(
      (most, row) => {
        const each = row.cells[at];
        return Math.max(most, each ? cellText(each).length : 0);
      },
      Math.ceil(column.label.length * (column.kind === 'number' ? 0.4 : 1)),
    );
    const word = column.label.split(' ').reduce((most, each) => Math.max(most, each.length), 0);
    return column.kind === 'number'
      ? Math.max(8, longest + 1, Math.ceil(word * 1.25))
      : Math.min(38, Math.max(8, longest));
  });
  const sum = wants.reduce((total, want) => total + want, 0);
  return wants.map((want) => Math.floor((want / sum) * textWidth));
}
