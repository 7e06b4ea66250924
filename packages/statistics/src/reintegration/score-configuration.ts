/** The three dimensions of the survey. */
export type ReintegrationDimension = 'economic' | 'social' | 'psychosocial';

/** How one question is scored: each answer from 0 (worst) to 1 (best). Questions that are not here are not scored. */
export interface ScoredQuestion {
  /** Column of the register, `q01` … `q31`. */
  readonly question: string;
  readonly dimension: ReintegrationDimension;
  readonly scores: Readonly<Record<string, number>>;
  /** Weight within the dimension. */
  readonly weight: number;
}

/** A version of the scoring: replaced as a whole when the official table is at hand. */
export interface ScoreConfiguration {
  readonly version: string;
  readonly status: 'official' | 'interim';
  /** Weight of each dimension in the composite. */
  readonly dimensions: Readonly<Record<ReintegrationDimension, number>>;
  readonly questions: readonly ScoredQuestion[];
  /** Share of the weight of scored questions that must be answered; below it there is no score. */
  readonly leastAnswered: number;
}

const satisfaction = ranked('very_satisfied', 'satisfied', 'ok', 'dissatisfied', 'very_dissatisfied');
const seldom = ranked('never', 'rarely', 'sometimes', 'often', 'very_often');
const oftenIsGood = ranked('very_often', 'often', 'sometimes', 'rarely', 'never');
const quality = ranked('very_good', 'good', 'fair', 'poor', 'very_poor');
const yes = ranked('yes', 'no');
const no = ranked('no', 'yes');

/**
 * Scoring of the reintegration sustainability survey (IOM Reintegration Handbook, annex 4). The questions and the direction of
 * their answers are the survey's; its official weights are not public, so that all questions of a dimension weigh the same and
 * so do the dimensions. Interim until checked against the annex.
 */
export const interimScoring: ScoreConfiguration = {
  version: 'equal weights, 2026',
  status: 'interim',
  dimensions: { economic: 1, social: 1, psychosocial: 1 },
  leastAnswered: 0.7,
  questions: [
    ...questionsOf('economic', {
      q01: satisfaction,
      q02: seldom,
      q03: yes,
      q04: seldom,
      q05: { no_debt: 1, spending: 0.5, debt: 0 },
      q06: quality,
      q07: yes,
      q08: yes,
      q09: no,
    }),
    ...questionsOf('social', {
      q11: quality,
      q12: quality,
      q13: quality,
      q14: ranked('all', 'some', 'none'),
      q15: quality,
      q16: yes,
      q17: quality,
      q18: quality,
      q19: quality,
      q20: quality,
      q21: quality,
    }),
    ...questionsOf('psychosocial', {
      q22: oftenIsGood,
      q23: ranked('very_strong', 'strong', 'fair', 'weak', 'very_weak'),
      q24: ranked('strongly_agree', 'agree', 'neutral', 'disagree', 'strongly_disagree'),
      q25: ranked('very_safe', 'safe', 'neutral', 'unsafe', 'very_unsafe'),
      q26: seldom,
      q27: seldom,
      q28: seldom,
      q29: no,
      q30: yes,
    }),
  ],
};

/** Answers from the best to the worst, evenly from 1 to 0. */
function ranked(...answers: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(answers.map((answer, rank) => [answer, 1 - rank / (answers.length - 1)]));
}

function questionsOf(
  dimension: ReintegrationDimension,
  questions: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly ScoredQuestion[] {
  return Object.entries(questions).map(([question, scores]) => ({ question, dimension, scores, weight: 1 }));
}
