import type { RuleBlocks } from '../block/block-plan.ts';
import type { PairWork, Task } from './pair-work.ts';

/**
 * Calls `visit` for every candidate pair of a task that counts and that no earlier rule proposes, the lower entry first, once. `keep`
 * may leave out whole places (a sample of entries).
 */
export function walkPairs(
  work: PairWork,
  { rule, from, to, among }: Task,
  visit: (left: number, right: number) => void,
  keep?: (entry: number) => boolean,
): void {
  const own = work.rules[rule] as RuleBlocks;
  const { order, endOf, keyAt } = own;
  const isEarlier = makeEarlierTest(work.rules.slice(0, rule).filter((_, r) => among === undefined || among.has(r)));
  const isEligible = makeEligibleTest(work);
  for (let place = from; place < to; place += 1) {
    const end = endOf[place] as number;
    if (end === place + 1) continue;
    const a = order[place] as number;
    if (keep !== undefined && !keep(a)) continue;
    for (let other = place + 1; other < end; other += 1) {
      const b = order[other] as number;
      if (a === b || isEarlier(a, b)) continue;
      if (isEligible !== null && !isEligible(a, b)) continue;
      if (keyAt !== null && sharesLowerKey(own, a, b, keyAt[place] as number)) continue;
      if (a < b) visit(a, b);
      else visit(b, a);
    }
  }
}

/** Whether an earlier rule proposes a pair, so that it is not proposed again. */
function makeEarlierTest(rules: readonly RuleBlocks[]): (a: number, b: number) => boolean {
  const singles = rules.filter(({ further }) => further === null);
  const keys = singles.map(({ keyOf }) => keyOf);
  const leftOut = singles.map(({ leftOut }) => (leftOut.length === 0 ? null : new Set(leftOut)));
  const several = rules.filter(({ further }) => further !== null);
  return (a, b) => {
    for (let r = 0; r < keys.length; r += 1) {
      const keyOf = keys[r] as Int32Array;
      const key = keyOf[a] as number;
      if (key === keyOf[b] && key >= 0 && !(leftOut[r]?.has(key) ?? false)) return true;
    }
    for (let r = 0; r < several.length; r += 1) if (sharesKey(several[r] as RuleBlocks, a, b)) return true;
    return false;
  };
}

function sharesKey({ keyOf, further, leftOut }: RuleBlocks, a: number, b: number, below = 2 ** 31): boolean {
  const ofA = keysOf(keyOf, further, a);
  const ofB = keysOf(keyOf, further, b);
  for (let i = 0; i < ofA; i += 1) {
    const key = keyOfEntry(keyOf, further, a, i);
    if (key < 0 || key >= below) continue;
    for (let j = 0; j < ofB; j += 1) {
      if (keyOfEntry(keyOf, further, b, j) === key && (leftOut.length === 0 || !leftOut.includes(key))) return true;
    }
  }
  return false;
}

/** Whether the block of a lower key of the same rule proposes a pair: only where both have several keys. */
function sharesLowerKey(blocks: RuleBlocks, a: number, b: number, key: number): boolean {
  if (keysOf(blocks.keyOf, blocks.further, a) === 1 || keysOf(blocks.keyOf, blocks.further, b) === 1) return false;
  return sharesKey(blocks, a, b, key);
}

function keysOf(_keyOf: Int32Array, further: RuleBlocks['further'], entry: number): number {
  return further === null ? 1 : 1 + (further.starts[entry + 1] as number) - (further.starts[entry] as number);
}

function keyOfEntry(keyOf: Int32Array, further: RuleBlocks['further'], entry: number, i: number): number {
  return (i === 0 ? keyOf[entry] : further?.keys[(further.starts[entry] as number) + i - 1]) as number;
}

/** Whether a pair counts, by the sources of its two entries; null where every pair does. */
export function makeEligibleTest({
  eligible,
  sourceOf,
  uniqueSources,
}: PairWork): ((a: number, b: number) => boolean) | null {
  if (sourceOf === null || (eligible === 'any' && uniqueSources === null)) return null;
  return (a, b) => {
    const isSame = sourceOf[a] === sourceOf[b];
    if (eligible === 'across') return !isSame;
    if (eligible === 'within' && !isSame) return false;
    return !isSame || uniqueSources === null || uniqueSources[sourceOf[a] as number] === 0;
  };
}
