/** Whole numbers (0 … 2⁵³ − 1) to slots, each with an Int32 value: open addressing over typed arrays, no objects. */
export interface KeyTable {
  /** The slot of a key that is there, or -1. */
  find(key: number): number;
  /** The slot of a key, taken for it where it is new. A slot holds until the next new key. */
  slotOf(key: number): number;
  /** Value by slot; `empty` where none was set. The array is another one after the table grew. */
  values(): Int32Array;
  /** Makes room for so many keys in all. */
  reserve(keys: number): void;
  each(see: (key: number, slot: number) => void): void;
  readonly empty: number;
  readonly count: number;
  readonly bytes: number;
}

const EMPTY = -1;
/** Share of slots that may be taken: probes stay short, and memory is not wasted. */
const LOAD = 0.7;

export function keyTable(expected: number): KeyTable {
  // Keys are kept as key + 1, so that zeros are free slots.
  let bits = Math.ceil(Math.log2(Math.max(1024, expected / LOAD)));
  let size = 2 ** bits;
  let keys = new Float64Array(size);
  let values = new Int32Array(size).fill(EMPTY);
  let count = 0;
  const locate = (key: number): number => {
    const mask = size - 1;
    let slot = hashOfKey(key) >>> (32 - bits);
    for (;;) {
      const there = keys[slot] as number;
      if (there === key + 1 || there === 0) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    if (bits === 29) throw new RangeError('more keys than the index can hold');
    bits += 1;
    size *= 2;
    keys = new Float64Array(size);
    values = new Int32Array(size).fill(EMPTY);
    for (let slot = 0; slot < oldKeys.length; slot += 1) {
      const there = oldKeys[slot] as number;
      if (there === 0) continue;
      const at = locate(there - 1);
      keys[at] = there;
      values[at] = oldValues[slot] as number;
    }
  };
  return {
    empty: EMPTY,
    find(key) {
      const slot = locate(key);
      return keys[slot] === 0 ? -1 : slot;
    },
    slotOf(key) {
      const slot = locate(key);
      if (keys[slot] !== 0) return slot;
      if (!Number.isSafeInteger(key + 1) || key < 0)
        throw new RangeError('a blocking key is a whole number from 0 to 2^53 - 2');
      if (count + 1 > size * LOAD) {
        grow();
        return this.slotOf(key);
      }
      keys[slot] = key + 1;
      count += 1;
      return slot;
    },
    reserve(wanted) {
      while (wanted > size * LOAD) grow();
    },
    values: () => values,
    each(see) {
      for (let slot = 0; slot < size; slot += 1) if (keys[slot] !== 0) see((keys[slot] as number) - 1, slot);
    },
    get count() {
      return count;
    },
    get bytes() {
      return keys.byteLength + values.byteLength;
    },
  };
}

/** 32 bits. The upper ones choose the slot: a table that grows, or that is filled in the order of hashes, walks memory forwards. */
export function hashOfKey(key: number): number {
  const low = key | 0;
  const high = (key / 0x100000000) | 0;
  let hash = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}
