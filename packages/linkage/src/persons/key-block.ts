import { hashOfKey } from './key-table.ts';

/** Postings (key, record) gathered and given out in the order of the key table's slots, so that filling it walks memory forwards. */
export interface KeyBlock {
  add(key: number, record: number): void;
  /** Gives out what was gathered; those of one key in the order in which they came. */
  flush(): void;
}

const PARTS_BITS = 10;

/**
 * Gives out by itself whenever `size` postings were gathered, after `begin` was told how many. Memory: 24 bytes a posting of `size`.
 */
export function keyBlock(
  size: number,
  see: (key: number, record: number) => void,
  begin: (postings: number) => void,
): KeyBlock {
  const keys = new Float64Array(size);
  const records = new Int32Array(size);
  const sortedKeys = new Float64Array(size);
  const sortedRecords = new Int32Array(size);
  const starts = new Int32Array((1 << PARTS_BITS) + 1);
  let count = 0;
  const flush = (): void => {
    starts.fill(0);
    const partOf = (at: number): number => hashOfKey(keys[at] as number) >>> (32 - PARTS_BITS);
    for (let at = 0; at < count; at += 1) {
      const part = partOf(at) + 1;
      starts[part] = (starts[part] as number) + 1;
    }
    for (let part = 1; part < starts.length; part += 1)
      starts[part] = (starts[part] as number) + (starts[part - 1] as number);
    for (let at = 0; at < count; at += 1) {
      const part = partOf(at);
      const to = starts[part] as number;
      sortedKeys[to] = keys[at] as number;
      sortedRecords[to] = records[at] as number;
      starts[part] = to + 1;
    }
    const gathered = count;
    count = 0;
    begin(gathered);
    for (let at = 0; at < gathered; at += 1) see(sortedKeys[at] as number, sortedRecords[at] as number);
  };
  return {
    add(key, record) {
      keys[count] = key;
      records[count] = record;
      count += 1;
      if (count === size) flush();
    },
    flush,
  };
}
