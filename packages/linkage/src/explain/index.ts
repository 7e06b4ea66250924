export { type Bilingual, fillPhrase } from './bilingual.ts';
export { evidenceInWords, type Strength, strengthOf, strengthTable } from './evidence-strength.ts';
export { type Explainer, type ExplainOptions, explainPair, makeExplainer, type PairScorer } from './explain-pair.ts';
export { type MarkedDifference, markDifference, type Segment } from './mark-difference.ts';
export type { PairExplanation, WaterfallStep } from './pair-explanation.ts';
export { makeRecordScorer } from './score-records.ts';
export type { RawOf } from './show-values.ts';
