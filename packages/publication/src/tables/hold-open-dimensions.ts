import type { ReleasedTable } from '@leeto/disclosure';
import type { MeasureView } from '../profile/measure-view.ts';
import { TOTAL } from './code-labels.ts';

/** Years by which the fullest series may be older than the newest. */
const toleratedAge = 5;

export type Held = Readonly<Record<string, string>>;

/**
 * Fixes the dimensions that may not be added up: those that the view holds, and those without a published total (two
 * publishers of one figure, two bases of a stock). Of these the combination with the most rows is
 * taken, unless its newest period is more than five years older than another's: a lone newer figure is no series. Returns null where the table has nothing of what the view holds.
 */
export function holdOpenDimensions(table: ReleasedTable, view: MeasureView): Held | null {
  const wanted = Object.entries(view.held ?? {}).filter(([name]) => positionOf(table, name) >= 0);
  const rows = table.rows.filter((row) => wanted.every(([name, code]) => row.key[positionOf(table, name)] === code));
  if (rows.length === 0) return null;
  const shown = new Set([view.category, view.table?.rows, ...(view.addsUp ?? []), ...wanted.map(([name]) => name)]);
  const open = table.dimensions
    .map((dimension, at) => ({ dimension, at }))
    .filter(({ dimension, at }) => {
      if (dimension.isTime || shown.has(dimension.name)) return false;
      return !rows.some((row) => row.key[at] === TOTAL);
    });
  const time = table.dimensions.findIndex((dimension) => dimension.isTime);
  const groups = Map.groupBy(rows, (row) => open.map(({ at }) => row.key[at] ?? TOTAL).join('\u001f'));
  const newest = (members: readonly ReleasedTable['rows'][number][]) =>
    members.reduce((last, row) => (time >= 0 && (row.key[time] ?? '') > last ? (row.key[time] ?? '') : last), '');
  const years = (members: readonly ReleasedTable['rows'][number][]) => Number(newest(members).slice(0, 4)) || 0;
  const latest = [...groups.values()].reduce((last, members) => Math.max(last, years(members)), 0);
  const [best] = [...groups]
    .filter(([, members]) => years(members) >= latest - toleratedAge)
    .toSorted(([, a], [, b]) => b.length - a.length || newest(b).localeCompare(newest(a), 'en'));
  const codes = best?.[0].split('\u001f') ?? [];
  return Object.fromEntries([
    ...wanted,
    ...open.map(({ dimension }, at) => [dimension.name, codes[at] ?? TOTAL] as const),
  ]);
}

function positionOf(table: ReleasedTable, name: string): number {
  return table.dimensions.findIndex((dimension) => dimension.name === name);
}
