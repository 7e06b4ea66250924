import { describe, expect, it } from 'vitest';
import { linkRecords } from '../link-records.ts';
import { makeRandom } from '../random.ts';
import { RecordSetBuilder } from '../records/build-records.ts';
import { inventedRows } from '../review/link-result.fixture.ts';
import { explainPair, makeExplainer } from './explain-pair.ts';
import { fixtureSpec } from './linkage.fixture.ts';
import { makeRecordScorer } from './score-records.ts';

describe('explaining what the engine linked', () => {
  const builder = new RecordSetBuilder(fixtureSpec);
  const rows = inventedRows(300, makeRandom(5)).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let source = '';
  for (const [name, id, ...cells] of rows) {
    if (name !== source) builder.addSource(name, false);
    source = name;
    builder.add(id, cells);
  }
  const records = builder.build();

  it('gives every kept pair its weight, as the sum of the steps', async () => {
    const { model, pairs, entries } = await linkRecords(records, { seed: 1, threads: 0 });
    expect(pairs.count).toBeGreaterThan(100);
    const explainer = makeExplainer(records, model, makeRecordScorer(records, model));
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const left = entries.firstOf[pairs.left[pair] ?? 0] ?? 0;
      const right = entries.firstOf[pairs.right[pair] ?? 0] ?? 0;
      const { weight, steps } = explainer.explain(left, right);
      expect(weight).toBeCloseTo(pairs.weight[pair] ?? 0, 9);
      // What the number of differences adds is left out where it is too little to see.
      expect(Math.abs((steps.at(-1)?.total ?? 0) - weight)).toBeLessThan(0.05);
      const levels = steps.filter(({ left: value }) => value !== undefined);
      expect(levels).toHaveLength(model.comparisons.length);
    }
    const [left, right] = [entries.firstOf[pairs.left[0] ?? 0] ?? 0, entries.firstOf[pairs.right[0] ?? 0] ?? 0];
    expect(explainPair(records, model, left, right)).toEqual(explainer.explain(left, right));
  });
});
