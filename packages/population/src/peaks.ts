import { dayOfMonthOf, dayOfParts, easterOf, monthOf, weekdayOf, yearOf } from './calendar.ts';

/** What draws people over the border at some times more than at others. */
export type PeakKind = 'shopping' | 'family' | 'tourism' | 'business' | 'even';
export const peakKinds = ['shopping', 'family', 'tourism', 'business', 'even'] as const satisfies readonly PeakKind[];

/** Relative weight of setting out on a day (1 is an ordinary day). */
export function peakWeight(kind: PeakKind, day: number): number {
  const weekday = weekdayOf(day);
  const month = monthOf(day);
  switch (kind) {
    case 'shopping':
      return (
        (monthEnd(day) ? 2.2 : 1) *
        (weekday === 6 ? 2 : weekday === 5 ? 1.4 : weekday === 0 ? 0.5 : 0.8) *
        december(day)
      );
    case 'family':
      return (weekday === 5 ? 2.4 : weekday === 6 ? 1.5 : 0.7) * holiday(day) * (monthEnd(day) ? 1.3 : 1);
    case 'tourism':
      return (weekday === 5 || weekday === 6 ? 1.6 : 0.8) * holiday(day) * (month >= 6 && month <= 8 ? 1.2 : 1);
    case 'business':
      return weekday === 0 || weekday === 6
        ? 0.15
        : weekday === 1
          ? 1.5
          : month === 12 && dayOfMonthOf(day) > 14
            ? 0.3
            : 1;
    case 'even':
      return 1;
  }
}

/** Weights of all days from `firstDay`, with the largest of them (for thinning). */
export function peakTable(
  kind: PeakKind,
  firstDay: number,
  days: number,
): { weights: Float64Array; largest: number; mean: number } {
  const weights = new Float64Array(days);
  let largest = 0;
  let sum = 0;
  for (let i = 0; i < days; i += 1) {
    const weight = peakWeight(kind, firstDay + i);
    weights[i] = weight;
    sum += weight;
    if (weight > largest) largest = weight;
  }
  return { weights, largest, mean: sum / Math.max(1, days) };
}

/** Pay day: the 25th to the 2nd. */
function monthEnd(day: number): boolean {
  const d = dayOfMonthOf(day);
  return d >= 25 || d <= 2;
}

function december(day: number): number {
  const d = dayOfMonthOf(day);
  return monthOf(day) === 12 ? (d >= 12 && d <= 24 ? 2.2 : 1.3) : 1;
}

/** Christmas and Easter. */
function holiday(day: number): number {
  const year = yearOf(day);
  if (day >= dayOfParts(year, 12, 13) && day <= dayOfParts(year, 12, 24)) return 4;
  const easter = easterOf(year);
  return day >= easter - 3 && day <= easter - 1 ? 4 : 1;
}
