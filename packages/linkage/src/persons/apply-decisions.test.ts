import { expect, test } from 'vitest';
import { applyDecisions, newestDecisions } from './apply-decisions.ts';
import type { ReviewDecision, Verdict } from './person-event.ts';

const decision = (left: string, right: string, verdict: Verdict, day: number, reviewer = 'Palesa'): ReviewDecision => ({
  left: { source: 'border', id: left },
  right: { source: 'permits', id: right },
  verdict,
  reviewer,
  decidedAt: `2026-03-0${day}T08:00:00Z`,
});
/** Records 1 … 9 are nodes 1 … 9; x is not there. */
const nodeOf = ({ id }: { id: string }): number => (id === 'x' ? -1 : Number(id));

test('the newest decision on a pair counts, whichever way round and in whatever order they come', () => {
  const decisions = [
    decision('1', '2', 'not_the_same', 3),
    decision('1', '2', 'same', 1),
    { ...decision('1', '2', 'unsure', 2), left: { source: 'permits', id: '2' }, right: { source: 'border', id: '1' } },
  ];
  for (const order of [decisions, [...decisions].reverse()]) {
    expect(newestDecisions(order).map(({ verdict }) => verdict)).toEqual(['not_the_same']);
    expect(applyDecisions(order, nodeOf).constraints).toEqual([{ left: 1, right: 2, verdict: 'not_the_same' }]);
  }
});

test('instants are compared as instants, not as text', () => {
  const earlier = { ...decision('1', '2', 'same', 1), decidedAt: '2026-03-01T09:30:00+02:00' };
  const later = { ...decision('1', '2', 'unsure', 1), decidedAt: '2026-03-01T08:00:00Z' };
  expect(newestDecisions([later, earlier]).map(({ verdict }) => verdict)).toEqual(['unsure']);
});

test('decisions that cannot all hold are told in words, with who said what, and all are passed on', () => {
  const { constraints, contradictions } = applyDecisions(
    [
      decision('1', '2', 'same', 1),
      decision('3', '2', 'same', 2, 'Thabo'),
      decision('1', '3', 'not_the_same', 3, 'Lineo'),
    ],
    nodeOf,
  );
  expect(constraints).toHaveLength(3);
  expect(contradictions.map(({ message }) => message)).toEqual([
    'Lineo said on 2026-03-03 that border 1 and permits 3 are not the same person; ' +
      'Palesa said on 2026-03-01 that border 1 and permits 2 are the same person; ' +
      'Thabo said on 2026-03-02 that border 3 and permits 2 are the same person. ' +
      'These cannot all hold; until one is changed, the records stay apart.',
  ]);
});

test('a pair on which one is unsure contradicts nobody', () => {
  const { contradictions } = applyDecisions(
    [decision('1', '2', 'same', 1), decision('3', '2', 'same', 2), decision('1', '3', 'unsure', 3)],
    nodeOf,
  );
  expect(contradictions).toEqual([]);
});

test('decisions on records that are not there wait', () => {
  const { constraints, waiting } = applyDecisions([decision('1', 'x', 'same', 1)], nodeOf);
  expect(constraints).toEqual([]);
  expect(waiting).toHaveLength(1);
});

test('records that are one node are named where a reviewer told them apart', () => {
  const oneNode = () => 4;
  const apart = decision('1', '2', 'not_the_same', 1);
  expect(applyDecisions([apart, decision('1', '3', 'same', 1)], oneNode).withinNode).toEqual([apart]);
});

test('two decisions on records that are alike, the one against the other, keep them apart and are told', () => {
  const nodes = ({ id }: { id: string }): number => (Number(id) < 3 ? 1 : 2);
  const { constraints, contradictions } = applyDecisions(
    [decision('1', '5', 'not_the_same', 1), decision('2', '6', 'same', 2)],
    nodes,
  );
  expect(constraints).toEqual([{ left: 1, right: 2, verdict: 'not_the_same' }]);
  expect(contradictions).toHaveLength(1);
});
