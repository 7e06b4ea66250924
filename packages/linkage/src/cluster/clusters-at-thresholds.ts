import { agglomerate } from './agglomerate.ts';
import type { ClusterInput } from './cluster-pairs.ts';
import { numberClusters } from './cluster-pairs.ts';
import { applyDecisions, decidedPairs } from './decided-pairs.ts';
import { orderByWeight } from './order-by-weight.ts';

export interface ThresholdClusters {
  /** Bits. */
  readonly threshold: number;
  /** Edges at or above the threshold. */
  readonly edges: number;
  readonly heldBack: number;
  readonly clusters: number;
  /** Nodes that are in a cluster of two or more. */
  readonly linkedNodes: number;
  readonly largest: number;
}

export interface Sweep extends Omit<ClusterInput, 'threshold' | 'giantSize' | 'ties'> {
  /** In any order. */
  readonly thresholds: readonly number[];
  /** Called at each threshold, from the highest down; `clusterOf` is new each time. For measures that need the clusters themselves. */
  readonly onThreshold?: (at: ThresholdClusters, clusterOf: Int32Array) => void;
}

/**
 * What clustering would give at many thresholds, in one sweep from the highest down: edges are sorted and followed once. The same
 * clusters as `clusterPairs` makes, except that giants are not cut.
 */
export function clustersAtThresholds(sweep: Sweep): ThresholdClusters[] {
  const thresholds = [...sweep.thresholds].sort((a, b) => b - a);
  const lowest = thresholds.at(-1);
  if (lowest === undefined) return [];
  const { count, left, right, weight } = sweep;
  const decided = decidedPairs(count, sweep.decisions ?? []);
  const clusters = agglomerate(count, sweep);
  applyDecisions(clusters, decided, sweep);
  const order = orderByWeight(sweep, lowest);
  let edges = 0;
  let heldBack = 0;
  return thresholds.map((threshold) => {
    for (; edges < order.length; edges += 1) {
      const edge = order[edges] as number;
      if ((weight[edge] as number) < threshold) break;
      const a = left[edge] as number;
      const b = right[edge] as number;
      const verdict = decided.verdictOf(a, b);
      if (verdict === undefined ? clusters.join(a, b) !== null : verdict !== 'same') heldBack += 1;
    }
    const roots = Int32Array.from({ length: count }, (_, node) => clusters.find(node));
    const numbered = numberClusters(roots);
    let [alone, largest] = [0, 0];
    for (let node = 0; node < count; node += 1) {
      if (roots[node] !== node) continue;
      const size = clusters.sizeOf(node);
      largest = Math.max(largest, size);
      if (size === 1) alone += 1;
    }
    const at = { threshold, edges, heldBack, clusters: numbered.clusters, linkedNodes: count - alone, largest };
    sweep.onThreshold?.(at, numbered.clusterOf);
    return at;
  });
}
