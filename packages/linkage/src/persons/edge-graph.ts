/**
 * Scored pairs of nodes, to be walked from either end; they only grow. Typed arrays: 32 bytes an edge and 4 a node, so that the
 * edges of millions of records fit.
 */
export interface EdgeGraph {
  add(a: number, b: number, weight: number): void;
  /** Every edge of a node: the other end and its weight. */
  visit(node: number, see: (other: number, weight: number) => void): void;
  readonly edges: number;
}

export function edgeGraph(nodes = 1024, edges = 1024): EdgeGraph {
  let head = new Int32Array(Math.max(16, nodes)).fill(-1);
  let other = new Int32Array(Math.max(16, edges * 2));
  let next = new Int32Array(other.length);
  let weights = new Float64Array(other.length);
  let count = 0;
  const half = (from: number, to: number, weight: number): void => {
    if (from >= head.length) {
      const wider = new Int32Array(Math.max(from + 1, Math.ceil(head.length * 1.5))).fill(-1);
      wider.set(head);
      head = wider;
    }
    if (count === other.length) {
      const length = Math.ceil(count * 1.5);
      const [widerOther, widerNext, widerWeights] = [
        new Int32Array(length),
        new Int32Array(length),
        new Float64Array(length),
      ];
      widerOther.set(other);
      widerNext.set(next);
      widerWeights.set(weights);
      [other, next, weights] = [widerOther, widerNext, widerWeights];
    }
    other[count] = to;
    weights[count] = weight;
    next[count] = head[from] as number;
    head[from] = count;
    count += 1;
  };
  return {
    add(a, b, weight) {
      half(a, b, weight);
      half(b, a, weight);
    },
    visit(node, see) {
      for (let at = head[node] ?? -1; at >= 0; at = next[at] as number) {
        see(other[at] as number, weights[at] as number);
      }
    },
    get edges() {
      return count / 2;
    },
  };
}
