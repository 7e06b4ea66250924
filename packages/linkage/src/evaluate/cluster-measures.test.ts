import { describe, expect, it } from 'vitest';
import { measureClusters } from './cluster-measures.ts';
import { truthFromColumn, truthFromPairs } from './truth-labels.ts';

function linked(persons: readonly number[]) {
  return { personOf: Int32Array.from(persons), persons: Math.max(...persons) + 1 };
}

function records(mode: 'dedupe' | 'link', sources: readonly number[]) {
  return { mode, sourceOf: Uint16Array.from(sources) };
}

describe('measureClusters', () => {
  // Bagga and Baldwin (1998): truth {1…5}, {6, 7}, {8…12}. The first response joins the second entity to the third, the other
  // joins the two large ones. MUC gives both the same precision of 0.9, B-cubed 16/21 and 7/12.
  const truth = truthFromColumn([...'aaaaabbccccc']);
  const all = new Array<number>(12).fill(0);

  it('gives the published B-cubed figures for a small and for a large wrong merge', () => {
    const small = measureClusters(linked([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]), truth, records('dedupe', all));
    expect(small.bCubed?.precision).toBeCloseTo(16 / 21, 12);
    expect(small.bCubed?.recall).toBe(1);
    const large = measureClusters(linked([0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]), truth, records('dedupe', all));
    expect(large.bCubed?.precision).toBeCloseTo(7 / 12, 12);
    expect(large.bCubed?.recall).toBe(1);
  });

  it('counts pairs by hand', () => {
    const { pairs } = measureClusters(linked([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]), truth, records('dedupe', all));
    expect(pairs).toMatchObject({ truePositives: 21, falsePositives: 10, falseNegatives: 0 });
  });

  it('counts only pairs across sources where sources are only linked', () => {
    const sources = [0, 0, 1, 1];
    const { pairs } = measureClusters(
      linked([0, 0, 0, 1]),
      truthFromColumn(['x', 'x', 'x', 'x']),
      records('link', sources),
    );
    expect(pairs).toMatchObject({ truePositives: 2, falsePositives: 0, falseNegatives: 2 });
  });

  it('leaves out records whose person is not known, and pairs that nobody labelled', () => {
    const partial = truthFromColumn(['x', null, 'x', 'y']);
    const persons = linked([0, 0, 0, 0]);
    const { pairs } = measureClusters(persons, partial, records('dedupe', [0, 0, 0, 0]));
    expect(pairs).toMatchObject({ truePositives: 1, falsePositives: 2, falseNegatives: 0 });
    const labels = truthFromPairs([
      { left: 1, right: 0, isMatch: true },
      { left: 2, right: 3, score: 0.2 },
    ]);
    const few = measureClusters(persons, labels, records('dedupe', [0, 0, 0, 0]));
    expect(few.pairs).toMatchObject({ truePositives: 1, falsePositives: 1, falseNegatives: 0 });
    expect(few.bCubed).toBeNull();
  });
});
