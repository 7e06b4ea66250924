import { expect, test } from 'vitest';
import type { Entries } from '../link-result.ts';
import type { ScoredPairs } from '../predict/scored-pairs.ts';
import { personNodes } from './person-nodes.ts';

/** Records 0, 2, 4 are alike, and so are 1 and 3; the two entries are a pair of 7 bits. */
const entries: Entries = {
  count: 2,
  entryOf: Int32Array.of(0, 1, 0, 1, 0),
  firstOf: Int32Array.of(0, 1),
  starts: Int32Array.of(0, 3, 5),
  members: Int32Array.of(0, 2, 4, 1, 3),
};
const pairs: ScoredPairs = {
  count: 1,
  left: Int32Array.of(0),
  right: Int32Array.of(1),
  weight: Float64Array.of(7),
  levels: new Uint8Array(1),
  comparisons: 1,
};
const notUnique = () => false;
type Verdict = 'same' | 'not_the_same' | 'unsure';
const nodesFor = (self: readonly number[], left: number, right: number, verdict: Verdict) =>
  personNodes(5, entries, pairs, Float64Array.from(self), 4, [{ left, right, verdict }], notUnique);

test('entries are the nodes where nobody spoke of single records of them', () => {
  const nodes = nodesFor([12, 11], 0, 1, 'not_the_same');
  expect(nodes.count).toBe(2);
  expect([...nodes.nodeOf]).toEqual([...entries.entryOf]);
  expect(nodesFor([12, 11], 0, 2, 'same').count).toBe(2);
});

test('an entry two of whose records were told apart is taken apart, with its pairs and its own weight', () => {
  const nodes = nodesFor([12, 11], 2, 4, 'not_the_same');
  // Nodes in the order of their first records: 0, the entry of 1 and 3, 2, 4.
  expect([...nodes.firstOf]).toEqual([0, 1, 2, 4]);
  expect([...nodes.nodeOf]).toEqual([0, 1, 2, 1, 3]);
  expect(nodes.isTakenApart(0)).toBe(true);
  expect(nodes.isTakenApart(1)).toBe(false);
  const edges = Array.from({ length: nodes.edges.pairs }, (_, at) =>
    [nodes.edges.left[at], nodes.edges.right[at], nodes.edges.weight[at]].join(' '),
  );
  expect(edges.sort()).toEqual(['0 1 7', '0 2 12', '0 3 12', '1 2 7', '1 3 7', '2 3 12']);
});

test('an entry that says too little to be known again is taken apart by any word about one of its records', () => {
  expect(nodesFor([2, 11], 4, 1, 'same').isTakenApart(0)).toBe(true);
  expect(nodesFor([2, 11], 0, 2, 'same').isTakenApart(0)).toBe(true);
  expect(nodesFor([2, 11], 1, 3, 'same').isTakenApart(0)).toBe(false);
});

test('an entry of a source in which nobody stands twice stays whole', () => {
  const decisions = [{ left: 2, right: 4, verdict: 'not_the_same' as const }];
  const nodes = personNodes(5, entries, pairs, Float64Array.of(12, 11), 4, decisions, () => true);
  expect(nodes.count).toBe(2);
});
