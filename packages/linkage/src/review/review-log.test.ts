import { describe, expect, it } from 'vitest';
import type { ReviewDecision } from '../persons/person-event.ts';
import { decisionsOf, pairKey, type ReviewLog, ReviewLogError, recordDecision, undoDecision } from './review-log.ts';

const decision: ReviewDecision = {
  left: { source: 'permits', id: 'p1' },
  right: { source: 'border', id: 'b1' },
  verdict: 'same',
  reviewer: 'Palesa',
  decidedAt: '2026-03-02T08:00:00Z',
};
const undo = { event: 0, reviewer: 'Palesa', undoneAt: '2026-03-02T08:05:00Z' };

describe('the log of review', () => {
  it('keeps what was there and adds to it', () => {
    const before: ReviewLog = Object.freeze([]);
    const after = recordDecision(before, decision);
    expect(before).toEqual([]);
    expect(after).toHaveLength(1);
    expect(decisionsOf(after)[0]).toMatchObject({ left: { source: 'border' }, right: { source: 'permits' } });
  });

  it('takes a decision back by a further entry, once', () => {
    const undone = undoDecision(recordDecision([], decision), undo);
    expect(undone).toHaveLength(2);
    expect(decisionsOf(undone)).toEqual([]);
    expect(() => undoDecision(undone, undo)).toThrow(ReviewLogError);
    expect(() => undoDecision([], undo)).toThrow(ReviewLogError);
    expect(() => undoDecision(undone, { ...undo, event: 1 })).toThrow(ReviewLogError);
    expect(decisionsOf(recordDecision(undone, { ...decision, verdict: 'unsure' }))).toHaveLength(1);
  });

  it('does not let a blind repeat change what stands', () => {
    const log = recordDecision(recordDecision([], decision), { ...decision, verdict: 'unsure' }, { isRepeat: true });
    expect(decisionsOf(log).map(({ verdict }) => verdict)).toEqual(['same']);
    expect(decisionsOf(log, { withRepeats: true })).toHaveLength(2);
  });

  it.each([
    ['no reviewer', { reviewer: ' ' }],
    ['no instant', { decidedAt: 'yesterday' }],
    ['a record with itself', { right: decision.left }],
  ])('refuses %s', (_, wrong) => {
    expect(() => recordDecision([], { ...decision, ...wrong })).toThrow(ReviewLogError);
  });

  it('knows a pair by its two records, in whatever order, however they are spelt', () => {
    expect(pairKey(decision.left, decision.right)).toBe(pairKey(decision.right, decision.left));
    expect(pairKey({ source: 'a', id: 'b,c' }, { source: 'd', id: 'e' })).not.toBe(
      pairKey({ source: 'a', id: 'b' }, { source: 'c,d', id: 'e' }),
    );
  });
});
