import { describe, expect, it } from 'vitest';
import { weightOf } from '../model.ts';
import { chooseThreshold } from './choose-threshold.ts';
import { describeClusters } from './describe-clusters.ts';

describe('chooseThreshold', () => {
  const weight = Float64Array.from([0.999, 0.98, 0.6, 0.2], weightOf);

  it('adds up what the probabilities say', () => {
    const { rows, expectedTrue } = chooseThreshold({
      weight,
      pairs: 4,
      prior: 0.04,
      possiblePairs: 100,
      probabilities: [0.5, 0.95],
    });
    expect(expectedTrue.all).toBe(4);
    expect(expectedTrue.proposed).toBeCloseTo(2.779, 9);
    expect(rows[0]).toMatchObject({ pairs: 3, measured: null });
    expect(rows[0]?.expected.precision).toBeCloseTo(2.579 / 3, 9);
    expect(rows[0]?.expected.missedLinks).toBeCloseTo(0.2, 9);
    expect(rows[1]?.expected.recall).toBeCloseTo(1.979 / 4, 9);
    expect(rows[1]?.expected.recallWithinCandidates).toBeCloseTo(1.979 / 2.779, 9);
    expect(rows[1]?.expected.f1).toBeCloseTo((2 * 1.979) / (2 + 4), 9);
  });

  it('suggests the best F1 that keeps the precision asked for, and goes by the truth where there is some', () => {
    const input = { weight, pairs: 4, prior: 0.03, possiblePairs: 100 };
    expect(chooseThreshold({ ...input, leastPrecision: 0.98 }).suggested.probability).toBeCloseTo(0.75, 9);
    expect(chooseThreshold({ ...input, leastPrecision: 0.8 }).suggested.probability).toBeCloseTo(0.5, 9);
    const truth = { truePairs: Float64Array.of(1, 0, 0, 1), falsePairs: Float64Array.of(0, 1, 1, 0), allTrue: 2 };
    const { suggested } = chooseThreshold({ ...input, truth });
    expect(suggested.probability).toBeCloseTo(0.99, 9);
    expect(suggested.measured).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });

  it('suggests something where there is no pair at all', () => {
    const { suggested } = chooseThreshold({ weight: new Float64Array(0), pairs: 0, prior: 0.01, possiblePairs: 10 });
    expect(suggested.pairs).toBe(0);
  });
});

describe('describeClusters', () => {
  it('tells sizes, density and bridges', () => {
    // A triangle with a tail, a pair, a single.
    const quality = describeClusters(
      {
        left: Int32Array.of(0, 0, 1, 2, 4),
        right: Int32Array.of(1, 2, 2, 3, 5),
        weight: Float64Array.of(9, 9, 9, 6, 9),
        pairs: 5,
        threshold: 5,
      },
      { clusterOf: Int32Array.of(0, 0, 0, 0, 1, 1, 2), clusters: 3 },
    );
    expect(quality.sizes).toEqual([
      { size: 1, clusters: 1 },
      { size: 2, clusters: 1 },
      { size: 4, clusters: 1 },
    ]);
    expect(quality.density).toBeCloseTo(4 / 6, 12);
    expect(quality).toMatchObject({ bridges: 1, edges: 5 });
    expect(quality.suspects).toEqual([{ cluster: 0, size: 4, edges: 4, density: 4 / 6, bridges: 1, weakest: 6 }]);
  });
});
