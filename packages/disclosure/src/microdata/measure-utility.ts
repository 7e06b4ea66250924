import { type Attributes, countCombinations, lengthOf } from './count-combinations.ts';

export interface UtilityByLength {
  readonly length: number;
  readonly combinations: number;
  /** Mean absolute difference of counts, over combinations of the real records. */
  readonly meanError: number;
  readonly meanCount: number;
  /** Of the combinations of the synthetic records, the share that no real record has. */
  readonly fabricatedShare: number;
  /** Of the combinations of the real records, the share that no synthetic record has. */
  readonly suppressedShare: number;
}

/** How well synthetic records keep the counts of the real ones, by length of combination. */
export function measureUtility(
  real: readonly Attributes[],
  synthetic: readonly Attributes[],
  longest = 3,
): readonly UtilityByLength[] {
  const before = countCombinations(real, longest);
  const after = countCombinations(synthetic, longest);
  return Array.from({ length: longest }, (_, at): UtilityByLength => {
    const length = at + 1;
    const own = [...before].filter(([key]) => lengthOf(key) === length);
    const made = [...after.keys()].filter((key) => lengthOf(key) === length);
    const part = (count: number, whole: number): number => (whole === 0 ? 0 : count / whole);
    return {
      length,
      combinations: own.length,
      meanError: part(
        own.reduce((sum, [key, count]) => sum + Math.abs(count - (after.get(key) ?? 0)), 0),
        own.length,
      ),
      meanCount: part(
        own.reduce((sum, [, count]) => sum + count, 0),
        own.length,
      ),
      fabricatedShare: part(made.filter((key) => !before.has(key)).length, made.length),
      suppressedShare: part(own.filter(([key]) => !after.has(key)).length, own.length),
    };
  });
}
