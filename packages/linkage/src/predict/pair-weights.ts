import type { ValueColumn } from '../compare/level-finder.ts';
import type { LinkageModel } from '../model.ts';
import { priorWeight } from '../model.ts';
import type { FieldColumn } from '../records/record-set.ts';

/** What a model adds up to a pair's weight, as tables for the threads. */
export interface PairWeights {
  readonly prior: number;
  /** Bits by comparison and level: `levels[comparison * 16 + level]`. */
  readonly levels: Float64Array;
  /** Bits that agreement on a value adds for its rarity, by value; null where rarity does not count. One array a comparison. */
  readonly rarity: readonly (Float32Array | null)[];
  /** The most that the comparisons from this one on can add: lets a hopeless pair be given up early. */
  readonly most: Float64Array;
  /** Shares of pairs of one person that agree exactly, by comparison, and the ratios that the number of differences adds. */
  readonly exactM: readonly number[];
  readonly differenceRatios: readonly number[];
  /** Pairs below this weight are not kept. */
  readonly keepAbove: number;
}

export const LEVELS = 16;

/**
 * Rarity: log2 of the probability that two records of different persons agree at all, over the share of this very value
 * (the same as putting the value's share in the place of u). A value's share is never taken below the model's `rare`.
 */
export function makePairWeights(
  model: LinkageModel,
  fields: readonly Pick<FieldColumn, 'name' | 'pool'>[],
  keepAbove: number,
): PairWeights {
  const { comparisons } = model;
  const levels = new Float64Array(comparisons.length * LEVELS);
  const rarity = comparisons.map((comparison, c) => {
    for (const [l, { weight }] of comparison.levels.entries()) levels[c * LEVELS + l] = weight;
    const { termFrequencies } = comparison;
    const u = comparison.levels[0]?.u ?? 1;
    const pool = fields.find(({ name }) => name === comparison.fields[0])?.pool;
    if (termFrequencies === null || pool === undefined) return null;
    const bits = new Float32Array(new SharedArrayBuffer(pool.count * 4));
    bits.fill(Math.log2(u / termFrequencies.rare));
    for (const [text, share] of Object.entries(termFrequencies.shares)) {
      const value = pool.find(text);
      if (value >= 0) bits[value] = Math.log2(u / Math.max(share, termFrequencies.rare));
    }
    return bits;
  });
  const most = new Float64Array(comparisons.length + 1);
  // What the number of differences may add at most.
  most[comparisons.length] = Math.max(0, ...model.differenceRatios.map((ratio) => Math.log2(ratio))) + 1;
  for (let c = comparisons.length - 1; c >= 0; c -= 1) {
    const own = (comparisons[c]?.levels ?? []).map(({ weight }) => weight);
    const rarest = rarity[c]?.reduce((top, bits) => Math.max(top, bits), 0) ?? 0;
    const top = Math.max(0, (own[0] ?? 0) + rarest, ...own);
    most[c] = (most[c + 1] as number) + top;
  }
  return {
    prior: priorWeight(model.prior),
    levels,
    rarity,
    most,
    exactM: comparisons.map(({ levels: [exact] }) => exact?.m ?? 1),
    differenceRatios: model.differenceRatios,
    keepAbove,
  };
}

/** The value on which two records agree exactly: the first of the one that the other has, too. */
export function agreedValue(column: ValueColumn, left: number, right: number): number {
  const own = column.valueOf[left] as number;
  if (column.further === null || own === column.valueOf[right]) return own;
  const ofRight = valuesOf(column, right);
  return valuesOf(column, left).find((value) => ofRight.includes(value)) ?? own;
}

function valuesOf({ valueOf: first, further }: ValueColumn, record: number): readonly number[] {
  if (further === null) return [first[record] as number];
  return [first[record] as number, ...further.values.subarray(further.starts[record], further.starts[record + 1])];
}
