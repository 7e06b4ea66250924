import { formatShare, formatWithUnit } from './format-number.ts';
import { joinWords } from './join-words.ts';

export interface Ranked {
  readonly label: string;
  readonly value: number | null;
}

/**
 * Who leads and by how much: "Maputsoe, with 41 % of 12,345 movements", "Maputsoe and Maseru Bridge, with 120 movements
 * each", or '' where nothing can be said (no values, all zero). `whole` is null where the total is withheld; shares are
 * then left out.
 */
export function describeLargest(
  items: readonly Ranked[],
  whole: number | null,
  unit: { readonly unit: string; readonly decimals: number },
): string {
  const stated = items.filter(
    (item): item is { label: string; value: number } => item.value !== null && item.value > 0,
  );
  const top = stated.reduce((largest, item) => Math.max(largest, item.value), 0);
  if (top === 0) return '';
  const leaders = stated.filter((item) => item.value === top);
  const level = formatWithUnit(top, unit.decimals, unit.unit);
  if (leaders.length > 3) return `${leaders.length} of them level at ${level}`;
  const names = joinWords(leaders.map((item) => item.label));
  if (leaders.length > 1) return `${names}, with ${level} each`;
  const share = whole === null ? '' : formatShare(top, whole);
  return share === '' || stated.length === 1
    ? `${names}, with ${level}`
    : `${names}, with ${level} (${share} of the total)`;
}

/** "A (1,234), B (567) and C (89)": the largest in order, at most `count`, zero and withheld ones left out. */
export function listLargest(
  items: readonly Ranked[],
  count: number,
  unit: { readonly unit: string; readonly decimals: number },
): string {
  const ordered = items
    .filter((item): item is { label: string; value: number } => item.value !== null && item.value > 0)
    .toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'en'));
  return joinWords(
    ordered.slice(0, count).map((item) => `${item.label} (${formatWithUnit(item.value, unit.decimals, unit.unit)})`),
  );
}
