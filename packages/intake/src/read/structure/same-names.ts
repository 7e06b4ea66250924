import type { Finding, RawColumn } from '../../raw.ts';
import { columnLetter } from './column-letter.ts';

/** A finding for each header that several columns share: such columns can only be told apart by their place. */
export function sameNames(columns: readonly RawColumn[], where: string): Finding[] {
  const places = new Map<string, number[]>();
  for (const column of columns) {
    const key = column.header.toLowerCase();
    const found = places.get(key);
    if (found) found.push(column.index);
    else places.set(key, [column.index]);
  }
  return [...places.values()]
    .filter((indexes) => indexes.length > 1)
    .map((indexes) => ({
      code: 'same_header',
      severity: 'warning' as const,
      message: `${indexes.length} columns are called "${columns[indexes[0] ?? 0]?.header ?? ''}": ${indexes.map(columnLetter).join(', ')}.`,
      where,
    }));
}
