import { clusterPairs } from '@leeto/linkage';
import { randomOf } from './make-person-records.ts';

export interface Clustering {
  readonly nodes: number;
  readonly edges: number;
  readonly clusters: number;
  /** Each round, with the order of weights and guards: wall time, and time of the processor. */
  readonly seconds: readonly number[];
  readonly cpuSeconds: readonly number[];
  /** A plain union of the same edges, in turn with it. */
  readonly plainSeconds: readonly number[];
}

const ROUNDS = 5;

/** Makes persons of so many edges: groups of two to six records, each linked to the one before it and to some of the others. */
export function clusterEdges(edges: number): Clustering {
  const random = randomOf(5);
  const left = new Int32Array(edges);
  const right = new Int32Array(edges);
  const weight = new Float64Array(edges);
  let nodes = 0;
  for (let edge = 0; edge < edges; ) {
    const size = 2 + Math.floor(random() ** 2 * 5);
    for (let b = 1; b < size; b += 1) {
      for (let a = 0; a < b && edge < edges; a += 1) {
        if (a < b - 1 && random() < 0.4) continue;
        left[edge] = nodes + a;
        right[edge] = nodes + b;
        weight[edge] = 4.25 + 20 * random();
        edge += 1;
      }
    }
    nodes += size;
  }
  // Records of one person stand anywhere in the files.
  const places = shuffled(nodes, random);
  for (let edge = 0; edge < edges; edge += 1) {
    const a = places[left[edge] as number] as number;
    const b = places[right[edge] as number] as number;
    left[edge] = Math.min(a, b);
    right[edge] = Math.max(a, b);
  }
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  const plainSeconds: number[] = [];
  let clusters = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const cpu = process.threadCpuUsage();
    let from = performance.now();
    clusters = clusterPairs({
      count: nodes,
      left,
      right,
      weight,
      pairs: edges,
      threshold: 4.25,
      isImpossible: () => false,
    }).clusters;
    seconds.push((performance.now() - from) / 1000);
    const { user, system } = process.threadCpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
    from = performance.now();
    unite(nodes, left, right);
    plainSeconds.push((performance.now() - from) / 1000);
  }
  return { nodes, edges, clusters, seconds, cpuSeconds, plainSeconds };
}

function shuffled(count: number, random: () => number): Int32Array {
  const places = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = places[i] as number;
    places[i] = places[j] as number;
    places[j] = held;
  }
  return places;
}

/** Connected components and nothing else. */
function unite(nodes: number, left: Int32Array, right: Int32Array): Int32Array {
  const above = Int32Array.from({ length: nodes }, (_, node) => node);
  const find = (node: number) => {
    let at = node;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  for (let edge = 0; edge < left.length; edge += 1) {
    above[find(right[edge] as number)] = find(left[edge] as number);
  }
  return above.map((_, node) => find(node));
}
