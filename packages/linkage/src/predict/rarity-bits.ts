import { agreedValue, type PairWeights } from './pair-weights.ts';
import type { PairWork } from './pair-work.ts';

/** Bits that the rarity of two values adds to the level that they agree at. */
export type RarityBits = (comparison: number, level: number, left: number, right: number) => number;

/**
 * What rarity adds: of values that agree, how much rarer the value is than a value drawn at random, among those of one nationality
 * where both state the same one. Names that are almost the same say less where the names are common among those who share a nationality;
 * never more.
 */
export function makeRarity(work: PairWork, { rarity, within, stratum }: PairWeights): RarityBits {
  const names = work.tables.map(({ name }) => name);
  const columns = work.comparisons.map(({ fields }) => work.columns[names.indexOf(fields[0] ?? '')]);
  const strata = work.columns[stratum]?.valueOf ?? null;
  const lasts = work.comparisons.map((comparison) => comparison.levels.length - 1);
  return (c, level, left, right) => {
    const own = within[c];
    const isWithin = own && strata !== null && strata[left] === strata[right];
    if (level > 0) {
      if (!isWithin || level >= (lasts[c] as number)) return 0;
      const bits = Math.min(own[left] as number, own[right] as number);
      return bits < 0 ? bits : 0;
    }
    if (isWithin) {
      const bits = own[left] as number;
      if (!Number.isNaN(bits)) return bits;
    }
    const bits = rarity[c];
    const column = columns[c];
    if (!bits || !column) return 0;
    const value = column.further === null ? (column.valueOf[left] as number) : agreedValue(column, left, right);
    return bits[value] as number;
  };
}
