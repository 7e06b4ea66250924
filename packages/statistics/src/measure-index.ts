import { measures } from './measures.ts';

const all = [...measures.values()];

/** The rows of the index of methods and of the index of measures, one a measure: file to rows of Markdown, in the order of the measures. */
export const measureIndexes: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'docs/methods/README.md',
    all.map(
      ({ id, title, clause, status }) => `| [\`${id}\`](measures/${id}.md) | ${title.en} | ${clause} | ${status} |`,
    ),
  ],
  [
    'docs/methods/measures/README.md',
    all.map(({ id, title, basis, status }) => `| [\`${id}\`](${id}.md) | ${title.en} | ${basis} | ${status} |`),
  ],
]);

/** A page with its rows of measures replaced by these; they must stand together, as one table. */
export function withMeasureRows(page: string, rows: readonly string[]): string {
  const lines = page.split('\n');
  const first = lines.findIndex(isMeasureRow);
  return [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !isMeasureRow(line))].join('\n');
}

function isMeasureRow(line: string): boolean {
  return line.startsWith('| [`');
}
