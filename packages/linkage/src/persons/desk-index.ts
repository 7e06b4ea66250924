import { keyBlock } from './key-block.ts';
import { keyTable } from './key-table.ts';

/** Blocking keys as numbers: whole, 0 … 2⁵³ − 1, the rule mixed in, so that two rules never share one. */
export type BlockingKey = number;

export interface DeskIndexOptions {
  /** Keys that too many records share, as frozen with the model: they propose nobody. */
  readonly leftOut?: Iterable<BlockingKey>;
  /** Records and keys expected in all, so that tables need not grow while they are filled. */
  readonly expected?: { readonly records: number; readonly keys: number };
}

/** Who shares a blocking key with whom, in memory: for each key its records. It only grows; records that left are passed over. */
export interface DeskIndex {
  /** Records with at least one of these keys, each once, ascending. */
  candidates(keys: ArrayLike<BlockingKey>): Int32Array;
  add(record: number, keys: ArrayLike<BlockingKey>): void;
  /** The same for many records at once, several times as fast; compact at the end. */
  addAll(records: Iterable<number>, keysOf: (record: number) => ArrayLike<BlockingKey>): void;
  remove(record: number): void;
  /** Lays the lists side by side, which halves their memory; to be called after many records were added. Lookups are the same before. */
  compact(): void;
  /** Keys with more records than `most`, the fullest first: candidates for being left out when the model is trained again. */
  overfull(most: number): { readonly key: BlockingKey; readonly records: number }[];
  readonly records: number;
  readonly keys: number;
  readonly bytes: number;
}

/** In `first`, for a key: the one record that it has (≥ 0), or where its list is (≤ LISTS), or one of these. */
const LEFT_OUT = -2;
const LISTS = -3;
/** Postings that `addAll` gathers before it enters them: 100 MB while it runs. */
const BLOCK = 1 << 22;

/**
 * Most keys have one record, which stands in the table itself. The others have a chain of postings, newest first; `compact` lays the
 * chains side by side. Memory: 12 bytes a key over the table's load, 8 bytes a posting in chains, 4 when compact.
 */
export function createDeskIndex(options: DeskIndexOptions = {}): DeskIndex {
  const table = keyTable(options.expected?.keys ?? 1024);
  let isGone = new Uint8Array(Math.max(1024, options.expected?.records ?? 0));
  let seenAt = new Int32Array(isGone.length);
  let lookup = 0;
  let records = 0;
  // Chains: posting p is `chained[p]`, the one before it `earlier[p]`, -1 at the end, or a packed list (≤ LISTS).
  let chained = new Int32Array(1024);
  let earlier = new Int32Array(1024);
  let postings = 0;
  // Packed lists: `packed[at]` is a length, the records follow.
  let packed = new Int32Array(0);
  for (const key of options.leftOut ?? []) table.values()[table.slotOf(key)] = LEFT_OUT;

  const chain = (record: number, before: number): number => {
    if (postings === chained.length) {
      chained = widened(chained);
      earlier = widened(earlier);
    }
    chained[postings] = record;
    earlier[postings] = before;
    postings += 1;
    return postings - 1;
  };

  // A reference to a list is odd for a chain, even for a packed list, counted down from LISTS.
  const chainRef = (at: number): number => LISTS - (at * 2 + 1);
  const packedRef = (at: number): number => LISTS - at * 2;

  const visit = (value: number, see: (record: number) => void): void => {
    let at = value;
    while (at <= LISTS) {
      const code = LISTS - at;
      if ((code & 1) === 0) {
        const from = code / 2;
        const length = packed[from] as number;
        for (let i = from + 1; i <= from + length; i += 1) see(packed[i] as number);
        return;
      }
      const posting = (code - 1) / 2;
      see(chained[posting] as number);
      at = earlier[posting] as number;
    }
    if (at >= 0) see(at);
  };

  const found: number[] = [];
  const see = (record: number): void => {
    if (seenAt[record] === lookup || isGone[record] === 1) return;
    seenAt[record] = lookup;
    found.push(record);
  };

  const enter = (record: number): void => {
    if (record >= isGone.length) {
      isGone = widened(isGone, record + 1);
      seenAt = widened(seenAt, record + 1);
    }
    isGone[record] = 0;
    records += 1;
  };

  const post = (key: BlockingKey, record: number): void => {
    const slot = table.slotOf(key);
    const first = table.values();
    const value = first[slot] as number;
    if (value === LEFT_OUT || value === record) return;
    // One rule may give one key twice (two names with one sound).
    if (value <= LISTS && ((LISTS - value) & 1) === 1 && chained[(LISTS - value - 1) / 2] === record) return;
    first[slot] = value === table.empty ? record : chainRef(chain(record, value));
  };

  const compact = (): void => {
    const first = table.values();
    let total = 0;
    for (const value of first) {
      if (value > LISTS) continue;
      total += 1;
      visit(value, () => {
        total += 1;
      });
    }
    if (total > 2 ** 30) throw new RangeError('more postings than the index can number');
    const next = new Int32Array(total);
    let at = 0;
    for (let slot = 0; slot < first.length; slot += 1) {
      const value = first[slot] as number;
      if (value > LISTS) continue;
      const from = at;
      at += 1;
      visit(value, (record) => {
        if (isGone[record] === 1) return;
        next[at] = record;
        at += 1;
      });
      next[from] = at - from - 1;
      first[slot] = packedRef(from);
    }
    packed = next;
    chained = new Int32Array(1024);
    earlier = new Int32Array(1024);
    postings = 0;
  };

  return {
    candidates(keys) {
      found.length = 0;
      lookup = lookup === 0x7fffffff ? 1 : lookup + 1;
      if (lookup === 1) seenAt.fill(0);
      const first = table.values();
      for (let at = 0; at < keys.length; at += 1) {
        const slot = table.find(keys[at] as number);
        if (slot >= 0) visit(first[slot] as number, see);
      }
      return Int32Array.from(found).sort();
    },
    add(record, keys) {
      enter(record);
      for (let at = 0; at < keys.length; at += 1) post(keys[at] as number, record);
    },
    addAll(added, keysOf) {
      // Keys come in the order of slots: in a table that is too small they would all crowd at its front.
      const block = keyBlock(BLOCK, post, (postings) => table.reserve(table.count + postings));
      for (const record of added) {
        enter(record);
        const keys = keysOf(record);
        for (let at = 0; at < keys.length; at += 1) block.add(keys[at] as number, record);
      }
      block.flush();
      compact();
    },
    remove(record) {
      if (isGone[record] === 0) records -= 1;
      isGone[record] = 1;
    },
    compact,
    overfull(most) {
      const over: { key: BlockingKey; records: number }[] = [];
      const first = table.values();
      table.each((key, slot) => {
        let count = 0;
        visit(first[slot] as number, (record) => {
          if (isGone[record] === 0) count += 1;
        });
        if (count > most) over.push({ key, records: count });
      });
      return over.sort((a, b) => b.records - a.records || a.key - b.key);
    },
    get records() {
      return records;
    },
    get keys() {
      return table.count;
    },
    get bytes() {
      return table.bytes + isGone.byteLength + seenAt.byteLength + chained.byteLength * 2 + packed.byteLength;
    },
  };
}

function widened<Column extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  column: Column,
  atLeast = 0,
): Column {
  const length = Math.max(atLeast, Math.ceil(column.length * 1.5));
  const wider = column instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
  wider.set(column);
  return wider as Column;
}
