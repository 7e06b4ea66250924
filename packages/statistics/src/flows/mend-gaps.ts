import type { History } from './history.ts';

/** Arrays that hold the recorded crossings of one person in order; only the first `size` elements count. */
export interface RecordedCrossings {
  size: number;
  day: Int32Array;
  /** 1 for an arrival, 0 for a departure, above that what cannot be used. */
  kind: Uint8Array;
}

/**
 * Makes a history of recorded crossings: those that cannot be used are left out, and between two in the same direction the missing one is put in
 * at the middle of the gap, rounded down: half of it on either side (Stats NZ). Returns how many were put in.
 */
export function mendGaps(recorded: RecordedCrossings, history: History): number {
  const { day, side, row } = history;
  let size = 0;
  let added = 0;
  for (let index = 0; index < recorded.size; index += 1) {
    const kind = recorded.kind[index] as number;
    if (kind > 1) continue;
    const on = recorded.day[index] as number;
    if (size > 0 && side[size - 1] === kind) {
      const since = day[size - 1] as number;
      day[size] = since + ((on - since) >> 1);
      side[size] = 1 - kind;
      row[size] = -1;
      size += 1;
      added += 1;
    }
    day[size] = on;
    side[size] = kind;
    row[size] = index;
    size += 1;
  }
  history.size = size;
  return added;
}
