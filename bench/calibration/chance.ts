/** A seeded source of chance with the draws that histories need. */
export interface Chance {
  /** In [0, 1). */
  readonly unit: () => number;
  readonly normal: () => number;
  readonly exponential: (mean: number) => number;
  readonly pick: <Value>(values: readonly Value[], weight: (value: Value) => number) => Value;
  readonly key: (weights: Readonly<Record<string, number>>) => string;
}

/** mulberry32 (Ettinger): enough for simulation, and the same on every machine. */
export function makeChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <Value>(values: readonly Value[], weight: (value: Value) => number): Value => {
    let left = unit() * values.reduce((sum, value) => sum + weight(value), 0);
    for (const value of values) {
      left -= weight(value);
      if (left < 0) return value;
    }
    const last = values.at(-1);
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last;
  };
  return {
    unit,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    exponential: (mean) => -mean * Math.log(1 - unit()),
    pick,
    key: (weights) => pick(Object.entries(weights), ([, weight]) => weight)[0],
  };
}
