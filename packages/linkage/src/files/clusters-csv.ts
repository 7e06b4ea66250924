import type { LinkResult } from '../link-result.ts';

/** Persons are named in the order of their first records: `P-000001`. */
export function personName(person: number): string {
  return `P-${String(person + 1).padStart(6, '0')}`;
}

/** Lines of a CSV with a row for each record: source, id, person. In pieces of some thousand lines. */
export function* clustersCsv({ records, clusters }: Pick<LinkResult, 'records' | 'clusters'>): Iterable<string> {
  let piece = 'source,id,person\n';
  for (let record = 0; record < records.size; record += 1) {
    const source = records.sources[records.sourceOf[record] as number]?.name ?? '';
    const person = personName(clusters.personOf[record] as number);
    piece += `${quoted(source)},${quoted(records.idOf(record))},${person}\n`;
    if (piece.length < 1 << 18) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
