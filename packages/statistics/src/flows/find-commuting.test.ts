import { expect, test } from 'vitest';
import { classifyLines, dayOf } from './classify-person.fixture.ts';
import type { ReferenceCrossing } from './reference-rule.fixture.ts';

const first = dayOf('2021-01-04');

/** Departures and arrivals in turn: days abroad, days at home, over and over. */
function travels(times: number, abroad: (time: number) => number, home: (time: number) => number) {
  const crossings: ReferenceCrossing[] = [];
  let day = first;
  for (let time = 0; time < times; time += 1) {
    crossings.push({ day, side: 0 });
    day += abroad(time);
    crossings.push({ day, side: 1 });
    day += home(time);
  }
  return crossings;
}

function commuters(crossings: readonly ReferenceCrossing[], observedTo = first + 1_000): number {
  return classifyLines(crossings, { initial: 1, observedTo }).filter(({ commuter }) => commuter).length;
}

test('who works abroad from Monday to Friday, and who is home five days a month, commutes', () => {
  expect(
    commuters(
      travels(
        100,
        () => 5,
        () => 2,
      ),
      first + 700,
    ),
  ).toBe(200);
  expect(
    commuters(
      travels(
        24,
        () => 25,
        () => 5,
      ),
      first + 720,
    ),
  ).toBe(48);
});

test('a leave of four weeks a year leaves a commuter what he is, a stay of two months does not', () => {
  const leave = (days: number) => (time: number) => (time % 12 === 11 ? days : 5);
  expect(
    commuters(
      travels(24, () => 25, leave(28)),
      first + 760,
    ),
  ).toBeGreaterThan(40);
  expect(
    commuters(
      travels(24, () => 25, leave(60)),
      first + 840,
    ),
  ).toBe(0);
});

test('a few short trips make no commuter, nor does half a year of many', () => {
  expect(
    commuters(
      travels(
        5,
        () => 3,
        () => 60,
      ),
    ),
  ).toBe(0);
  expect(
    commuters(
      travels(
        6,
        () => 25,
        () => 5,
      ),
      first + 180,
    ),
  ).toBe(0);
});
