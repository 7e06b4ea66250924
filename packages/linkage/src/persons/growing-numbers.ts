/** Numbers by position, growing as needed; positions not set hold `empty`. */
export interface GrowingNumbers {
  get(at: number): number;
  set(at: number, value: number): void;
  readonly bytes: number;
}

/** Numbers of 32 bits. */
export function growingInts(empty: number): GrowingNumbers {
  return growing(Int32Array, empty);
}

/** Whole numbers up to 2⁵³. */
export function growingNumbers(empty: number): GrowingNumbers {
  return growing(Float64Array, empty);
}

function growing(Column: typeof Int32Array | typeof Float64Array, empty: number): GrowingNumbers {
  let values = new Column(1024).fill(empty);
  return {
    get: (at) => values[at] ?? empty,
    set(at, value) {
      if (at >= values.length) {
        const wider = new Column(Math.max(at + 1, Math.ceil(values.length * 1.5))).fill(empty);
        wider.set(values);
        values = wider;
      }
      values[at] = value;
    },
    get bytes() {
      return values.byteLength;
    },
  };
}
