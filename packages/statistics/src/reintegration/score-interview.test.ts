import { commonClassifications, commonDeclarations, hasCode } from '@leeto/registers';
import { expect, test } from 'vitest';
import { interimScoring } from './score-configuration.ts';
import { scoreInterview } from './score-interview.ts';

const best = Object.fromEntries(
  interimScoring.questions.map(({ question, scores }) => {
    const [answer] = Object.entries(scores).toSorted(([, a], [, b]) => b - a)[0] ?? [''];
    return [question, answer];
  }),
);

test('the best answers give 1 in each dimension and together, the worst give 0', () => {
  expect(scoreInterview(best, interimScoring)).toEqual({ economic: 1, social: 1, psychosocial: 1, composite: 1 });
  const worst = Object.fromEntries(
    interimScoring.questions.map(({ question, scores }) => [
      question,
      Object.entries(scores).toSorted(([, a], [, b]) => a - b)[0]?.[0] ?? '',
    ]),
  );
  expect(scoreInterview(worst, interimScoring)).toEqual({ economic: 0, social: 0, psychosocial: 0, composite: 0 });
});

test('the economic score is the mean of its nine answers', () => {
  const answers = {
    ...best,
    q01: 'ok',
    q02: 'never',
    q03: 'yes',
    q04: 'rarely',
    q05: 'spending',
    q06: 'fair',
    q07: 'yes',
    q08: 'no',
    q09: 'no',
  };
  expect(scoreInterview(answers, interimScoring).economic).toBeCloseTo(0.6944, 4);
});

test('an answer declined is left out and the others weigh more; below seven in ten there is no score', () => {
  const { q01: _one, q02: _two, ...seven } = best;
  expect(scoreInterview({ ...seven, q03: '_U' }, interimScoring).economic).toBeNull();
  const eight = scoreInterview({ ...seven, q03: 'no' }, interimScoring);
  expect(eight.economic).toBeCloseTo(6 / 7);
  expect(scoreInterview(seven, interimScoring).composite).toBe(1);
  expect(scoreInterview({ ...seven, q03: null, q04: null }, interimScoring).composite).toBeNull();
});

test('every answer that is scored is one that the register accepts', () => {
  const fields = commonDeclarations.find(({ id }) => id === 'reintegration_interview')?.fields ?? [];
  const unknown = interimScoring.questions.flatMap(({ question, scores }) => {
    const scale = fields.find(({ name }) => name === question)?.classification;
    const codes = commonClassifications.find(({ id }) => id === scale);
    return Object.keys(scores)
      .filter((answer) => codes === undefined || !hasCode(codes, answer))
      .map((answer) => `${question}: ${answer}`);
  });
  expect(unknown).toEqual([]);
  expect(interimScoring.questions).toHaveLength(29);
});
