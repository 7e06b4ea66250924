import type { RuleKeys } from './rule-keys.ts';

/** The blocks of one rule: entries ordered by key; a block is a run of equal keys. All arrays lie in shared memory. */
export interface RuleBlocks extends RuleKeys {
  /** Entries in the order of their keys; an entry of several keys stands several times. */
  readonly order: Int32Array;
  /** For each place in `order` where its block ends (exclusive); the place after itself where the block is left out. */
  readonly endOf: Int32Array;
  /** Keys left out because too many entries share them, ascending. */
  readonly leftOut: Int32Array;
  /** For each place in `order` its key, where entries have several: a pair that shares two of them is proposed by the lower. */
  readonly keyAt: Int32Array | null;
  readonly pairs: number;
}

/** Puts the entries of a rule into blocks. Blocks of more than `largest` entries are left out. */
export function makeBlocks(keys: RuleKeys, largest: number): RuleBlocks {
  const { sorted, order } = sortByKey(keys);
  const endOf = new Int32Array(new SharedArrayBuffer(order.length * 4));
  const leftOut: number[] = [];
  let pairs = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && sorted[to] === sorted[from]) to += 1;
    const count = to - from;
    const isLeftOut = count > largest;
    if (isLeftOut) leftOut.push(sorted[from] as number);
    else pairs += (count * (count - 1)) / 2;
    for (let place = from; place < to; place += 1) endOf[place] = isLeftOut ? place + 1 : to;
    from = to;
  }
  const shared = inShared(leftOut);
  return { ...keys, order, endOf, leftOut: shared, keyAt: keys.further === null ? null : inShared(sorted), pairs };
}

function inShared(values: ArrayLike<number>): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(values.length * 4));
  array.set(values);
  return array;
}

/** Places of all entries that have a key, by key; entries of one key keep their order. Radix sort, eleven bits at a time. */
function sortByKey({ keyOf, further }: RuleKeys): { sorted: Int32Array; order: Int32Array } {
  let count = further?.keys.length ?? 0;
  for (const key of keyOf) if (key >= 0) count += 1;
  let keys = new Int32Array(count);
  let order = new Int32Array(new SharedArrayBuffer(count * 4));
  let at = 0;
  for (let entry = 0; entry < keyOf.length; entry += 1) {
    if ((keyOf[entry] as number) < 0) continue;
    keys[at] = keyOf[entry] as number;
    order[at++] = entry;
    if (further === null) continue;
    for (let i = further.starts[entry] as number; i < (further.starts[entry + 1] as number); i += 1) {
      keys[at] = further.keys[i] as number;
      order[at++] = entry;
    }
  }
  let otherKeys = new Int32Array(count);
  let otherOrder = new Int32Array(new SharedArrayBuffer(count * 4));
  for (const shift of [0, 11, 22]) {
    const starts = new Int32Array(2049);
    for (let i = 0; i < count; i += 1) {
      const digit = ((keys[i] as number) >>> shift) & 2047;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let d = 0; d < 2048; d += 1) starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number);
    for (let i = 0; i < count; i += 1) {
      const digit = ((keys[i] as number) >>> shift) & 2047;
      const to = starts[digit] as number;
      starts[digit] = to + 1;
      otherKeys[to] = keys[i] as number;
      otherOrder[to] = order[i] as number;
    }
    [keys, otherKeys] = [otherKeys, keys];
    [order, otherOrder] = [otherOrder, order];
  }
  return { sorted: keys, order };
}

/** Pairs that a rule would propose, and the share of keyed entries that stand in blocks it would leave out. */
export function countPairs(keys: RuleKeys, largest: number): { pairs: number; leftOutShare: number } {
  const { sorted } = sortByKey(keys);
  let pairs = 0;
  let leftOut = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    const count = to - from;
    if (count > largest) leftOut += count;
    else pairs += (count * (count - 1)) / 2;
    from = to;
  }
  return { pairs, leftOutShare: sorted.length === 0 ? 1 : leftOut / sorted.length };
}
