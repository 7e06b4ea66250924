/**
 * For each edge 0 when it lies on a cycle, else (it is a bridge) how many nodes its removal cuts off, on the smaller side. Tarjan's
 * algorithm (1974), without recursion: a chain of a million nodes would overflow the stack. Two edges between the same nodes are a
 * cycle. Time and memory grow with nodes plus edges.
 */
export function findBridges(nodes: number, left: Int32Array, right: Int32Array): Int32Array {
  const { starts, edges } = edgesByNode(nodes, left, right);
  const seen = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const below = new Int32Array(nodes).fill(1);
  const cursor = starts.slice(0, nodes);
  const cameBy = new Int32Array(nodes).fill(-1);
  const cutsOff = new Int32Array(left.length);
  const path: number[] = [];
  const found: number[] = [];
  let clock = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (seen[root] !== 0) continue;
    clock += 1;
    seen[root] = clock;
    low[root] = clock;
    path.push(root);
    const firstFound = found.length;
    while (path.length > 0) {
      const node = path[path.length - 1] as number;
      const at = cursor[node] as number;
      if (at < (starts[node + 1] as number)) {
        cursor[node] = at + 1;
        const edge = edges[at] as number;
        if (edge === cameBy[node]) continue;
        const other = left[edge] === node ? (right[edge] as number) : (left[edge] as number);
        if (seen[other] === 0) {
          clock += 1;
          seen[other] = clock;
          low[other] = clock;
          cameBy[other] = edge;
          path.push(other);
        } else {
          low[node] = Math.min(low[node] as number, seen[other] as number);
        }
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above === undefined) continue;
      low[above] = Math.min(low[above] as number, low[node] as number);
      below[above] = (below[above] as number) + (below[node] as number);
      if ((low[node] as number) > (seen[above] as number)) {
        const edge = cameBy[node] as number;
        cutsOff[edge] = below[node] as number;
        found.push(edge);
      }
    }
    const size = below[root] as number;
    for (let i = firstFound; i < found.length; i += 1) {
      const edge = found[i] as number;
      cutsOff[edge] = Math.min(cutsOff[edge] as number, size - (cutsOff[edge] as number));
    }
  }
  return cutsOff;
}

function edgesByNode(nodes: number, left: Int32Array, right: Int32Array): { starts: Int32Array; edges: Int32Array } {
  const starts = new Int32Array(nodes + 1);
  for (let edge = 0; edge < left.length; edge += 1) {
    const a = (left[edge] as number) + 1;
    const b = (right[edge] as number) + 1;
    starts[a] = (starts[a] as number) + 1;
    starts[b] = (starts[b] as number) + 1;
  }
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number);
  const at = starts.slice(0, nodes);
  const edges = new Int32Array(left.length * 2);
  for (let edge = 0; edge < left.length; edge += 1) {
    for (const node of [left[edge] as number, right[edge] as number]) {
      edges[at[node] as number] = edge;
      at[node] = (at[node] as number) + 1;
    }
  }
  return { starts, edges };
}
