export { buildReviewQueue } from './build-review-queue.ts';
export {
  compareSideBySide,
  type SideBySide,
  type SideBySideInput,
  type SideBySideRow,
} from './compare-side-by-side.ts';
export { type DrawRepeatsOptions, drawRepeats, type RepeatQuestion } from './draw-repeats.ts';
export { type Agreement, measureAgreement, type ReviewAgreement } from './measure-agreement.ts';
export {
  decisionsOf,
  pairKey,
  type ReviewEvent,
  type ReviewLog,
  ReviewLogError,
  recordDecision,
  undoDecision,
} from './review-log.ts';
export type { ReviewItem, ReviewQueue, ReviewQueueOptions, ReviewReason } from './review-queue.ts';
