import type { TaskPairs } from './score-task.ts';
import type { ScoredPairs } from './scored-pairs.ts';

/** Puts the pairs of all tasks into one list, sorted by left, then right, each pair once. */
export function gatherPairs(parts: readonly TaskPairs[], comparisons: number): ScoredPairs {
  const total = parts.reduce((sum, { left }) => sum + left.length, 0);
  const left = new Int32Array(total);
  const right = new Int32Array(total);
  const from = new Int32Array(total);
  const part = new Int32Array(total);
  let at = 0;
  for (const [p, own] of parts.entries()) {
    left.set(own.left, at);
    right.set(own.right, at);
    for (let i = 0; i < own.left.length; i += 1) {
      from[at + i] = i;
      part[at + i] = p;
    }
    at += own.left.length;
  }
  const order = sortedByPair(left, right);
  const sortedLeft = new Int32Array(total);
  const sortedRight = new Int32Array(total);
  const weight = new Float64Array(total);
  const levels = new Uint8Array(total * comparisons);
  let count = 0;
  for (let i = 0; i < total; i += 1) {
    const place = order[i] as number;
    if (count > 0 && sortedLeft[count - 1] === left[place] && sortedRight[count - 1] === right[place]) continue;
    const own = parts[part[place] as number] as TaskPairs;
    const index = from[place] as number;
    sortedLeft[count] = left[place] as number;
    sortedRight[count] = right[place] as number;
    weight[count] = own.weight[index] as number;
    const start = index * comparisons;
    for (let c = 0; c < comparisons; c += 1) levels[count * comparisons + c] = own.levels[start + c] as number;
    count += 1;
  }
  return {
    count,
    left: sortedLeft.slice(0, count),
    right: sortedRight.slice(0, count),
    weight: weight.slice(0, count),
    levels: levels.slice(0, count * comparisons),
    comparisons,
  };
}

/** Places in the order of their pairs: two counting sorts, by right, then by left. */
function sortedByPair(left: Int32Array, right: Int32Array): Int32Array {
  const byRight = countingSort(right, null);
  return countingSort(left, byRight);
}

function countingSort(keys: Int32Array, before: Int32Array | null): Int32Array {
  let top = 0;
  for (const key of keys) if (key > top) top = key;
  const starts = new Int32Array(top + 2);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let k = 0; k <= top; k += 1) starts[k + 1] = (starts[k + 1] as number) + (starts[k] as number);
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const place = before === null ? i : (before[i] as number);
    const key = keys[place] as number;
    order[starts[key] as number] = place;
    starts[key] = (starts[key] as number) + 1;
  }
  return order;
}
