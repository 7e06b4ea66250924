import type { ReleasedTable } from '@leeto/disclosure';
import { describeChange, shortChange } from '../phrases/change.ts';
import { formatNumber, formatWithUnit, NO_BREAK } from '../phrases/format-number.ts';
import { formatPeriod } from '../phrases/format-period.ts';
import { describeLargest, listLargest, type Ranked } from '../phrases/superlative.ts';
import { type Labeller, NOT_STATED, OTHER } from '../tables/code-labels.ts';
import { findDimension, sliceTable } from '../tables/slice-table.ts';
import type { MeasureView } from './measure-view.ts';
import type { Reading } from './read-measure.ts';

/** "in 2025", "from January to June 2025", "on 30 June 2025", or '' where no period is known. */
export function duringPeriod(period: string, language: 'en' | 'st'): string {
  if (period === '') return '';
  const words = formatPeriod(period, language);
  if (period.includes('/')) return /^\d{4}–/.test(words) ? `in ${words}` : `from ${words}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? `on ${words}` : `in ${words}`;
}

/** The sentence on level and change: "The number of … rose by 4.2 % to 1,234 in 2025, from 1,184 in 2024." */
export function tellLevel(reading: Reading, view: MeasureView, language: 'en' | 'st'): string {
  const frame = frameOf(reading);
  const told = describeChange(reading.before, reading.now, frame);
  const when = duringPeriod(reading.nowPeriod, language);
  // "in 2025 is withheld", not "is withheld in 2025", which would say when it was withheld.
  const order = reading.now.value === null ? [view.subject, when, told] : [view.subject, told, when];
  const sentence = order.filter((part) => part !== '').join(' ');
  const before = reading.before;
  const isComparison =
    reading.now.value !== null &&
    / by | to |doubled|tripled|-fold/.test(told) &&
    before?.value != null &&
    !told.includes(' from ');
  const against = isComparison
    ? `, against ${formatNumber(before.value ?? 0, frame.decimals)} ${duringPeriod(reading.beforePeriod, language).replace(/^from/, 'in')}`
    : '';
  return `${sentence}${against}.`;
}

/** Categories of the newest period with their figures, those not stated and not further divided left out of ranking. */
export function rankCategories(
  table: ReleasedTable,
  reading: Reading,
  category: string,
  labeller: Labeller,
): readonly (Ranked & { readonly code: string; readonly isWithheld: boolean })[] {
  const dimension = findDimension(table, category);
  if (!dimension) return [];
  const cells = sliceTable(table, { by: [category], where: reading.nowWhere, value: reading.value.name });
  return cells
    .map((cell) => ({
      code: cell.codes[0] ?? '',
      label: labeller.label(dimension, cell.codes[0] ?? ''),
      value: cell.value,
      isWithheld: cell.isWithheld,
    }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.label.localeCompare(b.label, 'en'));
}

/** "By port of entry, Maputsoe led, with 5,061 movements (41 % of the total), followed by …", or ''. */
export function tellRanking(table: ReleasedTable, reading: Reading, view: MeasureView, labeller: Labeller): string {
  if (view.category === undefined) return '';
  const frame = frameOf(reading);
  const ranked = rankCategories(table, reading, view.category, labeller).filter(
    (item) => item.code !== NOT_STATED && item.code !== OTHER,
  );
  const stated = ranked.filter((item) => (item.value ?? 0) > 0);
  if (stated.length < 2) return '';
  const whole = reading.value.kind === 'count' || reading.value.kind === 'amount' ? reading.now.value : null;
  const led = describeLargest(stated, whole, frame);
  if (led === '') return '';
  const top = stated[0]?.value ?? 0;
  const others = stated.filter((item) => item.value !== top);
  const followers = listLargest(others, 2, { unit: '', decimals: frame.decimals });
  const [who, ...level] = led.split(', with ');
  const leads = level.length === 0 ? `${who}` : `${who} came first, with ${level.join(', with ')}`;
  return `By ${view.categoryNoun ?? 'category'}, ${leads}${followers === '' ? '' : `, followed by ${followers}`}.`;
}

/** The busiest and the quietest month of a year of months, or ''. */
export function tellSeason(table: ReleasedTable, reading: Reading, labeller: Labeller): string {
  const dimension = findDimension(table, reading.time);
  if (!dimension || reading.value.kind !== 'count' || !/^\d{4}-\d{2}$/.test(reading.periods[0] ?? '')) return '';
  const cells = sliceTable(table, { by: [reading.time], where: reading.nowWhere, value: reading.value.name });
  const months = cells.filter((cell) => cell.value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const high = months[0];
  const low = months[months.length - 1];
  if (months.length < 6 || !high || !low || high.value === low.value) return '';
  const say = (cell: typeof high) =>
    `${labeller.label(dimension, cell.codes[0] ?? '')} (${formatNumber(cell.value ?? 0, reading.value.decimals)})`;
  return `The month with the most was ${say(high)}, the one with the fewest ${say(low)}.`;
}

/** How a key figure is written: level, and change on the period before. */
export function keyFigureText(reading: Reading, language: 'en' | 'st'): { value: string; change: string } {
  const frame = frameOf(reading);
  const { now } = reading;
  if (now.value === null) return { value: now.isWithheld ? 'withheld' : 'no data', change: '' };
  const { unit } = reading.value;
  const value =
    unit === '%' ? formatWithUnit(now.value, frame.decimals, unit) : formatMoney(now.value, frame.decimals, unit);
  return {
    value,
    change: shortChange(reading.before, now, frame, formatPeriod(reading.beforePeriod, language, 'short')),
  };
}

/** Short enough for a key figure: "US$ 512.3 m"; a count is written without its unit, which its label says. */
function formatMoney(value: number, decimals: number, unit: string): string {
  const scale = /^US dollars, (millions|thousands)$/.exec(unit)?.[1];
  const number = formatNumber(value, decimals);
  if (scale === undefined) return number;
  return `US$${NO_BREAK}${number}${NO_BREAK}${scale === 'millions' ? 'm' : 'thousand'}`;
}

/** "12,345 movements": the unit as the narrative says it. */
export function frameOf(reading: Reading) {
  const { unit, decimals, kind } = reading.value;
  return { unit, decimals, isPercentage: unit === '%' || kind === 'share' };
}

/** How much of the table is withheld, for the note: "3 of 120 cells are withheld.", or ''. */
export function tellWithheld(table: ReleasedTable): string {
  const cells = table.rows.flatMap((row) => row.cells);
  const withheld = cells.filter((cell) => cell.confidentiality !== 'F').length;
  if (withheld === 0) return '';
  return `${formatNumber(withheld)} of ${formatNumber(cells.length)}${NO_BREAK}cells of the whole table ${withheld === 1 ? 'is' : 'are'} withheld.`;
}
