import { describe, expect, it } from 'vitest';
import { probabilityOf, weightOf } from '../model.ts';
import { makeRandom } from '../random.ts';
import { estimateFromSample } from './clerical-estimate.ts';
import { drawClericalSample } from './clerical-sample.ts';

/** Scored pairs whose truth follows their weight, off by `bits`: a model surer of itself than it should be. */
function madePairs(count: number, bits: number) {
  const random = makeRandom(11);
  const weight = Float64Array.from({ length: count }, () => (random() < 0.7 ? -10 + 10 * random() : 2 + 16 * random()));
  const isMatch = Uint8Array.from(weight, (one) => (random() < probabilityOf(one - bits) ? 1 : 0));
  const left = Int32Array.from(weight.keys());
  return { pairs: { count, left, right: left.map((node) => node + 1), weight }, isMatch };
}

describe('a clerical sample', () => {
  const threshold = weightOf(0.95);
  const { pairs, isMatch } = madePairs(60_000, 1.5);
  let [hits, linked, matches] = [0, 0, 0];
  for (let pair = 0; pair < pairs.count; pair += 1) {
    matches += isMatch[pair] as number;
    if ((pairs.weight[pair] as number) < threshold) continue;
    linked += 1;
    hits += isMatch[pair] as number;
  }
  const truth = {
    precision: hits / linked,
    recallWithinCandidates: hits / matches,
    f1: (2 * hits) / (linked + matches),
  };

  it('has the size asked for, looks hardest where doubt is greatest, and is the same for the same seed', () => {
    const sample = drawClericalSample(pairs, { size: 400, seed: 3 });
    expect(sample.pairs).toHaveLength(400);
    expect(sample.strata.reduce((sum, { sampled }) => sum + sampled, 0)).toBe(400);
    for (const { sampled, pairs: all } of sample.strata) expect(sampled).toBeGreaterThanOrEqual(Math.min(10, all));
    const rateOf = (from: number): number => {
      const stratum = sample.strata.find((one) => one.from >= from);
      return (stratum?.sampled ?? 0) / (stratum?.pairs ?? 1);
    };
    expect(rateOf(weightOf(0.5) - 1e-9)).toBeGreaterThan(2 * rateOf(14));
    expect(drawClericalSample(pairs, { size: 400, seed: 3 })).toEqual(sample);
    expect(drawClericalSample(pairs, { size: 400, seed: 4 })).not.toEqual(sample);
  });

  it('takes all there is where there is less than asked for', () => {
    const few = { ...pairs, count: 30 };
    const sample = drawClericalSample(few, { size: 100, seed: 1 });
    const answers = sample.pairs.map(({ pair }) => ({ pair, isMatch: isMatch[pair] === 1 }));
    const { precision, answered } = estimateFromSample(sample, answers, { threshold });
    expect(answered).toBe(30);
    // Everything was looked at: nothing is left to estimate.
    expect(precision.high - precision.low).toBe(0);
  });

  it('gives intervals that hold the truth in 90 to 99 of a hundred samples', () => {
    const held = { precision: 0, recallWithinCandidates: 0, f1: 0 };
    const errors = { precision: 0, recallWithinCandidates: 0, f1: 0 };
    const samples = 200;
    for (let seed = 1; seed <= samples; seed += 1) {
      const sample = drawClericalSample(pairs, { size: 500, seed });
      const answers = sample.pairs.map(({ pair }) => ({ pair, isMatch: isMatch[pair] === 1 }));
      const estimate = estimateFromSample(sample, answers, { threshold });
      for (const measure of ['precision', 'recallWithinCandidates', 'f1'] as const) {
        const { value, low, high } = estimate[measure];
        if (low <= truth[measure] && truth[measure] <= high) held[measure] += 1;
        errors[measure] += (value - truth[measure]) / samples;
      }
    }
    for (const measure of ['precision', 'recallWithinCandidates', 'f1'] as const) {
      expect.soft(held[measure] / samples, measure).toBeGreaterThanOrEqual(0.9);
      expect.soft(held[measure] / samples, measure).toBeLessThanOrEqual(0.99);
      // The estimate itself is not off to one side.
      expect.soft(Math.abs(errors[measure]), measure).toBeLessThan(0.01);
    }
  });

  it('gives a sample without any error the interval that it deserves', () => {
    const sample = drawClericalSample({ ...pairs, weight: pairs.weight.map(() => 20) }, { size: 100, seed: 1 });
    const answers = sample.pairs.map(({ pair }) => ({ pair, isMatch: true }));
    const { low, high } = estimateFromSample(sample, answers, { threshold }).precision;
    // Wilson for 100 of 100: 0.963 to 1.
    expect(low).toBeCloseTo(0.963, 2);
    expect(high).toBe(1);
  });

  it('leaves out what a reviewer was unsure of, and says which bands nobody judged', () => {
    const sample = drawClericalSample(pairs, { size: 200, seed: 5, strata: [-10, threshold] });
    const answers = sample.pairs.map(({ pair, stratum }) => ({
      pair,
      isMatch: stratum === 0 ? null : isMatch[pair] === 1,
    }));
    const estimate = estimateFromSample(sample, answers, { threshold });
    expect(estimate.unanswered).toBe(sample.strata[0]?.sampled);
    expect(estimate.unjudged.map(({ from }) => from)).toEqual([-10]);
    expect(estimate.recallWithinCandidates.high - estimate.recallWithinCandidates.low).toBeGreaterThan(0.3);
    expect(() => estimateFromSample(sample, answers, { threshold: 3 })).toThrow(RangeError);
  });
});
