import { describe, expect, it } from 'vitest';
import { evaluateLinkage } from '../evaluate/evaluate-linkage.ts';
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
    const told = reportEvaluation({ evaluation });
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

  it('prefers a sample that a person looked through to what the model says of itself', () => {
    const estimate = { value: 0.9, low: 0.8, high: 0.95 };
    const accuracy = { precision: estimate, recall: estimate, f1: estimate };
    expect(reportEvaluation({ estimated: accuracy }).estimated?.from).toBe('model');
    const clerical = {
      threshold: 4.25,
      precision: estimate,
      recallWithinCandidates: estimate,
      f1: estimate,
      answered: 10,
      unanswered: 0,
      unjudged: [],
    };
    expect(reportEvaluation({ estimated: accuracy, clerical }).estimated?.from).toBe('clerical_sample');
    expect(reportEvaluation({})).toEqual({});
  });
});
