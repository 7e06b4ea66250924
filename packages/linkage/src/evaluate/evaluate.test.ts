import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPairs } from '../cluster/cluster-pairs.ts';
import { measureClusters } from './cluster-measures.ts';
import { drawCurves } from './curves.ts';
import { findErrorExamples } from './error-examples.ts';
import type { Linked } from './pair-counts.ts';
import { judgePairs } from './pair-counts.ts';
import { measureEdges } from './pair-measures.ts';
import type { LinkageDraft } from './testing-linkage.ts';
import { draftLinkage } from './testing-linkage.ts';
import type { PersonTruth } from './truth-labels.ts';
import { truthFromColumn, truthFromPairs } from './truth-labels.ts';

const RECORDS = 14;
const drafts: fc.Arbitrary<{ draft: LinkageDraft; truth: PersonTruth }> = fc
  .record({
    mode: fc.constantFrom('dedupe' as const, 'link' as const, 'link_and_dedupe' as const),
    sources: fc.array(fc.nat(2), { minLength: RECORDS, maxLength: RECORDS }),
    names: fc.array(fc.nat(7), { minLength: RECORDS, maxLength: RECORDS }),
    persons: fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null, freq: 6 }), {
      minLength: RECORDS,
      maxLength: RECORDS,
    }),
    weights: fc.array(fc.option(fc.integer({ min: -8, max: 20 }), { nil: null }), { minLength: 28, maxLength: 28 }),
  })
  .map(({ mode, sources, names, persons, weights }) => {
    const numbers = [...new Set(names)];
    const entryOf = names.map((name) => numbers.indexOf(name));
    const pairs: [number, number, number][] = [];
    for (let a = 0; a < numbers.length; a += 1) {
      for (let b = a + 1; b < numbers.length; b += 1) {
        const weight = weights[pairs.length + a] ?? null;
        if (weight !== null) pairs.push([a, b, weight]);
      }
    }
    return { draft: { mode, sources, entryOf, pairs }, truth: truthFromColumn(persons) };
  });

/** All pairs of records that could be linked and whose truth is known. */
function* knownPairs({ records }: Linked, { personOf }: PersonTruth): Generator<[number, number, boolean]> {
  for (let x = 0; x < records.size; x += 1) {
    for (let y = x + 1; y < records.size; y += 1) {
      if (personOf[x] === -1 || personOf[y] === -1) continue;
      if (records.mode === 'link' && records.sourceOf[x] === records.sourceOf[y]) continue;
      yield [x, y, personOf[x] === personOf[y]];
    }
  }
}

/** Persons of a linkage: clusters of entries, taken to their records. */
function cluster({ records, entries, pairs }: Linked, threshold: number) {
  const { clusterOf, clusters, heldBack } = clusterPairs({
    ...pairs,
    count: entries.count,
    pairs: pairs.count,
    threshold,
  });
  const personOf = Int32Array.from(
    { length: records.size },
    (_, record) => clusterOf[entries.entryOf[record] as number] as number,
  );
  return { personOf, persons: clusters, heldBack };
}

describe('judgePairs and measureEdges', () => {
  it('count what looking at every pair of records counts', () => {
    fc.assert(
      fc.property(drafts, ({ draft, truth }) => {
        const linked = draftLinkage(draft);
        const judged = judgePairs(linked, truth);
        const weightOf = (x: number, y: number): number => {
          const [a, b] = [linked.entries.entryOf[x] as number, linked.entries.entryOf[y] as number];
          if (a === b) return 30;
          return draft.pairs.find(([left, right]) => left === Math.min(a, b) && right === Math.max(a, b))?.[2] ?? -999;
        };
        const known = [...knownPairs(linked, truth)];
        expect(judged.allPairs).toBe(known.length);
        expect(judged.allTrue).toBe(known.filter(([, , isSame]) => isSame).length);
        const edges = measureEdges(judged);
        for (const at of edges.at) {
          const linkedPairs = known.filter(([x, y]) => weightOf(x, y) >= at.threshold);
          const hits = linkedPairs.filter(([, , isSame]) => isSame).length;
          expect([at.truePositives, at.falsePositives, at.falseNegatives]).toEqual([
            hits,
            linkedPairs.length - hits,
            judged.allTrue - hits,
          ]);
          if (judged.allTrue > 0) expect(edges.best.f1).toBeGreaterThanOrEqual(at.f1);
        }
        const proposed = known.filter(([x, y, isSame]) => isSame && weightOf(x, y) > -999).length;
        if (judged.allTrue > 0) expect(edges.blockingRecall).toBeCloseTo(proposed / judged.allTrue, 12);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('say the same of all pairs labelled one by one', () => {
    fc.assert(
      fc.property(drafts, ({ draft, truth }) => {
        const linked = draftLinkage(draft);
        const labels = truthFromPairs(
          [...knownPairs(linked, truth)].map(([right, left, isMatch]) => ({ left, right, isMatch })),
        );
        const { left, right, ...rest } = judgePairs(linked, labels);
        expect(rest).toEqual({
          ...judgePairs(linked, truth),
          left: undefined,
          right: undefined,
          kind: undefined,
          ...rest,
        });
        expect(measureEdges(judgePairs(linked, labels))).toEqual(measureEdges(judgePairs(linked, truth)));
        const clusters = cluster(linked, 4);
        expect(measureClusters(clusters, labels, linked.records).pairs).toEqual(
          measureClusters(clusters, truth, linked.records).pairs,
        );
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('measureClusters', () => {
  it('counts what looking at every pair of records counts', () => {
    fc.assert(
      fc.property(drafts, ({ draft, truth }) => {
        const linked = draftLinkage(draft);
        const clusters = cluster(linked, 4);
        const known = [...knownPairs(linked, truth)];
        const together = known.filter(([x, y]) => clusters.personOf[x] === clusters.personOf[y]);
        const hits = together.filter(([, , isSame]) => isSame).length;
        const { pairs, intervals, bCubed } = measureClusters(clusters, truth, linked.records);
        expect(pairs.truePositives).toBe(hits);
        expect(pairs.falsePositives).toBe(together.length - hits);
        expect(pairs.falseNegatives).toBe(known.filter(([, , isSame]) => isSame).length - hits);
        for (const measure of ['precision', 'recall', 'f1'] as const) {
          const { value, low, high } = intervals[measure];
          expect(value).toBeCloseTo(pairs[measure], 12);
          if (!Number.isNaN(value)) expect(low <= value + 1e-12 && value <= high + 1e-12).toBe(true);
        }
        const records = [...truth.personOf.keys()].filter((record) => truth.personOf[record] !== -1);
        const mean = (shareOf: (record: number) => number): number =>
          records.reduce((sum, record) => sum + shareOf(record), 0) / records.length;
        const both = (x: number) =>
          records.filter(
            (y) => clusters.personOf[x] === clusters.personOf[y] && truth.personOf[x] === truth.personOf[y],
          ).length;
        expect(bCubed?.precision).toBeCloseTo(
          mean((x) => both(x) / records.filter((y) => clusters.personOf[x] === clusters.personOf[y]).length),
          12,
        );
        expect(bCubed?.recall).toBeCloseTo(
          mean((x) => both(x) / records.filter((y) => truth.personOf[x] === truth.personOf[y]).length),
          12,
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('drawCurves', () => {
  it('gives the area that comparing every true with every false pair gives', () => {
    fc.assert(
      fc.property(drafts, ({ draft, truth }) => {
        const judged = judgePairs(draftLinkage(draft), truth);
        const scores: { weight: number; isTrue: boolean }[] = [];
        const add = (weight: number, truePairs: number, falsePairs: number): void => {
          for (let i = 0; i < truePairs; i += 1) scores.push({ weight, isTrue: true });
          for (let i = 0; i < falsePairs; i += 1) scores.push({ weight, isTrue: false });
        };
        let [hits, misses] = [0, 0];
        for (let pair = 0; pair < judged.count; pair += 1) {
          add(judged.weight[pair] as number, judged.truePairs[pair] as number, judged.falsePairs[pair] as number);
          hits += judged.truePairs[pair] as number;
          misses += judged.falsePairs[pair] as number;
        }
        add(Number.NEGATIVE_INFINITY, judged.allTrue - hits, judged.allPairs - judged.allTrue - misses);
        const [right, wrong] = [scores.filter(({ isTrue }) => isTrue), scores.filter(({ isTrue }) => !isTrue)];
        fc.pre(right.length > 0 && wrong.length > 0);
        let wins = 0;
        for (const x of right) for (const y of wrong) wins += x.weight > y.weight ? 1 : x.weight === y.weight ? 0.5 : 0;
        expect(drawCurves(judged).auc).toBeCloseTo(wins / right.length / wrong.length, 10);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('is thinned for drawing without moving the areas', () => {
    const pairs = Array.from({ length: 900 }, (_, at) => [0, at + 1, at / 7] as const);
    const linked = draftLinkage({
      mode: 'dedupe',
      sources: Array(901).fill(0),
      entryOf: [...Array(901).keys()],
      pairs,
    });
    const judged = judgePairs(
      linked,
      truthFromColumn(Array.from({ length: 901 }, (_, at) => (at === 0 || (at * at) % 900 > 450 ? 'a' : `b${at}`))),
    );
    const [few, all] = [drawCurves(judged, 50), drawCurves(judged, 10_000)];
    expect(few.points.length).toBeLessThanOrEqual(50);
    expect(all.points.length).toBe(900);
    expect(few.auc).toBe(all.auc);
    expect(few.averagePrecision).toBe(all.averagePrecision);
    expect(few.points.at(-1)).toEqual(all.points.at(-1));
  });
});

describe('findErrorExamples', () => {
  it('gives every missed pair one reason', () => {
    fc.assert(
      fc.property(drafts, ({ draft, truth }) => {
        const linked = draftLinkage(draft);
        const clusters = cluster(linked, 4);
        const { missedBy, misses, falseMerges } = findErrorExamples({
          linked,
          judged: judgePairs(linked, truth),
          clusters,
          truth,
          threshold: 4,
        });
        const { falseNegatives } = measureClusters(clusters, truth, linked.records).pairs;
        expect(missedBy.not_proposed + missedBy.below_threshold + missedBy.held_back).toBe(falseNegatives);
        for (const { left, right } of misses) {
          expect(truth.personOf[left]).toBe(truth.personOf[right]);
          expect(clusters.personOf[left]).not.toBe(clusters.personOf[right]);
        }
        for (const { left, right } of falseMerges) {
          expect(truth.personOf[left]).not.toBe(truth.personOf[right]);
          expect(clusters.personOf[left]).toBe(clusters.personOf[right]);
        }
        expect(misses.some(({ reason }) => reason === 'not_proposed')).toBe(missedBy.not_proposed > 0);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('shows the heaviest false edge first, and names the guard that held a true one back', () => {
    const linked = draftLinkage({
      mode: 'dedupe',
      sources: [0, 0, 0, 0, 0],
      entryOf: [0, 1, 2, 3, 4],
      pairs: [
        [0, 1, 9],
        [1, 2, 12],
        [2, 3, 8],
        [3, 4, 2],
      ],
    });
    const truth = truthFromColumn(['x', 'y', 'z', 'z', 'z']);
    const clusters = {
      personOf: Int32Array.of(0, 0, 0, 1, 2),
      persons: 3,
      heldBack: [{ left: 2, right: 3, weight: 8, guard: 'impossible' as const }],
    };
    const found = findErrorExamples({ linked, judged: judgePairs(linked, truth), clusters, truth, threshold: 4 });
    expect(found.falseMerges).toEqual([
      { left: 1, right: 2, weight: 12 },
      { left: 0, right: 1, weight: 9 },
    ]);
    expect(found.misses).toEqual([
      { left: 2, right: 4, weight: null, reason: 'not_proposed', guard: null },
      { left: 3, right: 4, weight: 2, reason: 'below_threshold', guard: null },
      { left: 2, right: 3, weight: 8, reason: 'held_back', guard: 'impossible' },
    ]);
  });
});
