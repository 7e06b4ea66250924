import { findBridges } from './find-bridges.ts';
import type { WeightedEdges } from './order-by-weight.ts';

export interface ClusterQuality {
  /** How many clusters there are of each size, from the smallest. */
  readonly sizes: readonly { readonly size: number; readonly clusters: number }[];
  /** Mean share of the pairs within a cluster that are edges, over clusters of three nodes and more; NaN where there is none. */
  readonly density: number;
  /** Edges within clusters of three nodes and more without which they would fall apart: where false merges hide. */
  readonly bridges: number;
  readonly edges: number;
  /** Clusters to look at first: largest and sparsest. */
  readonly suspects: readonly ClusterShape[];
}

export interface ClusterShape {
  readonly cluster: number;
  readonly size: number;
  readonly edges: number;
  readonly density: number;
  readonly bridges: number;
  /** Weight of its lightest edge. */
  readonly weakest: number;
}

/**
 * The shape of clusters as graphs of the edges at or above the threshold whose ends they hold. `suspects` are ordered by how many pairs
 * of a cluster were joined without being an edge themselves: n(n - 1)/2 less its edges.
 */
export function describeClusters(
  edges: WeightedEdges & { readonly threshold: number },
  { clusterOf, clusters }: { readonly clusterOf: Int32Array; readonly clusters: number },
  suspects = 20,
): ClusterQuality {
  const sizeOf = new Int32Array(clusters);
  for (const cluster of clusterOf) sizeOf[cluster] = (sizeOf[cluster] as number) + 1;
  const edgesOf = new Int32Array(clusters);
  const bridgesOf = new Int32Array(clusters);
  const weakest = new Float64Array(clusters).fill(Number.POSITIVE_INFINITY);
  const [left, right] = [new Int32Array(edges.pairs), new Int32Array(edges.pairs)];
  let within = 0;
  for (let edge = 0; edge < edges.pairs; edge += 1) {
    const bits = edges.weight[edge] as number;
    const a = edges.left[edge] as number;
    const b = edges.right[edge] as number;
    const cluster = clusterOf[a] as number;
    if (!(bits >= edges.threshold) || clusterOf[b] !== cluster) continue;
    left[within] = a;
    right[within] = b;
    within += 1;
    edgesOf[cluster] = (edgesOf[cluster] as number) + 1;
    weakest[cluster] = Math.min(weakest[cluster] as number, bits);
  }
  const cutsOff = findBridges(clusterOf.length, left.subarray(0, within), right.subarray(0, within));
  let bridges = 0;
  for (let edge = 0; edge < within; edge += 1) {
    const cluster = clusterOf[left[edge] as number] as number;
    if (cutsOff[edge] === 0 || (sizeOf[cluster] as number) < 3) continue;
    bridgesOf[cluster] = (bridgesOf[cluster] as number) + 1;
    bridges += 1;
  }
  const bySize = new Map<number, number>();
  const lacking: { cluster: number; pairs: number }[] = [];
  let [densities, shaped] = [0, 0];
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const size = sizeOf[cluster] as number;
    bySize.set(size, (bySize.get(size) ?? 0) + 1);
    if (size < 3) continue;
    const possible = (size * (size - 1)) / 2;
    densities += (edgesOf[cluster] as number) / possible;
    shaped += 1;
    const pairs = possible - (edgesOf[cluster] as number);
    if (pairs > 0) lacking.push({ cluster, pairs });
  }
  lacking.sort((x, y) => y.pairs - x.pairs || x.cluster - y.cluster);
  return {
    sizes: [...bySize].map(([size, count]) => ({ size, clusters: count })).sort((x, y) => x.size - y.size),
    density: densities / shaped,
    bridges,
    edges: within,
    suspects: lacking.slice(0, suspects).map(({ cluster }) => {
      const size = sizeOf[cluster] as number;
      return {
        cluster,
        size,
        edges: edgesOf[cluster] as number,
        density: (edgesOf[cluster] as number) / ((size * (size - 1)) / 2),
        bridges: bridgesOf[cluster] as number,
        weakest: weakest[cluster] as number,
      };
    }),
  };
}
