import { describe, expect, it } from 'vitest';
import type { ClusterInput } from './cluster-pairs.ts';
import { clusterPairs } from './cluster-pairs.ts';

type Edge = readonly [left: number, right: number, weight: number];

function cluster(count: number, edges: readonly Edge[], more: Partial<ClusterInput> = {}) {
  return clusterPairs({
    count,
    left: Int32Array.from(edges, ([left]) => left),
    right: Int32Array.from(edges, ([, right]) => right),
    weight: Float64Array.from(edges, ([, , weight]) => weight),
    pairs: edges.length,
    threshold: 5,
    ...more,
  });
}

describe('clusterPairs', () => {
  it('joins what edges at or above the threshold connect, and numbers clusters by their first node', () => {
    const { clusterOf, clusters, heldBack } = cluster(6, [
      [1, 3, 5],
      [3, 5, 9],
      [0, 2, 4.99],
      [2, 4, Number.NaN],
    ]);
    expect([...clusterOf]).toEqual([0, 1, 2, 1, 3, 1]);
    expect(clusters).toBe(4);
    expect(heldBack).toEqual([]);
  });

  it('does not put two records of a source without doubles into one person, by whatever path', () => {
    const { clusterOf, heldBack } = cluster(
      4,
      [
        [0, 1, 20],
        [2, 3, 18],
        [1, 2, 10],
      ],
      { uniqueSourceOf: Int32Array.of(7, -1, -1, 7) },
    );
    expect([...clusterOf]).toEqual([0, 0, 1, 1]);
    expect(heldBack).toEqual([{ left: 1, right: 2, weight: 10, guard: 'twice_in_source' }]);
  });

  it('keeps apart by a clash of two members, not only of the two ends', () => {
    const { clusterOf, heldBack } = cluster(
      4,
      [
        [0, 1, 20],
        [2, 3, 18],
        [1, 2, 10],
      ],
      { isImpossible: (a, b) => a + b === 3 && Math.abs(a - b) === 3 },
    );
    expect([...clusterOf]).toEqual([0, 0, 1, 1]);
    expect(heldBack).toEqual([{ left: 1, right: 2, weight: 10, guard: 'impossible' }]);
  });

  it('names the better candidate where linking is one to one, and drops ties when told to', () => {
    const sources = Int32Array.of(0, 1, 1);
    const edges: Edge[] = [
      [0, 1, 9],
      [0, 2, 9],
    ];
    const lowest = cluster(3, edges, { uniqueSourceOf: sources, oneToOne: true });
    expect([...lowest.clusterOf]).toEqual([0, 0, 1]);
    expect(lowest.heldBack).toEqual([{ left: 0, right: 2, weight: 9, guard: 'better_candidate' }]);
    const dropped = cluster(3, edges, { uniqueSourceOf: sources, oneToOne: true, ties: 'drop' });
    expect([...dropped.clusterOf]).toEqual([0, 1, 2]);
    expect(dropped.heldBack.map(({ guard }) => guard)).toEqual(['better_candidate', 'better_candidate']);
  });

  it('follows a reviewer before all guards, and never what a reviewer denied', () => {
    const { clusterOf, heldBack, conflicts } = cluster(
      5,
      [
        [0, 1, 30],
        [1, 2, 20],
        [2, 3, 10],
      ],
      {
        uniqueSourceOf: Int32Array.of(-1, -1, -1, 0, 0),
        decisions: [
          { left: 4, right: 3, verdict: 'same' },
          { left: 2, right: 0, verdict: 'not_the_same' },
        ],
      },
    );
    expect([...clusterOf]).toEqual([0, 0, 1, 1, 1]);
    expect(heldBack).toEqual([{ left: 1, right: 2, weight: 20, guard: 'reviewer' }]);
    expect(conflicts).toEqual([]);
  });

  it('reports decisions that cannot all hold and gives up the "same" with the least evidence', () => {
    const { clusterOf, conflicts } = cluster(3, [[0, 1, 30]], {
      decisions: [
        { left: 1, right: 2, verdict: 'same' },
        { left: 0, right: 1, verdict: 'same' },
        { left: 0, right: 2, verdict: 'not_the_same' },
      ],
    });
    expect([...clusterOf]).toEqual([0, 0, 1]);
    expect(conflicts).toEqual([{ left: 1, right: 2, verdict: 'same', against: { left: 0, right: 2 } }]);
  });

  it('does not follow an unsure pair by itself, but lets another path', () => {
    const decisions = [{ left: 0, right: 1, verdict: 'unsure' }] as const;
    const alone = cluster(3, [[0, 1, 30]], { decisions });
    expect([...alone.clusterOf]).toEqual([0, 1, 2]);
    expect(alone.heldBack).toEqual([{ left: 0, right: 1, weight: 30, guard: 'reviewer' }]);
    const around = cluster(
      3,
      [
        [0, 1, 30],
        [0, 2, 9],
        [1, 2, 9],
      ],
      { decisions },
    );
    expect([...around.clusterOf]).toEqual([0, 0, 0]);
    expect(around.heldBack).toEqual([]);
  });

  it('counts the newest decision on a pair', () => {
    const { clusterOf } = cluster(2, [[0, 1, 30]], {
      decisions: [
        { left: 0, right: 1, verdict: 'not_the_same' },
        { left: 1, right: 0, verdict: 'same' },
      ],
    });
    expect([...clusterOf]).toEqual([0, 0]);
  });

  it('keeps what a reviewer denied when the denied one joins a larger cluster', () => {
    const { clusterOf, heldBack } = cluster(
      5,
      [
        [1, 2, 30],
        [2, 3, 29],
        [0, 1, 20],
        [3, 4, 10],
      ],
      { decisions: [{ left: 0, right: 4, verdict: 'not_the_same' }] },
    );
    expect([...clusterOf]).toEqual([0, 0, 0, 0, 1]);
    expect(heldBack).toEqual([{ left: 3, right: 4, weight: 10, guard: 'reviewer' }]);
  });

  it('lets no piece of a giant grow by an edge lighter than the one that was cut', () => {
    const chain: Edge[] = [
      [0, 1, 17],
      [1, 2, 9],
      [2, 3, 18],
      [3, 4, 10],
      [4, 5, 19],
      [5, 6, 20],
    ];
    expect([...cluster(7, chain, { giantSize: 4 }).clusterOf]).toEqual([0, 0, 1, 1, 2, 2, 2]);
    const mirrored = chain.map(([a, b, weight]): Edge => [6 - b, 6 - a, weight]);
    expect([...cluster(7, mirrored, { giantSize: 4 }).clusterOf]).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it('refuses an edge to a node that is not there', () => {
    expect(() => cluster(2, [[0, 2, 9]])).toThrow(RangeError);
  });

  it('cuts a giant at its weakest bridge and leaves single records on it', () => {
    // Two triangles joined by a bridge, with a single record hanging on the first by a weaker edge.
    const { clusterOf, heldBack } = cluster(
      7,
      [
        [0, 1, 20],
        [1, 2, 20],
        [0, 2, 20],
        [3, 4, 20],
        [4, 5, 20],
        [3, 5, 20],
        [2, 3, 8],
        [0, 6, 7],
      ],
      { giantSize: 4 },
    );
    expect([...clusterOf]).toEqual([0, 0, 0, 1, 1, 1, 0]);
    expect(heldBack).toEqual([{ left: 2, right: 3, weight: 8, guard: 'giant' }]);
  });

  it('raises the threshold within a giant that has no bridge, and keeps what a reviewer said', () => {
    // A ring: the two lightest edges part it.
    const ring: Edge[] = [
      [0, 1, 20],
      [1, 2, 8],
      [2, 3, 20],
      [0, 3, 9],
    ];
    const cut = cluster(4, ring, { giantSize: 3 });
    expect([...cut.clusterOf]).toEqual([0, 0, 1, 1]);
    expect(cut.heldBack.map(({ weight, guard }) => [weight, guard])).toEqual([
      [9, 'giant'],
      [8, 'giant'],
    ]);
    const kept = cluster(4, ring, { giantSize: 3, decisions: [{ left: 0, right: 3, verdict: 'same' }] });
    expect(kept.clusterOf[0]).toBe(kept.clusterOf[3]);
  });
});

describe('evidence of whole clusters', () => {
  it('lets a likeness of one poorly written record join no two persons who differ in what both state', () => {
    // 0, 1, 2 are one person, 3 and 4 another; 2 states hardly anything.
    const personOf = [0, 0, 0, 1, 1];
    const evidence = {
      prior: -10,
      parts: 2,
      of: (a: number, b: number) =>
        Float64Array.of(12, a === 2 || b === 2 ? Number.NaN : personOf[a] === personOf[b] ? 8 : -8),
    };
    const edges: Edge[] = [
      [0, 1, 20],
      [3, 4, 20],
      [1, 2, 8],
      [2, 3, 7],
    ];
    expect(cluster(5, edges).clusters).toBe(1);
    const { clusterOf, heldBack } = cluster(5, edges, { evidence });
    expect([...clusterOf]).toEqual([0, 0, 0, 1, 1]);
    expect(heldBack).toEqual([{ left: 2, right: 3, weight: 7, guard: 'impossible' }]);
  });

  it('lets one slip among many records keep no person in two', () => {
    const isSlip = (a: number, b: number) => Math.min(a, b) === 0 && Math.max(a, b) === 5;
    const evidence = {
      prior: -10,
      parts: 2,
      of: (a: number, b: number) => Float64Array.of(12, isSlip(a, b) ? -15 : 8),
    };
    const members = [0, 1, 2, 3, 4, 5];
    const edges = members.flatMap((a) => members.filter((b) => b > a && !isSlip(a, b)).map((b): Edge => [a, b, 10]));
    expect(cluster(6, edges, { evidence }).clusters).toBe(1);
  });
});
