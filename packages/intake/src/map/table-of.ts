import type { RawCell, RawTable } from '../raw.ts';

/** A table in memory, as tests and packs need it: headers (several levels joined by ' / ') and rows. */
export function tableOf(
  headers: readonly string[],
  rows: readonly (readonly RawCell[])[],
  more: Partial<Pick<RawTable, 'file' | 'sheet' | 'titles' | 'decimalMark'>> = {},
): RawTable {
  return {
    file: more.file ?? 'table.csv',
    sheet: more.sheet ?? '',
    index: 0,
    titles: more.titles ?? [],
    notes: [],
    columns: headers.map((header, index) => ({ index, header, headerParts: header.split(' / ') })),
    headerRows: { first: 1, last: 1 },
    findings: [],
    rows: async function* () {
      const size = 1_000;
      for (let at = 0; at < rows.length; at += size) {
        const part = rows.slice(at, at + size);
        yield { rows: part, sourceRows: part.map((_, i) => at + i + 2) };
      }
    },
    estimatedRows: rows.length,
    decimalMark: more.decimalMark ?? '.',
  };
}
