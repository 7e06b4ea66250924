import type { ReintegrationDimension, ScoreConfiguration } from './score-configuration.ts';

/** Scores from 0 to 1; null where too little was answered. */
export type InterviewScores = Readonly<Record<ReintegrationDimension | 'composite', number | null>>;

/**
 * Scores one interview (IOM reintegration sustainability survey): in each dimension the weighted mean over the answered questions,
 * and over the dimensions the composite. Answers that the configuration does not score count as not answered.
 * `answers`: column to answer code.
 */
export function scoreInterview(
  answers: Readonly<Record<string, string | null | undefined>>,
  configuration: ScoreConfiguration,
): InterviewScores {
  const economic = scoreDimension('economic', answers, configuration);
  const social = scoreDimension('social', answers, configuration);
  const psychosocial = scoreDimension('psychosocial', answers, configuration);
  const { dimensions } = configuration;
  const isWhole = economic !== null && social !== null && psychosocial !== null;
  const weight = dimensions.economic + dimensions.social + dimensions.psychosocial;
  const composite = isWhole
    ? (dimensions.economic * economic + dimensions.social * social + dimensions.psychosocial * psychosocial) / weight
    : null;
  return { economic, social, psychosocial, composite };
}

function scoreDimension(
  dimension: ReintegrationDimension,
  answers: Readonly<Record<string, string | null | undefined>>,
  { questions, leastAnswered }: ScoreConfiguration,
): number | null {
  let asked = 0;
  let answered = 0;
  let total = 0;
  for (const question of questions) {
    if (question.dimension !== dimension) continue;
    asked += question.weight;
    const score = question.scores[answers[question.question] ?? ''];
    if (score === undefined) continue;
    answered += question.weight;
    total += question.weight * score;
  }
  return answered >= leastAnswered * asked && answered > 0 ? total / answered : null;
}
