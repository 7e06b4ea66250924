/**
 * A set of 128-bit keys in typed arrays (20 bytes a slot, against some 150 for a `Set` of strings), each with the ordinal of
 * the row that brought it. One million keys take 40 MB.
 */
export class KeySet {
  #size = 0;
  #mask: number;
  #keys: Uint32Array;
  #values: Uint32Array;

  constructor(expected = 0) {
    let capacity = 1 << 16;
    while (capacity * 0.6 < expected) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Uint32Array(capacity * 4);
    this.#values = new Uint32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a key of 32 hex digits; returns the ordinal kept with it if it was there already, else -1. */
  add(hex: string, ordinal: number): number {
    return this.addWords(
      Number.parseInt(hex.slice(0, 8), 16),
      Number.parseInt(hex.slice(8, 16), 16),
      Number.parseInt(hex.slice(16, 24), 16),
      Number.parseInt(hex.slice(24, 32), 16),
      ordinal,
    );
  }

  /** Keeps another ordinal with a key that is there. */
  replace(hex: string, ordinal: number): void {
    const slot = this.#find(
      Number.parseInt(hex.slice(0, 8), 16),
      Number.parseInt(hex.slice(8, 16), 16),
      Number.parseInt(hex.slice(16, 24), 16),
      Number.parseInt(hex.slice(24, 32), 16),
    );
    if (this.#values[slot] !== 0) this.#values[slot] = ordinal + 1;
  }

  /** Gives every key the same ordinal. */
  markAll(ordinal: number): void {
    const values = this.#values;
    for (let slot = 0; slot < values.length; slot += 1) if (values[slot] !== 0) values[slot] = ordinal + 1;
  }

  addWords(a: number, b: number, c: number, d: number, ordinal: number): number {
    if (this.#size > this.#values.length * 0.6) this.#grow();
    const slot = this.#find(a, b, c, d);
    const present = this.#values[slot] ?? 0;
    if (present !== 0) return present - 1;
    const keys = this.#keys;
    const at = slot * 4;
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    keys[at + 3] = d;
    this.#values[slot] = ordinal + 1;
    this.#size += 1;
    return -1;
  }

  /** The slot of a key, or the free slot where it belongs. A slot is free while its value is 0; ordinals are kept one up. */
  #find(a: number, b: number, c: number, d: number): number {
    const keys = this.#keys;
    for (let slot = a & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * 4;
      if (this.#values[slot] === 0) return slot;
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d) return slot;
    }
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    const capacity = values.length * 2;
    this.#mask = capacity - 1;
    this.#keys = new Uint32Array(capacity * 4);
    this.#values = new Uint32Array(capacity);
    this.#size = 0;
    for (let slot = 0; slot < values.length; slot += 1) {
      const value = values[slot] ?? 0;
      if (value === 0) continue;
      const at = slot * 4;
      this.addWords(keys[at] ?? 0, keys[at + 1] ?? 0, keys[at + 2] ?? 0, keys[at + 3] ?? 0, value - 1);
    }
  }
}
