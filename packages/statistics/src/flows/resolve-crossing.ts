import { type History, NEVER } from './history.ts';
import type { ResidenceRule } from './residence-rule.ts';

/**
 * Decides one crossing of somebody who lived on the other side: a migration on the day by which `threshold` days were spent on the
 * side entered, none on the day by which too many were spent on the side left (the last of these days, as the production
 * package of Stats NZ counts). Returns twice that day, plus one for a migration; `NEVER` where neither had come by `end`, the
 * first day not observed. It has come at the latest by the end of the window.
 */
export function resolveCrossing(
  { day, side, size }: History,
  at: number,
  { window, threshold }: ResidenceRule,
  end: number,
): number {
  const most = window - threshold;
  const entered = side[at];
  let on = 0;
  let away = 0;
  for (let index = at; index < size; index += 1) {
    const from = day[index] as number;
    const until = index + 1 < size ? (day[index + 1] as number) : end;
    const length = until - from;
    if (side[index] === entered) {
      if (on + length >= threshold) return (from + threshold - on) * 2 + 1;
      on += length;
    } else {
      if (away + length > most) return (from + most - away) * 2;
      away += length;
    }
  }
  return NEVER;
}

/**
 * Days in the country from each crossing to the end of its window, or to `end` where that comes first. Days of arrival count,
 * days of departure do not.
 */
export function countInsideDays({ day, side, size }: History, window: number, end: number, inside: Int32Array): void {
  let last = 0;
  let toLast = 0;
  let toHere = 0;
  for (let index = 0; index < size; index += 1) {
    const from = day[index] as number;
    const to = Math.min(from + window, end);
    while (last + 1 < size && (day[last + 1] as number) < to) {
      if (side[last] === 1) toLast += (day[last + 1] as number) - (day[last] as number);
      last += 1;
    }
    inside[index] = toLast + (side[last] === 1 ? to - (day[last] as number) : 0) - toHere;
    if (side[index] === 1 && index + 1 < size) toHere += (day[index + 1] as number) - from;
  }
}
