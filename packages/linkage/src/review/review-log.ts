import type { ReviewDecision } from '../persons/person-event.ts';
import type { RecordRef } from '../persons/person-ids.ts';

/** What happened in review, appended and never changed. */
export type ReviewEvent =
  | {
      readonly kind: 'decided';
      readonly decision: ReviewDecision;
      /** Asked a second time without the first answer shown, to measure agreement. It does not change what stands. */
      readonly isRepeat: boolean;
    }
  /** `event` is the place in the log of the decision taken back. ISO instant. */
  | { readonly kind: 'undone'; readonly event: number; readonly reviewer: string; readonly undoneAt: string };

export type ReviewLog = readonly ReviewEvent[];

/** A decision that cannot be written down, with the reason. No value of a record in it. */
export class ReviewLogError extends Error {
  override readonly name = 'ReviewLogError';
}

/** The log with one decision more. The two records are put in order of source, then id, so that a pair has one form. */
export function recordDecision(
  log: ReviewLog,
  decision: ReviewDecision,
  { isRepeat = false }: { readonly isRepeat?: boolean } = {},
): ReviewLog {
  if (decision.reviewer.trim() === '') throw new ReviewLogError('A decision needs the name of its reviewer.');
  if (Number.isNaN(Date.parse(decision.decidedAt))) {
    throw new ReviewLogError('A decision needs the instant at which it was taken, as an ISO 8601 text.');
  }
  const order = compareRefs(decision.left, decision.right);
  if (order === 0) throw new ReviewLogError('A record cannot be compared with itself.');
  const { left, right } = order < 0 ? decision : { left: decision.right, right: decision.left };
  return [...log, { kind: 'decided', decision: { ...decision, left, right }, isRepeat }];
}

/** The log with a decision taken back; the pair is as it was before, and may be asked again. */
export function undoDecision(
  log: ReviewLog,
  { event, reviewer, undoneAt }: { readonly event: number; readonly reviewer: string; readonly undoneAt: string },
): ReviewLog {
  if (log[event]?.kind !== 'decided') throw new ReviewLogError(`Entry ${event} of the log is no decision.`);
  if (undoneEvents(log).has(event)) throw new ReviewLogError(`Decision ${event} is taken back already.`);
  return [...log, { kind: 'undone', event, reviewer, undoneAt }];
}

/** Decisions that were not taken back, in their order; without the blind repeats, unless asked for. */
export function decisionsOf(
  log: ReviewLog,
  { withRepeats = false }: { readonly withRepeats?: boolean } = {},
): readonly ReviewDecision[] {
  const undone = undoneEvents(log);
  return log.flatMap((event, at) =>
    event.kind === 'decided' && !undone.has(at) && (withRepeats || !event.isRepeat) ? [event.decision] : [],
  );
}

/** One text for a pair of records, whichever comes first. */
export function pairKey(left: RecordRef, right: RecordRef): string {
  const [first, second] = compareRefs(left, right) <= 0 ? [left, right] : [right, left];
  return JSON.stringify([first.source, first.id, second.source, second.id]);
}

function compareRefs(a: RecordRef, b: RecordRef): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function undoneEvents(log: ReviewLog): ReadonlySet<number> {
  return new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])));
}
