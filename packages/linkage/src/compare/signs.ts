import type { ValuePool } from '../records/value-pool.ts';

/**
 * Which signs each value has, as bits (signs that share their last five bits count as one): most pairs of different values can be
 * seen to be too different without a look at their letters.
 */
export interface Signs {
  readonly once: Int32Array;
  readonly twice: Int32Array;
  /** Signs beyond the second of their kind. */
  readonly more: Uint8Array;
  readonly lengths: Int32Array;
}

export function signsOf(pool: ValuePool): Signs {
  const { bytes, starts, count } = pool;
  const once = new Int32Array(new SharedArrayBuffer(count * 4));
  const twice = new Int32Array(new SharedArrayBuffer(count * 4));
  const more = new Uint8Array(new SharedArrayBuffer(count));
  const lengths = new Int32Array(new SharedArrayBuffer(count * 4));
  for (let v = 0; v < count; v += 1) {
    let first = 0;
    let second = 0;
    let rest = 0;
    const to = starts[v + 1] as number;
    for (let i = starts[v] as number; i < to; i += 1) {
      const bit = 1 << ((bytes[i] as number) & 31);
      if ((first & bit) === 0) first |= bit;
      else if ((second & bit) === 0) second |= bit;
      else rest += 1;
    }
    once[v] = first;
    twice[v] = second;
    more[v] = Math.min(255, rest);
    lengths[v] = to - (starts[v] as number);
  }
  return { once, twice, more, lengths };
}

/** Signs that two values can have in common, at most. */
export function mostInCommon({ once, twice, more }: Signs, a: number, b: number): number {
  const rest = Math.min(more[a] as number, more[b] as number);
  return ones((once[a] as number) & (once[b] as number)) + ones((twice[a] as number) & (twice[b] as number)) + rest;
}

/** Number of bits that are set. */
function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
