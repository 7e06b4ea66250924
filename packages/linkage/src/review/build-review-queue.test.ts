import { describe, expect, it } from 'vitest';
import type { FixtureRow } from '../explain/linkage.fixture.ts';
import type { ReviewDecision, Verdict } from '../persons/person-event.ts';
import { makeRandom } from '../random.ts';
import { buildReviewQueue } from './build-review-queue.ts';
import { inventedRows, linkRows } from './link-result.fixture.ts';
import type { ReviewItem, ReviewQueueOptions } from './review-queue.ts';

const options: ReviewQueueOptions = { decisions: [], limit: 1000, reviewer: 'Palesa' };
const decided = (item: ReviewItem, verdict: Verdict, reviewer = 'Palesa'): ReviewDecision => ({
  left: item.left,
  right: item.right,
  verdict,
  reviewer,
  decidedAt: '2026-03-02T08:00:00Z',
});
const keyOf = (item: ReviewItem) => `${item.left.id} ${item.right.id}`;

const rows = inventedRows(120, makeRandom(11));
const result = linkRows(rows);

describe('the review queue', () => {
  it('asks where a decision corrects most record pairs first', () => {
    const { items } = buildReviewQueue(result, options);
    expect(items.length).toBeGreaterThan(4);
    expect(items.map((item) => item.priority)).toEqual(items.map((item) => item.priority).toSorted((a, b) => b - a));
    for (const item of items) {
      const error = item.isLinked ? 1 - item.expectedProbability : item.expectedProbability;
      expect(item.gain).toBeCloseTo(error * item.leftRecords * item.rightRecords, 10);
      expect(item.priority).toBeGreaterThanOrEqual(item.gain);
    }
  });

  it('puts a doubt between two groups above the same doubt between two records', () => {
    const twins: FixtureRow[] = [
      ...Array.from(
        { length: 4 },
        (_, at): FixtureRow => ['border', `big-${at}`, 'TSELA', '1990-05-05', 'F', 'RC111111'],
      ),
      ['border', 'big-x', 'TSELA', '1971-02-02', 'F', null],
      ['border', 'small-0', 'PHIRI', '1980-05-05', 'M', 'RC222222'],
      ['border', 'small-x', 'PHIRI', '1971-03-03', 'M', null],
    ];
    const { items } = buildReviewQueue(linkRows(twins), { ...options, perPattern: 9 });
    const [big, small] = ['big-x', 'small-x'].map((id) => items.find(({ right }) => right.id === id));
    expect([big?.leftRecords, big?.rightRecords, small?.leftRecords]).toEqual([4, 1, 1]);
    expect(big?.gain).toBeCloseTo(4 * (small?.gain ?? 0), 6);
    expect(items.filter(({ left, right }) => `${left.id}${right.id}`.includes('big-x'))).toHaveLength(1);
    expect(big?.why.en).toBe('In doubt: decides whether 4 records and 1 record are one person');
  });

  it('asks one of a kind and says for how many it stands', () => {
    const { items, open } = buildReviewQueue(result, options);
    const kinds = items.map(({ pattern, guard }) => `${pattern} ${guard}`);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(items.reduce((sum, item) => sum + 1 + item.alike, 0)).toBe(open);
    expect(Math.max(...items.map((item) => item.alike))).toBeGreaterThan(0);
  });

  it('asks about the only link between two groups, and not about a link that others support', () => {
    const chain: FixtureRow[] = [
      ['border', 'a1', 'TSELX', '1990-05-06', 'F', 'RC111111'],
      ['border', 'a2', 'TSELA', '1990-05-06', 'F', 'RC111111'],
      ['border', 'b1', 'TSELA', '1990-06-05', 'F', null],
      ['border', 'b2', 'TSELA', '1990-06-05', 'M', null],
    ];
    const { items } = buildReviewQueue(linkRows(chain), { ...options, perPattern: 9 });
    const bridges = items.filter(({ reason }) => reason === 'bridge');
    expect(bridges.map((item) => [keyOf(item), item.leftRecords, item.rightRecords]).toSorted()).toEqual([
      ['a2 b1', 2, 2],
      ['b1 b2', 3, 1],
    ]);
    expect(bridges.map((item) => item.why.en)).toContain('The only link between 2 records and 2 records');
    expect(bridges.every(({ isLinked }) => isLinked)).toBe(true);
  });

  it('asks about a pair that a guard holds back, and says which', () => {
    const held: FixtureRow[] = [
      ['permits', 'p1', 'TSELA', '1990-05-05', 'F', 'RC111111'],
      ['permits', 'p2', 'TSELA', '1990-05-05', 'F', 'RC111111'],
    ];
    const { items } = buildReviewQueue(linkRows(held, ['permits']), options);
    expect(items.map(({ reason, guard }) => [reason, guard])).toEqual([['held_back', 'twice_in_source']]);
    expect(items[0]?.expectedProbability).toBeCloseTo(0.2, 4);
    expect(items[0]?.why.en).toContain('one person would stand twice in a source that has nobody twice');
  });

  it('does not ask again what is decided, by any pair of the same two groups', () => {
    let decisions: readonly ReviewDecision[] = [];
    const asked = new Set<string>();
    for (let round = 0; round < 400; round += 1) {
      const [item] = buildReviewQueue(result, { ...options, decisions, limit: 1 }).items;
      if (item === undefined) break;
      expect(asked.has(keyOf(item))).toBe(false);
      asked.add(keyOf(item));
      decisions = [...decisions, decided(item, round % 3 === 0 ? 'same' : 'not_the_same')];
    }
    expect(buildReviewQueue(result, { ...options, decisions }).items).toEqual([]);
    expect(asked.size).toBeGreaterThan(5);
  });

  it('keeps what one reviewer was unsure about for another', () => {
    const [item] = buildReviewQueue(result, options).items;
    if (item === undefined) throw new Error('nothing to ask');
    const decisions = [decided(item, 'unsure')];
    const asks = (reviewer: string, said: readonly ReviewDecision[]) =>
      buildReviewQueue(result, { ...options, reviewer, decisions: said, perPattern: 999 }).items.map(keyOf);
    expect(asks('Palesa', decisions)).not.toContain(keyOf(item));
    expect(asks('Thabo', decisions)).toContain(keyOf(item));
    const both = [...decisions, decided(item, 'unsure', 'Thabo')];
    expect(asks('Palesa', both)).not.toContain(keyOf(item));
    expect(asks('Thabo', both)).not.toContain(keyOf(item));
    expect(asks('Thabo', [...both, decided(item, 'same', 'Neo')])).not.toContain(keyOf(item));
  });

  it('learns from decisions about a pattern', () => {
    const item = buildReviewQueue(result, options).items.find(
      ({ alike, reason }) => alike > 1 && reason === 'in_doubt',
    );
    if (item === undefined) throw new Error('no pattern with several pairs');
    const later = buildReviewQueue(result, { ...options, decisions: [decided(item, 'not_the_same')] }).items;
    const next = later.find(({ pattern, guard }) => pattern === item.pattern && guard === null);
    expect(next?.expectedProbability).toBeLessThan(next?.probability ?? 0);
  });

  it('is the same whenever it is built', () => {
    expect(buildReviewQueue(linkRows(rows), options)).toEqual(buildReviewQueue(result, options));
  });
});
