import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../persons/person-event.ts';
import type { ClusterInput } from './cluster-pairs.ts';
import { clusterPairs } from './cluster-pairs.ts';
import { clustersAtThresholds } from './clusters-at-thresholds.ts';
import { findBridges } from './find-bridges.ts';
import { orderByWeight } from './order-by-weight.ts';

interface Case {
  readonly count: number;
  readonly edges: readonly (readonly [left: number, right: number, weight: number])[];
  readonly sources: readonly number[];
  readonly births: readonly number[];
  readonly decisions: readonly { left: number; right: number; verdict: Verdict }[];
  readonly giantSize: number;
  readonly ties: 'lowest_id' | 'drop';
}

const COUNT = 24;
const pair = fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)).filter(([a, b]) => a !== b);
const ordered = pair.map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
const cases: fc.Arbitrary<Case> = fc.record({
  count: fc.constant(COUNT),
  // Few distinct weights, so that ties are common.
  edges: fc
    .uniqueArray(fc.tuple(ordered, fc.integer({ min: 2, max: 12 })), {
      selector: ([[a, b]]) => a * COUNT + b,
      maxLength: 40,
    })
    .map((edges) => edges.map(([[a, b], weight]) => [a, b, weight] as const)),
  sources: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: COUNT, maxLength: COUNT }),
  births: fc.array(fc.nat(3), { minLength: COUNT, maxLength: COUNT }),
  decisions: fc
    .uniqueArray(fc.tuple(ordered, fc.constantFrom<Verdict>('same', 'not_the_same', 'unsure')), {
      selector: ([[a, b]]) => a * COUNT + b,
      maxLength: 6,
    })
    .map((all) => all.map(([[left, right], verdict]) => ({ left, right, verdict }))),
  giantSize: fc.integer({ min: 3, max: 30 }),
  ties: fc.constantFrom('lowest_id' as const, 'drop' as const),
});

function inputOf({ count, edges, sources, births, decisions, giantSize, ties }: Case): ClusterInput {
  return {
    count,
    left: Int32Array.from(edges, ([left]) => left),
    right: Int32Array.from(edges, ([, right]) => right),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
    pairs: edges.length,
    threshold: 5,
    uniqueSourceOf: Int32Array.from(sources),
    isImpossible: (a, b) => Math.abs((births[a] as number) - (births[b] as number)) === 3,
    decisions,
    giantSize,
    oneToOne: true,
    ties,
  };
}

/** Connected components over all edges and decisions, whatever the guards say. */
function componentsOf({ count, edges, decisions }: Case): number[][] {
  const group = Array.from({ length: count }, (_, node) => node);
  for (const [a, b] of [...edges, ...decisions.map(({ left, right }) => [left, right] as const)]) {
    const [from, to] = [group[b], group[a] as number];
    for (const [node, at] of group.entries()) if (at === from) group[node] = to;
  }
  return [...new Set(group)].map((name) => group.flatMap((at, node) => (at === name ? [node] : [])));
}

function sets(clusterOf: Int32Array, nodes: readonly number[]): string {
  const members = new Map<number, number[]>();
  for (const [at, cluster] of clusterOf.entries()) {
    members.set(cluster, [...(members.get(cluster) ?? []), nodes[at] as number]);
  }
  return JSON.stringify([...members.values()].sort((x, y) => (x[0] as number) - (y[0] as number)));
}

describe('clustering', () => {
  it('gives each component what it gives the component alone', () => {
    fc.assert(
      fc.property(cases, (whole) => {
        const all = clusterPairs(inputOf(whole));
        const parts = componentsOf(whole).map((nodes) => {
          const local = (node: number): number => nodes.indexOf(node);
          const has = (node: number): boolean => nodes.includes(node);
          const alone = clusterPairs(
            inputOf({
              ...whole,
              count: nodes.length,
              edges: whole.edges.filter(([a]) => has(a)).map(([a, b, weight]) => [local(a), local(b), weight]),
              sources: nodes.map((node) => whole.sources[node] as number),
              births: nodes.map((node) => whole.births[node] as number),
              decisions: whole.decisions
                .filter(({ left }) => has(left))
                .map(({ left, right, verdict }) => ({ left: local(left), right: local(right), verdict })),
            }),
          );
          return { nodes, alone };
        });
        const grouped = parts
          .flatMap(({ nodes, alone }) => JSON.parse(sets(alone.clusterOf, nodes)) as number[][])
          .sort((x, y) => (x[0] as number) - (y[0] as number));
        expect(sets(all.clusterOf, [...Array(COUNT).keys()])).toBe(JSON.stringify(grouped));
        const held = parts.flatMap(({ nodes, alone }) =>
          alone.heldBack.map((edge) => ({
            ...edge,
            left: nodes[edge.left] as number,
            right: nodes[edge.right] as number,
          })),
        );
        expect(all.heldBack).toEqual(held.sort((x, y) => y.weight - x.weight || x.left - y.left || x.right - y.right));
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  it('does not depend on the order of edges or decisions', () => {
    fc.assert(
      fc.property(
        cases.chain((one) =>
          fc.record({
            one: fc.constant(one),
            edges: fc.shuffledSubarray([...one.edges], { minLength: one.edges.length }),
            decisions: fc.shuffledSubarray([...one.decisions], { minLength: one.decisions.length }),
          }),
        ),
        ({ one, edges, decisions }) => {
          expect(clusterPairs(inputOf({ ...one, edges, decisions }))).toEqual(clusterPairs(inputOf(one)));
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it('never breaks a guard, keeps every decision that can be kept, and reports each edge that it did not follow', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const input = inputOf({ ...one, decisions: one.decisions.filter(({ verdict }) => verdict !== 'same') });
        const { clusterOf, heldBack } = clusterPairs(input);
        for (let a = 0; a < COUNT; a += 1) {
          for (let b = a + 1; b < COUNT; b += 1) {
            if (clusterOf[a] !== clusterOf[b]) continue;
            expect(one.sources[a] === one.sources[b] && (one.sources[a] as number) >= 0).toBe(false);
            expect(input.isImpossible?.(a, b)).toBe(false);
          }
        }
        for (const { left, right, verdict } of input.decisions ?? []) {
          if (verdict === 'not_the_same') expect(clusterOf[left]).not.toBe(clusterOf[right]);
        }
        const across = one.edges.filter(([a, b, weight]) => weight >= 5 && clusterOf[a] !== clusterOf[b]);
        expect(heldBack.map(({ left, right }) => `${left} ${right}`).sort()).toEqual(
          across.map(([a, b]) => `${a} ${b}`).sort(),
        );
        for (const size of sizesOf(clusterOf)) expect(size).toBeLessThanOrEqual(one.giantSize);
      }),
      { seed: 3, numRuns: 600 },
    );
  });

  it('makes the same clusters in one sweep over thresholds as threshold by threshold', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const input = { ...inputOf({ ...one, giantSize: COUNT }), ties: 'lowest_id' as const };
        clustersAtThresholds({
          ...input,
          thresholds: [5, 9, 7],
          onThreshold: ({ threshold, clusters }, clusterOf) => {
            const alone = clusterPairs({ ...input, threshold });
            expect([...clusterOf]).toEqual([...alone.clusterOf]);
            expect(clusters).toBe(alone.clusters);
          },
        });
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('orderByWeight', () => {
  it('orders many edges as a comparison sort does, with ties, infinities and both zeros', () => {
    let state = 7;
    const draw = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const pairs = 20_000;
    const special = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, 5, 5 + 2 ** -50, -3, -3 - 2 ** -49];
    const weight = Float64Array.from({ length: pairs }, () =>
      draw() < 0.5 ? (special[Math.floor(draw() * special.length)] as number) : draw() * 60 - 30,
    );
    const left = Int32Array.from({ length: pairs }, () => Math.floor(draw() * 100_000));
    const right = Int32Array.from(left, (node) => node + 1 + Math.floor(draw() * 70_000));
    const expected = [...Array(pairs).keys()]
      .filter((edge) => (weight[edge] as number) >= -10)
      .sort((x, y) => {
        const [heavy, light] = [weight[y] as number, weight[x] as number];
        if (heavy !== light) return heavy > light ? 1 : -1;
        return (left[x] as number) - (left[y] as number) || (right[x] as number) - (right[y] as number);
      });
    expect([...orderByWeight({ left, right, weight, pairs }, -10)]).toEqual(expected);
  });
});

describe('findBridges', () => {
  it('finds the edges whose removal parts the graph, and what they cut off', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (edges) => {
        const left = Int32Array.from(edges, ([a]) => a);
        const right = Int32Array.from(edges, ([, b]) => b);
        const cutsOff = findBridges(COUNT, left, right);
        for (const [at, [a, b]] of edges.entries()) {
          const rest = edges.filter((_, other) => other !== at).map(([x, y]) => [x, y, 1] as const);
          const part = componentsOf({ count: COUNT, edges: rest, decisions: [] } as unknown as Case);
          const ofA = part.find((nodes) => nodes.includes(a)) ?? [];
          const ofB = part.find((nodes) => nodes.includes(b)) ?? [];
          expect(cutsOff[at]).toBe(ofA === ofB ? 0 : Math.min(ofA.length, ofB.length));
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('walks a chain of a million nodes', () => {
    const nodes = 1_000_000;
    const left = Int32Array.from({ length: nodes - 1 }, (_, node) => node);
    const right = left.map((node) => node + 1);
    expect(findBridges(nodes, left, right)[nodes / 2 - 1]).toBe(nodes / 2);
  });
});

function sizesOf(clusterOf: Int32Array): Iterable<number> {
  const sizes = new Map<number, number>();
  for (const cluster of clusterOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes.values();
}
