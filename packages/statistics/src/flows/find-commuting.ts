import type { History } from './history.ts';

/** Who is a commuter: somebody who, for a year, never stayed longer than this on one side, and was there this often. */
export interface CommuterRule {
  /** Days that are looked at together. */
  readonly window: number;
  /** The longest stay on the short side, in days. */
  readonly longest: number;
  /** The longest stay on leave, in days; there may be one in the window. */
  readonly leave: number;
  /** The fewest stays on the short side within the window. */
  readonly fewest: number;
}

/**
 * Cross-border workers return at least weekly (UN framework on migration and temporary mobility): all absences of a year are at most
 * seven days, or all stays at home. One stay in the year may be longer, up to six weeks: who works in a mine comes home for Christmas.
 * Six stays at least, so that somebody with a short trip or two is none.
 */
export const commuterRule: CommuterRule = { window: 365, longest: 7, leave: 42, fewest: 6 };

/**
 * Marks the crossings that lie within a year of commuting. A year counts where it was observed whole, from the crossing that
 * begins it, and no longer stay of the short side begins in it.
 */
export function findCommuting(history: History, rule: CommuterRule, end: number, commuting: Uint8Array): void {
  commuting.fill(0, 0, history.size);
  if (history.size < 2 * rule.fewest) return;
  const stays = shortStays(history, rule.longest);
  for (const short of [0, 1])
    if ((stays[short] ?? 0) >= rule.fewest) markSide(history, rule, { short, end }, commuting);
}

/** Short stays by side: most people have too few for any year of theirs. */
function shortStays({ day, side, size }: History, longest: number): readonly number[] {
  const stays = [1, 1];
  for (let index = 0; index + 1 < size; index += 1)
    if ((day[index + 1] as number) - (day[index] as number) <= longest)
      stays[side[index] as number] = (stays[side[index] as number] ?? 0) + 1;
  return stays;
}

function markSide(
  { day, side, size }: History,
  { window, longest, leave, fewest }: CommuterRule,
  { short, end }: { readonly short: number; readonly end: number },
  commuting: Uint8Array,
): void {
  let to = 0;
  let stays = 0;
  let leaves = 0;
  let tooLong = 0;
  let marked = 0;
  // A stay is counted at the crossing that begins it; the one under way at the end lasts until then.
  const lasts = (index: number) => (index + 1 < size ? (day[index + 1] as number) : end) - (day[index] as number);
  for (let from = 0; from < size; from += 1) {
    // The last year begins on no crossing of its own: it is the one up to the last day observed.
    const isLast = (day[from] as number) + window > end;
    if (isLast && from === 0) return;
    const until = isLast ? end : (day[from] as number) + window;
    while (to < size && (day[to] as number) < until) {
      if (side[to] === short) {
        stays += 1;
        if (lasts(to) > leave) tooLong += 1;
        else if (lasts(to) > longest) leaves += 1;
      }
      to += 1;
    }
    if (stays >= fewest && leaves <= 1 && tooLong === 0) {
      for (let index = Math.max(from, marked); index < to; index += 1) commuting[index] = 1;
      marked = to;
    }
    if (isLast) return;
    if (side[from] === short) {
      stays -= 1;
      if (lasts(from) > leave) tooLong -= 1;
      else if (lasts(from) > longest) leaves -= 1;
    }
  }
}
