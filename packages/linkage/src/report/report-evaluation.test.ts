import { describe, expect, it } from 'vitest';
import { evaluateLinkage } from '../evaluate/evaluate-linkage.ts';
import { expectAccuracy } from '../evaluate/expect-accuracy.ts';
import { estimateFromLabels, sampleToLabel } from '../evaluate/sample-to-label.ts';
import { weightOf } from '../model.ts';
import { renderLinkageReport } from './render-linkage-report.ts';
import { reportEvaluation } from './report-evaluation.ts';
import { reportFixture } from './report-input.fixture.ts';

describe('telling an evaluation in the report', () => {
  const input = reportFixture();
  const { records } = input.result;
  const persons = new Map<string, number>();
  const personOf = Int32Array.from({ length: records.size }, (_, record) => {
    const name = records.idOf(record).split('-')[0] ?? '';
    persons.set(name, persons.get(name) ?? persons.size);
    return persons.get(name) ?? 0;
  });
  const evaluation = evaluateLinkage(
    input.result,
    { kind: 'persons', personOf, persons: persons.size, labelled: records.size },
    { groupings: { source: (record) => records.sources[records.sourceOf[record] ?? 0]?.name ?? null }, examples: 2 },
  );

  it('carries every part over', () => {
    const told = reportEvaluation({ match: weightOf(0.95), evaluation });
    expect(told.measured?.pairs.precision.value).toBe(evaluation.clusters.pairs.precision);
    expect(told.measured?.edges?.f1.value).toBe(evaluation.edges.at[2]?.f1);
    expect(told.subgroups?.map(({ group }) => group)).toEqual(['asylum', 'border', 'permits']);
    expect(told.thresholds?.rows).toHaveLength(4);
    const missed = Object.values(told.missedBy ?? {}).reduce((sum, pairs) => sum + pairs, 0);
    expect(missed).toBe(evaluation.clusters.pairs.falseNegatives);
    const page = renderLinkageReport({ ...input, evaluation: told }).replace(/<style>[\s\S]*?<\/style>/, '');
    expect(page).toContain('Why pairs were missed');
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('tells a sample that a person looked through before what the model expects of itself', () => {
    const expected = expectAccuracy(input.result);
    const told = reportEvaluation({ match: input.result.model.thresholds.match, expected });
    expect(told.estimated?.from).toBe('model');
    const { match } = input.result.model.thresholds;
    expect(told.thresholds?.rows.some(({ threshold }) => Math.abs(threshold - match) < 1e-6)).toBe(true);
    const sampled = sampleToLabel(input.result, { size: 60 });
    const rows = sampled.pairs.map(({ left, right, stratum }) => ({
      left: input.result.entries.firstOf[left] ?? 0,
      right: input.result.entries.firstOf[right] ?? 0,
      isMatch: (sampled.strata[stratum]?.from ?? 0) > 3,
      stratumPairs: sampled.strata[stratum]?.pairs ?? 0,
    }));
    const sample = estimateFromLabels(input.result, rows, 'to-label.csv');
    const both = reportEvaluation({ match: 4.25, expected, sample });
    expect(both.estimated?.from).toBe('clerical_sample');
    expect(both.thresholds?.are).toBe('sampled');
    const page = renderLinkageReport({ ...input, evaluation: both, toLabel: { file: 'to-label.csv', pairs: 60 } });
    expect(page).toContain('Estimated from pairs that a person judged');
    expect(page.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/NaN|undefined/);
    expect(reportEvaluation({ match: 4.25 })).toEqual({});
  });
});
