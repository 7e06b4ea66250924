import type { Histories } from './make-histories.ts';

/** What became of each crossing and from which first day not observed on it is known; -1 stands for never. */
export interface Settled {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly migration: Uint8Array;
  readonly beforeKnown: Int32Array;
  readonly afterKnown: Int32Array;
  readonly migrationKnown: Int32Array;
}

const never = 0x3fffffff;

/** The three-valued residence test over whole histories with given starts, written for its dates: when each value becomes known. */
export function settleHistories(
  histories: Histories,
  { window, threshold }: { readonly window: number; readonly threshold: number },
): Settled {
  const { person, day, arrival, count } = histories;
  const make = (): Int32Array => new Int32Array(count);
  const out = {
    before: new Uint8Array(count),
    after: new Uint8Array(count),
    migration: new Uint8Array(count),
    beforeKnown: make(),
    afterKnown: make(),
    migrationKnown: make(),
  };
  const tolerance = window - threshold;
  for (let first = 0; first < count; ) {
    let end = first;
    while (end < count && person[end] === person[first]) end += 1;
    let status = histories.livesInside[person[first] ?? 0] ?? 0;
    let known = day[first] ?? 0;
    let anchor = -1;
    let anchorKnown = 0;
    for (let i = first; i < end; i += 1) {
      const on = day[i] ?? 0;
      const side = arrival[i] ?? 0;
      known = Math.max(known, on);
      out.before[i] = status;
      out.beforeKnown[i] = known;
      if (status === side) {
        out.migrationKnown[i] = known;
      } else {
        const verdict = test(i, { end, day, arrival, threshold, tolerance });
        known = Math.max(known, verdict.known);
        out.migrationKnown[i] = known;
        if (verdict.isMigration) {
          status = side;
          out.migration[i] = 1;
        }
      }
      out.after[i] = status;
      out.afterKnown[i] = known;
      const waits = (out.beforeKnown[i] ?? 0) > on;
      if (!waits && (out.afterKnown[i] ?? 0) > on) {
        anchor = i;
        anchorKnown = out.afterKnown[i] ?? 0;
      }
      // The return leg of a trip still open is settled early where it came soon enough (2 threshold - window days).
      if (waits && anchor >= 0 && anchorKnown > on && side !== arrival[anchor] && out.migration[i] === 0) {
        if (daysOnSide(anchor, i, { day, arrival }) < 2 * threshold - window) out.migrationKnown[i] = on + 1;
      }
    }
    first = end;
  }
  return out;
}

interface Course {
  readonly day: Int32Array;
  readonly arrival: Uint8Array;
}

function test(
  at: number,
  {
    end,
    day,
    arrival,
    threshold,
    tolerance,
  }: Course & { readonly end: number; readonly threshold: number; readonly tolerance: number },
): { readonly isMigration: boolean; readonly known: number } {
  const side = arrival[at] ?? 0;
  let fresh = 0;
  let old = 0;
  for (let i = at; i < end; i += 1) {
    const length = (i + 1 < end ? (day[i + 1] ?? 0) : never) - (day[i] ?? 0);
    if (arrival[i] === side) {
      if (fresh + length >= threshold) return { isMigration: true, known: (day[at] ?? 0) + threshold + old };
      fresh += length;
    } else {
      if (old + length > tolerance) return { isMigration: false, known: (day[at] ?? 0) + tolerance + 1 + fresh };
      old += length;
    }
  }
  return { isMigration: false, known: never };
}

function daysOnSide(from: number, to: number, { day, arrival }: Course): number {
  let days = 0;
  for (let i = from; i < to; i += 1) if (arrival[i] === arrival[from]) days += (day[i + 1] ?? 0) - (day[i] ?? 0);
  return days;
}
