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
 * the bits of the weight, 16 at a time: a million edges take some 50 ms.
 */
export function orderByWeight(edges: WeightedEdges, threshold: number): Uint32Array {
  const chosen = edgesFrom(edges, threshold);
  if (chosen.length < SMALL) return chosen.sort((a, b) => compareEdges(edges, a, b));
  const size = chosen.length;
  let order: Uint32Array = chosen;
  let spare: Uint32Array = new Uint32Array(size);
  const sortBy = (keyOf: (edge: number) => number): void => {
    const keys = new Uint32Array(size);
    for (let i = 0; i < size; i += 1) keys[i] = keyOf(order[i] as number);
    const sorted = sortByKeys(order, keys, spare);
    spare = sorted === order ? spare : order;
    order = sorted;
  };
  if (!isInOrder(edges, order)) {
    sortBy((edge) => edges.right[edge] as number);
    sortBy((edge) => edges.left[edge] as number);
  }
  const weights = new Float64Array(1);
  const bits = new Uint32Array(weights.buffer);
  const high = LITTLE_ENDIAN ? 1 : 0;
  // The bits of a positive number grow with it and those of a negative number shrink; turned so that the heaviest comes first.
  sortBy((edge) => {
    weights[0] = (edges.weight[edge] as number) + 0;
    return (bits[high] as number) >>> 31 ? (bits[1 - high] as number) : ~(bits[1 - high] as number);
  });
  sortBy((edge) => {
    weights[0] = (edges.weight[edge] as number) + 0;
    const word = bits[high] as number;
    return word >>> 31 ? word : ~word & 0x7fffffff;
  });
  return order;
}

/** Below this many edges, tables of 65,536 counters cost more than they save. */
const SMALL = 4096;
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

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

/** Two stable passes of 16 bits; `keys` follow their edges. A pass in which all keys agree is left out. */
function sortByKeys(order: Uint32Array, keys: Uint32Array, spare: Uint32Array): Uint32Array {
  let from = order;
  let to = spare;
  let fromKeys = keys;
  let toKeys: Uint32Array | null = null;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (let i = 0; i < fromKeys.length; i += 1) {
      const digit = ((fromKeys[i] as number) >>> shift) & 0xffff;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    if (starts.includes(fromKeys.length)) continue;
    for (let digit = 0; digit < 65_536; digit += 1) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    toKeys ??= new Uint32Array(fromKeys.length);
    for (let i = 0; i < fromKeys.length; i += 1) {
      const key = fromKeys[i] as number;
      const digit = (key >>> shift) & 0xffff;
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
