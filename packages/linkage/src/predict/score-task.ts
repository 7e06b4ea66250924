import { makeLevelFinder, SILENT } from '../compare/level-finder.ts';
import { makeDifferenceBits } from '../train/difference-ratios.ts';
import { LEVELS, type PairWeights } from './pair-weights.ts';
import type { PairWork, Task } from './pair-work.ts';
import { makeRarity } from './rarity-bits.ts';
import { walkPairs } from './walk-pairs.ts';

/** Pairs that a task kept, in the order in which it met them. */
export interface TaskPairs {
  readonly candidates: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
  readonly levels: Uint8Array;
}

/** Scores the pairs of tasks, one task at a time, with one set of level finders. */
export function makeTaskScorer(work: PairWork, weights: PairWeights): (task: Task) => TaskPairs {
  const score = makePairScore(work, weights);
  const { levels, levelsOf } = score;
  const width = levels.length;
  return (task) => {
    let capacity = 1 << 12;
    let left = new Int32Array(capacity);
    let right = new Int32Array(capacity);
    let weight = new Float64Array(capacity);
    let kept = new Uint8Array(capacity * width);
    let count = 0;
    let candidates = 0;
    walkPairs(work, task, (a, b) => {
      candidates += 1;
      const own = score.weightOf(a, b);
      if (own < weights.keepAbove) return;
      if (count === capacity) {
        capacity *= 2;
        left = wider(left, new Int32Array(capacity));
        right = wider(right, new Int32Array(capacity));
        weight = wider(weight, new Float64Array(capacity));
        kept = wider(kept, new Uint8Array(capacity * width));
      }
      left[count] = a;
      right[count] = b;
      weight[count] = own;
      levelsOf(kept, count * width);
      count += 1;
    });
    return {
      candidates,
      left: left.slice(0, count),
      right: right.slice(0, count),
      weight: weight.slice(0, count),
      levels: kept.slice(0, count * width),
    };
  };
}

export interface PairScore {
  /** Weight of a pair in bits; below `keepAbove` it may be an upper bound, as a hopeless pair is given up early. */
  readonly weightOf: (left: number, right: number) => number;
  /** Levels of the pair scored last; complete where its weight reached `keepAbove`. */
  readonly levels: Uint8Array;
  /** Bits that the rarity of the agreed value added (or the limit of what a shared home says took off), by comparison. */
  readonly rarity: Float64Array;
  readonly levelsOf: (into: Uint8Array, at: number) => void;
}

/** Bits at which a rarer explanation of a pair takes off less than a hundredth of a bit. */
const NEGLIGIBLE = -8;

export function makePairScore(work: PairWork, weights: PairWeights): PairScore {
  const names = work.tables.map(({ name }) => name);
  const finders = work.comparisons.map((comparison) => makeLevelFinder(comparison, work.tables, work.columns, names));
  const count = finders.length;
  const levels = new Uint8Array(count);
  const rarityBits = new Float64Array(count);
  const { prior, keepAbove, most, isHome, homeLimit, namesakePrior, namesakeLevels, namesakeAt } = weights;
  const table = weights.levels;
  const bitsOf = makeDifferenceBits(weights.exactM, { ratios: weights.differenceRatios });
  const rarityOf = makeRarity(work, weights);
  const weightOf = (left: number, right: number) => {
    let weight = prior;
    let namesake = namesakePrior;
    let home = 0;
    let stated = 0;
    let differing = 0;
    for (let c = 0; c < count; c += 1) {
      const level = (finders[c] as (a: number, b: number) => number)(left, right);
      levels[c] = level;
      let extra = 0;
      if (level !== SILENT) {
        let bits = table[c * LEVELS + level] as number;
        namesake += namesakeLevels[c * LEVELS + level] as number;
        stated |= 1 << c;
        if (level > 0) differing += 1;
        extra = rarityOf(c, level, left, right);
        if (isHome[c] === 1) {
          // Those who live together agree on all of it: what goes beyond the limit is taken off again.
          const before = Math.min(home, homeLimit);
          home += bits + extra;
          extra = Math.min(home, homeLimit) - before - bits;
        }
        bits += extra;
        weight += bits;
      }
      rarityBits[c] = extra;
      if (weight + (most[c + 1] as number) < keepAbove) return weight + (most[c + 1] as number);
    }
    // Two persons agree on names more often than by chance: what else than one person explains the pair.
    if (namesake > NEGLIGIBLE) {
      const others = Math.log2(1 + 2 ** namesake);
      rarityBits[namesakeAt] = (rarityBits[namesakeAt] as number) - others;
      weight -= others;
    }
    return weight + bitsOf(stated, differing);
  };
  return { weightOf, levels, rarity: rarityBits, levelsOf: (into, at) => into.set(levels, at) };
}

function wider<T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
