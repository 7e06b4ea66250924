import type { ReviewDecision } from '../persons/person-event.ts';
import type { RecordRef } from '../persons/person-ids.ts';
import { hashedShare } from './hashed-share.ts';
import { decisionsOf, pairKey, type ReviewLog } from './review-log.ts';

/** A pair to be asked once more, without the first answer shown. */
export interface RepeatQuestion {
  readonly left: RecordRef;
  readonly right: RecordRef;
  /** `own`: to the reviewer who decided it; `other`: to anybody else. */
  readonly to: 'own' | 'other';
}

export interface DrawRepeatsOptions {
  readonly seed: number;
  readonly reviewer: string;
  /** Share of decided pairs that is drawn, for own repeats and for repeats by others each; 0.05 where absent. */
  readonly share?: number;
  /** Decisions since a reviewer's own before it is asked again, so that it is not remembered; 20 where absent. */
  readonly apart?: number;
  /** What this reviewer may see. */
  readonly visible?: (ref: RecordRef) => boolean;
}

/**
 * Repeats waiting for a reviewer. Whether a pair is drawn depends on the pair and the seed alone, so that the drawing neither
 * knows nor moves with the answers. A pair already repeated by this reviewer is not drawn again.
 */
export function drawRepeats(log: ReviewLog, options: DrawRepeatsOptions): readonly RepeatQuestion[] {
  const { seed, reviewer, share = 0.05, apart = 20, visible = () => true } = options;
  const decisions = decisionsOf(log).filter(({ left, right }) => visible(left) && visible(right));
  const repeated = new Set(repeatsBy(log, reviewer).map(({ left, right }) => pairKey(left, right)));
  const latest = new Map(decisions.map((decision, at) => [pairKey(decision.left, decision.right), { decision, at }]));
  return [...latest].flatMap(([key, { decision, at }]): readonly RepeatQuestion[] => {
    if (repeated.has(key)) return [];
    const isOwn = decision.reviewer === reviewer;
    if (isOwn && decisions.slice(at + 1).filter((later) => later.reviewer === reviewer).length < apart) return [];
    if (hashedShare(`${isOwn ? 'own' : 'other'} ${key}`, seed) >= share) return [];
    return [{ left: decision.left, right: decision.right, to: isOwn ? 'own' : 'other' }];
  });
}

function repeatsBy(log: ReviewLog, reviewer: string): readonly ReviewDecision[] {
  return log.flatMap((event) =>
    event.kind === 'decided' && event.isRepeat && event.decision.reviewer === reviewer ? [event.decision] : [],
  );
}
