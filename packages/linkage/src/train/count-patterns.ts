import { makeLevelFinder, SILENT } from '../compare/level-finder.ts';
import type { PairWeights } from '../predict/pair-weights.ts';
import type { PairWork, Task } from '../predict/pair-work.ts';
import { makeRarity } from '../predict/rarity-bits.ts';
import { makeEligibleTest, walkPairs } from '../predict/walk-pairs.ts';
import { makeRandom } from '../random.ts';

/**
 * Agreement patterns and how often each occurred: all that EM needs of the pairs. `levels` holds one byte a comparison, pattern
 * after pattern.
 */
export interface Patterns {
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
  readonly comparisons: number;
  /** By pattern, what the rarity of the values adds, in whole bits; pairs alike but for it are patterns of their own. */
  readonly rarity: Int8Array;
}

/** Counts the patterns of a task's pairs; of a sample of them where `share` is below 1 (by entry, the same ones each time). */
export function makePatternCounter(
  work: PairWork,
  weights: PairWeights | null,
): {
  readonly countTask: (task: Task, share: number) => Patterns;
  readonly countRandom: (pairs: number, seed: number) => Patterns;
  /** Of the same sample, the pairs that are wanted. */
  readonly countWanted: (task: Task, share: number, isWanted: (left: number, right: number) => boolean) => Patterns;
  /** Of the pairs listed: left and right in turn. */
  readonly countListed: (pairs: ArrayLike<number>) => Patterns;
} {
  const names = work.tables.map(({ name }) => name);
  const finders = work.comparisons.map((comparison) => makeLevelFinder(comparison, work.tables, work.columns, names));
  const rarityOf = weights === null ? null : makeRarity(work, weights);
  const visitInto = (tally: Tally) => (left: number, right: number) => {
    let rarity = 0;
    for (let c = 0; c < finders.length; c += 1) {
      const level = (finders[c] as (a: number, b: number) => number)(left, right);
      tally.pattern[c] = level;
      if (rarityOf !== null && level !== SILENT && weights?.isHome[c] === 0) rarity += rarityOf(c, level, left, right);
    }
    tally.rarity = Math.max(-MOST_RARITY, Math.min(MOST_RARITY, Math.round(rarity)));
    tally.add();
  };
  const keepOf = (share: number) => (share >= 1 ? undefined : (entry: number) => chanceOf(entry) < share);
  return {
    countTask: (task, share) => {
      const tally = new Tally(finders.length);
      walkPairs(work, task, visitInto(tally), keepOf(share));
      return tally.patterns();
    },
    countWanted: (task, share, isWanted) => {
      const tally = new Tally(finders.length);
      const visit = visitInto(tally);
      walkPairs(work, task, (left, right) => isWanted(left, right) && visit(left, right), keepOf(share));
      return tally.patterns();
    },
    countListed: (pairs) => {
      const tally = new Tally(finders.length);
      const visit = visitInto(tally);
      for (let i = 0; i < pairs.length; i += 2) visit(pairs[i] as number, pairs[i + 1] as number);
      return tally.patterns();
    },
    countRandom: (pairs, seed) => {
      const tally = new Tally(finders.length);
      eachRandomPair(work, pairs, seed, visitInto(tally));
      return tally.patterns();
    },
  };
}

/** Rarity in bits beyond which it makes no difference to what is learnt. */
const MOST_RARITY = 40;

/** A number in [0, 1) that belongs to an entry. */
function chanceOf(entry: number): number {
  let hash = Math.imul(entry ^ 0x27d4eb2f, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x100000000;
}

/** Pairs drawn at random among those that count; all pairs, each once, where there are no more than asked for. */
function eachRandomPair(
  work: PairWork,
  pairs: number,
  seed: number,
  visit: (left: number, right: number) => void,
): void {
  const { entries } = work;
  if (entries < 2) return;
  const counts = makeEligibleTest(work) ?? (() => true);
  if ((entries * (entries - 1)) / 2 <= pairs) {
    for (let a = 0; a < entries; a += 1) for (let b = a + 1; b < entries; b += 1) if (counts(a, b)) visit(a, b);
    return;
  }
  const random = makeRandom(seed);
  for (let drawn = 0, tried = 0; drawn < pairs && tried < pairs * 20; tried += 1) {
    const a = Math.floor(random() * entries);
    const b = Math.floor(random() * entries);
    if (a === b || !counts(a, b)) continue;
    visit(Math.min(a, b), Math.max(a, b));
    drawn += 1;
  }
}

/** Counts patterns in an open hash table. */
class Tally {
  readonly pattern: Uint8Array;
  rarity = 0;
  readonly #width: number;
  #slots = new Int32Array(1 << 10).fill(-1);
  #levels: Uint8Array;
  #counts = new Float64Array(1 << 9);
  #rarity = new Int8Array(1 << 9);
  #count = 0;

  constructor(width: number) {
    this.#width = width;
    this.pattern = new Uint8Array(width);
    this.#levels = new Uint8Array((1 << 9) * width);
  }

  add(times = 1): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(this.pattern, 0, this.rarity) & mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found < 0) break;
      if (this.#equals(found)) {
        this.#counts[found] = (this.#counts[found] as number) + times;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#count === this.#counts.length) this.#grow();
    this.#slots[slot] = this.#count;
    this.#levels.set(this.pattern, this.#count * this.#width);
    this.#counts[this.#count] = times;
    this.#rarity[this.#count] = this.rarity;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#widen();
  }

  patterns(): Patterns {
    return {
      levels: this.#levels.slice(0, this.#count * this.#width),
      counts: this.#counts.slice(0, this.#count),
      comparisons: this.#width,
      rarity: this.#rarity.slice(0, this.#count),
    };
  }

  #hash(levels: Uint8Array, from: number, rarity: number): number {
    let hash = 0x811c9dc5 ^ rarity;
    for (let i = 0; i < this.#width; i += 1) hash = Math.imul(hash ^ (levels[from + i] as number), 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  #equals(index: number): boolean {
    if (this.#rarity[index] !== this.rarity) return false;
    const from = index * this.#width;
    for (let i = 0; i < this.#width; i += 1) if (this.#levels[from + i] !== this.pattern[i]) return false;
    return true;
  }

  #grow(): void {
    const levels = new Uint8Array(this.#levels.length * 2);
    levels.set(this.#levels);
    this.#levels = levels;
    const counts = new Float64Array(this.#counts.length * 2);
    counts.set(this.#counts);
    this.#counts = counts;
    const rarity = new Int8Array(this.#rarity.length * 2);
    rarity.set(this.#rarity);
    this.#rarity = rarity;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let i = 0; i < this.#count; i += 1) {
      let slot = this.#hash(this.#levels, i * this.#width, this.#rarity[i] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = i;
    }
    this.#slots = slots;
  }
}

/** Adds up patterns of several tasks. */
export function addPatterns(parts: readonly Patterns[], width: number): Patterns {
  const tally = new Tally(width);
  for (const { levels, counts, rarity } of parts) {
    for (let i = 0; i < counts.length; i += 1) {
      tally.pattern.set(levels.subarray(i * width, (i + 1) * width));
      tally.rarity = rarity[i] as number;
      tally.add(counts[i] as number);
    }
  }
  return tally.patterns();
}

/** The patterns of both, those of the second last; a pattern of both stands twice. */
export function joinPatterns(first: Patterns, last: Patterns): Patterns {
  const levels = new Uint8Array(first.levels.length + last.levels.length);
  levels.set(first.levels);
  levels.set(last.levels, first.levels.length);
  return {
    levels,
    counts: Float64Array.from([...first.counts, ...last.counts]),
    comparisons: first.comparisons,
    rarity: Int8Array.from([...first.rarity, ...last.rarity]),
  };
}
