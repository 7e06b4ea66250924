/** Edges by columns: edge i joins nodes `left[i]` and `right[i]` with a match weight of `weight[i]` bits. */
export interface WeightedEdges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
  /** Number of edges; the columns may be longer. */
  readonly pairs: number;
}

/**
 * Numbers of the edges whose weight is at least the threshold, from the heaviest to the lightest; ties by left, then right, so
 * that the order in which edges come changes nothing. An edge whose weight is not a number is left out. Stable radix sort over
 * the upper 32 bits of the weights; the few edges that agree in those are then put in order among themselves.
 */
export function orderByWeight(edges: WeightedEdges, threshold: number): Uint32Array {
  const chosen = edgesFrom(edges, threshold);
  if (chosen.length < SMALL) return chosen.sort((a, b) => compareEdges(edges, a, b));
  let order = chosen;
  const sortBy = (keys: Uint32Array): void => {
    order = sortByKeys(order, keys);
  };
  if (!isInOrder(edges, order)) {
    sortBy(nodesOf(edges.right, order));
    sortBy(nodesOf(edges.left, order));
  }
  sortBy(heaviestFirst(edges.weight, order));
  orderRuns(edges, order);
  return order;
}

/** Below this many edges, tables of counters cost more than they save. */
const SMALL = 4096;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function nodesOf(side: Int32Array, order: Uint32Array): Uint32Array {
  const nodes = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) nodes[at] = side[order[at] as number] as number;
  return nodes;
}

/** The upper bits of a positive number grow with it and those of a negative one shrink; turned so that the heaviest is the smallest key. */
function heaviestFirst(weight: Float64Array, order: Uint32Array): Uint32Array {
  const words = new Uint32Array(weight.buffer, weight.byteOffset, weight.length * 2);
  const high = LITTLE_ENDIAN ? 1 : 0;
  const keys = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const edge = order[at] as number;
    // Zero and minus zero are one weight.
    const word = weight[edge] === 0 ? 0 : (words[2 * edge + high] as number);
    keys[at] = word >>> 31 ? word : ~word & 0x7fffffff;
  }
  return keys;
}

/** Edges that agree in the upper bits of their weight stand side by side by left and right: put the heavier ones first where they differ. */
function orderRuns(edges: WeightedEdges, order: Uint32Array): void {
  const keys = heaviestFirst(edges.weight, order);
  for (let from = 0; from < order.length; ) {
    const weight = edges.weight[order[from] as number];
    let to = from + 1;
    let isSorted = true;
    while (to < order.length && keys[to] === keys[from]) {
      if (edges.weight[order[to] as number] !== weight) isSorted = false;
      to += 1;
    }
    if (!isSorted) order.subarray(from, to).sort((a, b) => compareEdges(edges, a, b));
    from = to;
  }
}

function edgesFrom({ weight, pairs }: WeightedEdges, threshold: number): Uint32Array {
  let count = 0;
  for (let edge = 0; edge < pairs; edge += 1) if ((weight[edge] as number) >= threshold) count += 1;
  const chosen = new Uint32Array(count);
  let at = 0;
  for (let edge = 0; edge < pairs; edge += 1) {
    if ((weight[edge] as number) >= threshold) {
      chosen[at] = edge;
      at += 1;
    }
  }
  return chosen;
}

function compareEdges({ left, right, weight }: WeightedEdges, a: number, b: number): number {
  const byWeight = (weight[b] as number) - (weight[a] as number);
  if (byWeight < 0 || byWeight > 0) return byWeight;
  return (left[a] as number) - (left[b] as number) || (right[a] as number) - (right[b] as number);
}

function isInOrder({ left, right }: WeightedEdges, order: Uint32Array): boolean {
  for (let i = 1; i < order.length; i += 1) {
    const before = order[i - 1] as number;
    const edge = order[i] as number;
    const step = (left[edge] as number) - (left[before] as number);
    if (step < 0 || (step === 0 && (right[edge] as number) < (right[before] as number))) return false;
  }
  return true;
}

const DIGIT = 11;

/** Stable: three passes of 11 bits, few enough buckets to stay in the processor's cache. A pass in which all keys agree is left out. */
function sortByKeys(order: Uint32Array, keys: Uint32Array): Uint32Array {
  const size = order.length;
  let from = order;
  let to: Uint32Array = new Uint32Array(size);
  let fromKeys = keys;
  let toKeys: Uint32Array = new Uint32Array(size);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const mask = (1 << DIGIT) - 1;
    const starts = new Uint32Array(mask + 2);
    for (let i = 0; i < size; i += 1) {
      const after = (((fromKeys[i] as number) >>> shift) & mask) + 1;
      starts[after] = (starts[after] as number) + 1;
    }
    if (starts.includes(size)) continue;
    for (let digit = 0; digit < mask; digit += 1) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    for (let i = 0; i < size; i += 1) {
      const key = fromKeys[i] as number;
      const digit = (key >>> shift) & mask;
      const at = starts[digit] as number;
      starts[digit] = at + 1;
      to[at] = from[i] as number;
      toKeys[at] = key;
    }
    [from, to] = [to, from];
    [fromKeys, toKeys] = [toKeys, fromKeys];
  }
  return from;
}
