import { formatNumber, formatWithUnit, NO_BREAK } from './format-number.ts';

/** A figure as narrative needs it: a number, or why there is none. */
export interface Quantity {
  readonly value: number | null;
  readonly isWithheld: boolean;
}

export interface ChangeFrame {
  readonly unit: string;
  readonly decimals: number;
  /** Already in percent: changes are then told in percentage points. */
  readonly isPercentage?: boolean;
  /** Fewer units than this before: the change is told in numbers, for a percentage of a handful misleads. Default 30. */
  readonly smallestBase?: number;
}

/**
 * The predicate of a change: "rose by 4.2 % to 1,234 persons", "fell from 12 to 9 persons", "nearly doubled to 1,960",
 * "was unchanged at 87", "stood at 55" where there is nothing to compare with. Every case, withheld cells and missing
 * periods included, gives a phrase that is true and reads on from a subject in the singular.
 */
export function describeChange(before: Quantity | null, now: Quantity, frame: ChangeFrame): string {
  if (now.isWithheld) return 'is withheld to protect persons';
  if (now.value === null) return 'is not known';
  const current = round(now.value, frame.decimals);
  const level = formatWithUnit(current, frame.decimals, frame.unit);
  if (before === null || before.isWithheld || before.value === null) return `stood at ${level}`;
  const previous = round(before.value, frame.decimals);
  if (current === previous) return `was unchanged at ${level}`;
  const verb = current > previous ? 'rose' : 'fell';
  if (frame.isPercentage) {
    const points = formatNumber(Math.abs(current - previous), frame.decimals);
    return `${verb} by ${points} percentage ${points === '1' ? 'point' : 'points'} to ${level}`;
  }
  const from = formatNumber(previous, frame.decimals);
  const crossesZero = previous <= 0 || current < 0;
  if (crossesZero || previous < (frame.smallestBase ?? 30)) return `${verb} from ${from} to ${level}`;
  if (current === 0) return `fell from ${from} to ${level}`;
  return `${describeRatio(current / previous)} to ${level}`;
}

function describeRatio(ratio: number): string {
  if (ratio >= 3.5) return `rose ${formatNumber(ratio, ratio < 10 ? 1 : 0)}-fold`;
  if (ratio >= 2.9) return ratio < 2.995 ? 'nearly tripled' : ratio < 3.005 ? 'tripled' : 'more than tripled';
  if (ratio >= 2.1) return `rose ${formatNumber(ratio, 1)}-fold`;
  if (ratio >= 1.9) return ratio < 1.995 ? 'nearly doubled' : ratio <= 2.005 ? 'doubled' : 'more than doubled';
  const percent = Math.abs(ratio - 1) * 100;
  const size = percent < 0.05 ? 'slightly' : `by ${formatNumber(percent, 1)}${NO_BREAK}%`;
  return `${ratio > 1 ? 'rose' : 'fell'} ${size}`;
}

/** Compares what is printed, not what lies behind it: 12.34 and 12.31 at one decimal are the same to the reader. */
function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** A change for the line under a key figure: "+4.2 % on 2024", "−3 on 2024", "unchanged on 2024", or ''. */
export function shortChange(before: Quantity | null, now: Quantity, frame: ChangeFrame, since: string): string {
  if (before?.value == null || now.value === null) return '';
  const current = round(now.value, frame.decimals);
  const previous = round(before.value, frame.decimals);
  if (current === previous) return `unchanged on ${since}`;
  const sign = current > previous ? '+' : '−';
  const difference = Math.abs(current - previous);
  if (frame.isPercentage) return `${sign}${formatNumber(difference, frame.decimals)} points on ${since}`;
  if (previous < (frame.smallestBase ?? 30)) return `${sign}${formatNumber(difference, frame.decimals)} on ${since}`;
  return `${sign}${formatNumber((difference / previous) * 100, 1)}${NO_BREAK}% on ${since}`;
}
