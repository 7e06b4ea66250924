import { expect, test } from 'vitest';
import { makeGroupEvidence, spreadOver } from './group-evidence.ts';

test('each part is averaged over the pairs that state it, and the prior counts once', () => {
  const evidenceOf = makeGroupEvidence({
    prior: -10,
    parts: 2,
    of: (a, b) => Float64Array.of(12, a === 1 || b === 1 ? Number.NaN : a === 0 ? 6 : 2),
  });
  expect(evidenceOf([0, 1, 2], [3])).toBe(-10 + 12 + 4);
  expect(evidenceOf([1], [3])).toBe(-10 + 12);
});

test('a slip that comes back in all records of two groups is no evidence for; of a single record it may be one', () => {
  const slips = Uint8Array.of(0, 1);
  const evidenceOf = makeGroupEvidence({ prior: -10, parts: 2, of: () => Float64Array.of(12, 5), slips });
  expect(evidenceOf([0], [1, 2, 3])).toBe(7);
  expect(evidenceOf([0, 4], [1, 2, 3])).toBe(2);
});

test('one part counts for no more than 15 bits either way', () => {
  const evidenceOf = makeGroupEvidence({ prior: 0, parts: 2, of: () => Float64Array.of(40, -60) });
  expect(evidenceOf([0], [1])).toBe(0);
});

test('members of a large group are taken evenly from all of it', () => {
  const nodes = Array.from({ length: 100 }, (_, i) => i);
  expect(spreadOver(nodes, 4)).toEqual([0, 25, 50, 75]);
  expect(spreadOver([7, 8], 4)).toEqual([7, 8]);
});
