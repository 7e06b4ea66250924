/** What a pool is made of. */
export interface PoolParts {
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  readonly starts: Int32Array<SharedArrayBuffer>;
  readonly count: number;
  readonly slots: Int32Array<SharedArrayBuffer>;
  readonly hashes: Int32Array<SharedArrayBuffer>;
}

/**
 * Distinct texts, numbered in the order in which they came: bytes side by side, with a hash table over them. It lives in
 * shared memory, so that several threads compare the same values without copying any; ten million values fit where ten
 * million strings would not.
 */
export class ValuePool {
  /** ASCII bytes of all values, one after the other. */
  bytes = new Uint8Array(new SharedArrayBuffer(1 << 12));
  /** Value v is `bytes[starts[v]] … bytes[starts[v + 1] - 1]`. */
  starts = new Int32Array(new SharedArrayBuffer(4 << 8));
  count = 0;
  #slots = new Int32Array(new SharedArrayBuffer(4 << 9)).fill(-1);
  #hashes = new Int32Array(new SharedArrayBuffer(4 << 8));

  /** A pool over what another thread holds: nothing is copied, and neither of the two may add to it from then on. */
  static of({ bytes, starts, count, slots, hashes }: PoolParts): ValuePool {
    const pool = new ValuePool();
    pool.bytes = bytes;
    pool.starts = starts;
    pool.count = count;
    pool.#slots = slots;
    pool.#hashes = hashes;
    return pool;
  }

  /** All that the pool is made of, in shared memory: to be handed to another thread. */
  parts(): PoolParts {
    return {
      bytes: this.bytes,
      starts: this.starts,
      count: this.count,
      slots: this.#slots,
      hashes: this.#hashes,
    };
  }

  /** Numbers a text, the same number for the same text. The text must be ASCII (normalised values are). */
  add(text: string): number {
    const hash = hashOf(text);
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const value = this.#slots[slot] as number;
      if (value < 0) break;
      if (this.#hashes[value] === hash && this.#equals(value, text)) return value;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#append(text, hash, slot);
  }

  /** Number of a text, or -1. */
  find(text: string): number {
    const hash = hashOf(text);
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const value = this.#slots[slot] as number;
      if (value < 0) return -1;
      if (this.#hashes[value] === hash && this.#equals(value, text)) return value;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
  }

  textOf(value: number): string {
    const from = this.starts[value] as number;
    const to = this.starts[value + 1] as number;
    return Buffer.from(this.bytes.buffer, from, to - from).toString('latin1');
  }

  #equals(value: number, text: string): boolean {
    const from = this.starts[value] as number;
    if ((this.starts[value + 1] as number) - from !== text.length) return false;
    for (let i = 0; i < text.length; i += 1) if (this.bytes[from + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  #append(text: string, hash: number, slot: number): number {
    const value = this.count;
    const from = this.starts[value] as number;
    if (from + text.length > this.bytes.length) this.bytes = grown(this.bytes, from + text.length);
    if (value + 2 > this.starts.length) {
      const starts = new Int32Array(new SharedArrayBuffer(this.starts.byteLength * 2));
      starts.set(this.starts);
      this.starts = starts;
    }
    for (let i = 0; i < text.length; i += 1) this.bytes[from + i] = text.charCodeAt(i);
    this.starts[value + 1] = from + text.length;
    this.count = value + 1;
    this.#slots[slot] = value;
    if (value >= this.#hashes.length) {
      const hashes = new Int32Array(new SharedArrayBuffer(this.#hashes.byteLength * 2));
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#hashes[value] = hash;
    if (this.count * 2 > this.#slots.length) this.#widen();
    return value;
  }

  #widen(): void {
    const slots = new Int32Array(new SharedArrayBuffer(this.#slots.byteLength * 2)).fill(-1);
    const mask = slots.length - 1;
    for (let value = 0; value < this.count; value += 1) {
      let slot = (this.#hashes[value] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = value;
    }
    this.#slots = slots;
  }
}

function grown(bytes: Uint8Array<SharedArrayBuffer>, atLeast: number): Uint8Array<SharedArrayBuffer> {
  const wider = new Uint8Array(new SharedArrayBuffer(Math.max(bytes.length * 2, atLeast)));
  wider.set(bytes);
  return wider;
}

/** FNV-1a with a final mix, over char codes. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 1;
}
