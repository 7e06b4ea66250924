import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixtureRow } from '../explain/linkage.fixture.ts';
import type { ReviewDecision, Verdict } from '../persons/person-event.ts';
import { makeRandom } from '../random.ts';
import { buildReviewQueue } from './build-review-queue.ts';
import { inventedRows, linkRows } from './link-result.fixture.ts';
import type { ReviewItem, ReviewQueueOptions } from './review-queue.ts';

const options: ReviewQueueOptions = { decisions: [], limit: 1000, reviewer: 'Palesa' };
const decided = (item: ReviewItem, verdict: Verdict): ReviewDecision => ({
  left: item.left,
  right: item.right,
  verdict,
  reviewer: 'Palesa',
  decidedAt: '2026-03-02T08:00:00Z',
});

const rows = inventedRows(120, makeRandom(11));
const result = linkRows(rows);

describe('what a reviewer may not see', () => {
  const queueOf = (from: readonly FixtureRow[], more: Partial<ReviewQueueOptions> = {}) => {
    const queue = buildReviewQueue(linkRows(from), { ...options, ...more });
    return { ...queue, items: queue.items.map(({ leftRecord, rightRecord, ...item }) => item) };
  };

  it('leaves the queue as if the records did not exist, with decisions about them', () => {
    const hidden = (row: FixtureRow) => row[0] === 'asylum';
    const all = buildReviewQueue(result, { ...options, perPattern: 9 }).items;
    const decisions = all.slice(0, 12).map((item, at) => decided(item, at % 2 === 0 ? 'same' : 'not_the_same'));
    const isHidden = (record: number) => hidden(rows[record] ?? ['asylum', '']);
    expect(all.some((item) => isHidden(item.leftRecord) || isHidden(item.rightRecord))).toBe(true);
    const known = new Set(rows.filter((row) => !hidden(row)).map((row) => row[1]));
    const without = queueOf(
      rows.filter((row) => !hidden(row)),
      { decisions: decisions.filter(({ left, right }) => known.has(left.id) && known.has(right.id)) },
    );
    expect(queueOf(rows, { decisions, visible: (record) => !isHidden(record) })).toEqual(without);
    expect(without.items.length).toBeGreaterThan(3);
  });

  it('holds for any records hidden, any decisions, any people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 6 }), (seed, every) => {
        const random = makeRandom(seed);
        const people = inventedRows(40, random);
        const isHidden = people.map(() => random() < 1 / every);
        const all = buildReviewQueue(linkRows(people), { ...options, perPattern: 99 }).items;
        const decisions = all
          .filter(() => random() < 0.3)
          .map((item) => decided(item, random() < 0.5 ? 'same' : 'not_the_same'));
        const open = people.filter((_, at) => !isHidden[at]);
        const known = new Set(open.map((row) => row[1]));
        const seen = decisions.filter(({ left, right }) => known.has(left.id) && known.has(right.id));
        expect(queueOf(people, { decisions, visible: (record) => isHidden[record] === false })).toEqual(
          queueOf(open, { decisions: seen }),
        );
      }),
      { seed: 9, numRuns: 25 },
    );
  });

  it('shows no pair whose guard might speak of a hidden record', () => {
    const held: FixtureRow[] = [
      ['permits', 'p1', 'TSELA', '1990-05-05', 'F', 'RC111111'],
      ['permits', 'p2', 'TSELA', '1990-05-05', 'F', 'RC111111'],
      ['asylum', 's1', 'TSELA', '1990-05-05', 'F', 'RC111111'],
    ];
    const queue = buildReviewQueue(linkRows(held, ['permits']), { ...options, visible: (record) => record !== 2 });
    expect(queue).toEqual({ items: [], open: 0 });
  });
});
