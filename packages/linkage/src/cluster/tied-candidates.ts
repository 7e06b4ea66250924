import type { WeightedEdges } from './order-by-weight.ts';

/** Edges (by number) of a node that has another edge of the same weight into the same source where nobody stands twice. */
export function tiedCandidates(
  edges: WeightedEdges & { readonly count: number; readonly uniqueSourceOf?: Int32Array },
  order: Uint32Array,
): Set<number> {
  const tied = new Set<number>();
  const { uniqueSourceOf } = edges;
  if (!uniqueSourceOf) return tied;
  for (let from = 0; from < order.length; ) {
    const weight = edges.weight[order[from] as number];
    let to = from + 1;
    while (to < order.length && edges.weight[order[to] as number] === weight) to += 1;
    const firstOf = new Map<number, number>();
    for (let at = from; to - from > 1 && at < to; at += 1) {
      const edge = order[at] as number;
      const a = edges.left[edge] as number;
      const b = edges.right[edge] as number;
      for (const [node, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const source = uniqueSourceOf[other] as number;
        if (source < 0) continue;
        const key = source * edges.count + node;
        const first = firstOf.get(key);
        if (first === undefined) firstOf.set(key, edge);
        else tied.add(first).add(edge);
      }
    }
    from = to;
  }
  return tied;
}
