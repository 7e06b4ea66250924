import { cubeSteps } from '../cube.ts';
import { countOf, dimension } from '../dimensions.ts';
import { defineMeasure } from '../measure.ts';
import { interimScoring } from '../reintegration/score-configuration.ts';
import { PROTECTED } from '../sensitivity.ts';
import { inPeriod } from '../steps/crossings.ts';

const { dimensions: weights, questions, leastAnswered } = interimScoring;
const answers = questions.flatMap(({ question, dimension: of, scores, weight }) =>
  Object.entries(scores).map(([answer, score]) => `('${question}', '${of}', '${answer}', ${score}, ${weight})`),
);
const asked = Object.entries(weights).map(([name, weight]) => {
  const total = questions.filter((question) => question.dimension === name).reduce((sum, { weight: w }) => sum + w, 0);
  return `('${name}', ${total}, ${weight})`;
});

/** Scores of the reintegration sustainability survey. */
export const reintegrationScores = defineMeasure({
  id: 'reintegration_scores',
  title: { en: 'Reintegration sustainability scores' },
  definition: {
    en: 'Mean score from 0 to 1 of interviewed returnees in the economic, social and psychosocial dimension and together, by type of return, sex and year of the interview. A score needs seven in ten answers of its dimension.',
  },
  clause: 'IOM Reintegration Handbook, annex 4 (reintegration sustainability survey); weights unofficial',
  needs: ['reintegration_interview'],
  dimensions: [
    { name: 'score_dimension', label: { en: 'Dimension of reintegration' } },
    { name: 'return_type', label: { en: 'Type of return' } },
    dimension.sex,
    dimension.year,
  ],
  values: [
    { ...countOf('interviews', 'Interviews scored', 'interviews'), of: 'persons' },
    { ...countOf('persons', 'Cases of return', 'persons'), additive: false },
    {
      name: 'mean_score',
      label: { en: 'Mean score' },
      unit: 'score 0–1',
      kind: 'rate',
      of: 'persons',
      decimals: 2,
      additive: false,
    },
  ],
  basis: 'microdata',
  status: 'interim',
  steps: [
    {
      name: 'interviews',
      describe: 'Interviews of the period, each once.',
      sql: `select *
from reintegration_interview_rows
where interviewed_on is not null and ${inPeriod('interviewed_on')}
qualify row_number() over (partition by coalesce(interview_number, record_id) order by record_id) = 1`,
    },
    {
      name: 'answers',
      describe: 'One row an answer of an interview.',
      sql: `unpivot (select record_id, ${questions.map(({ question }) => question).join(', ')} from interviews)
on ${questions.map(({ question }) => question).join(', ')} into name question value answer`,
    },
    {
      name: 'dimension_scores',
      describe: `The weighted mean over the answers of each dimension, where at least ${leastAnswered * 100} % of its weight is answered.`,
      sql: `select a.record_id, s.dimension as score_dimension, sum(s.score * s.weight) / sum(s.weight) as score, any_value(w.weight) as weight
from answers a
join (values ${answers.join(', ')}) s(question, dimension, answer, score, weight) on s.question = a.question and s.answer = a.answer
join (values ${asked.join(', ')}) w(dimension, asked, weight) on w.dimension = s.dimension
group by a.record_id, s.dimension
having sum(s.weight) >= ${leastAnswered} * any_value(w.asked)`,
    },
    {
      name: 'all_scores',
      describe: 'The composite of the interviews that have all three scores, beside these.',
      sql: `select record_id, score_dimension, score from dimension_scores
union all
select record_id, 'composite', sum(score * weight) / sum(weight)
from dimension_scores
group by record_id
having count(*) = ${asked.length}`,
    },
    {
      name: 'facts',
      describe: 'One row a score of an interview.',
      sql: `select
  i.record_id,
  i.delivery_id,
  i.source_sheet,
  i.source_row,
  s.score_dimension,
  coalesce(i.return_type, '_U') as return_type,
  coalesce(i.sex, '_U') as sex,
  strftime(i.interviewed_on, '%Y') as year,
  strftime(i.interviewed_on, '%Y-%m') as period,
  coalesce(i.case_number, i.record_id) as person,
  s.score
from interviews i
join all_scores s on s.record_id = i.record_id`,
    },
    ...cubeSteps({
      dimensions: ['score_dimension', 'return_type', 'sex', 'year'],
      apart: ['score_dimension', 'year'],
      values: { interviews: 'count(*)', persons: 'count(distinct person)', mean_score: 'avg(score)' },
    }),
  ],
  notes: [
    {
      en: 'Interim: the questions are those of the survey; its official weights are not public. Here all questions of a dimension weigh the same, and so do the three dimensions.',
    },
    { en: 'Interviews are counted, not persons: a returnee may be interviewed at the return and again months later.' },
  ],
  sensitivity: PROTECTED,
});
