import { describe, expect, test } from 'vitest';
import { classifyLines, crossingsOf, dayOf, type LineOptions } from './classify-person.fixture.ts';
import type { Status } from './reference-rule.fixture.ts';
import { residenceRules } from './residence-rule.ts';

// Worked examples of the outcomes-based rule: 487 days, 365 of them.

interface Example {
  readonly id: string;
  readonly history: string;
  readonly initial: Status;
  /** The first day not observed. */
  readonly to: string;
  /** Per recorded crossing: status before, after, migration. */
  readonly expected: string;
  readonly options?: LineOptions;
}

const mine = Array.from({ length: 12 }, (_, month) => {
  const text = String(month + 1).padStart(2, '0');
  return `D2023-${text}-03 A2023-${text}-28`;
}).join(' ');

const examples: readonly Example[] = [
  { id: 'E1', history: 'A2023-02-10', initial: 0, to: '2024-02-09', expected: '0??' },
  { id: 'E1b', history: 'A2023-02-10', initial: 0, to: '2024-02-10', expected: '011' },
  { id: 'E2', history: 'A2023-01-15 D2023-12-10', initial: 0, to: '2024-01-01', expected: '0?? ???' },
  { id: 'E2b', history: 'A2023-01-15 D2023-12-10 A2024-01-20', initial: 0, to: '2024-02-25', expected: '011 1?? ??0' },
  { id: 'E2c', history: 'A2023-01-15 D2023-12-10 A2024-01-20', initial: 0, to: '2024-06-01', expected: '011 110 110' },
  {
    id: 'E2c by the continuous year',
    history: 'A2023-01-15 D2023-12-10 A2024-01-20',
    initial: 0,
    to: '2025-06-01',
    expected: '000 000 011',
    options: { rule: residenceRules['12/12'] },
  },
  { id: 'E3', history: 'A2023-01-01 D2023-06-01', initial: 0, to: '2023-07-01', expected: '0?? ??0' },
  { id: 'E3b', history: 'A2023-01-01 D2023-06-01', initial: 0, to: '2023-10-02', expected: '000 000' },
  { id: 'E5', history: 'D2023-01-01 A2023-12-01', initial: 1, to: '2024-01-15', expected: '1?? ???' },
  { id: 'E5b', history: 'D2023-01-01 A2023-12-01', initial: 1, to: '2024-04-02', expected: '110 110' },
  { id: 'E6', history: 'D2023-01-01 A2024-02-01', initial: 1, to: '2024-06-01', expected: '101 0??' },
  { id: 'E6b', history: 'D2023-01-01 A2024-02-01', initial: 1, to: '2025-02-01', expected: '101 011' },
  { id: 'E7', history: 'A2023-01-10 A2023-07-10 D2023-07-20', initial: 0, to: '2025-06-01', expected: '000 000 000' },
  { id: 'E8', history: 'D2023-01-10 D2023-11-10', initial: 1, to: '2025-06-01', expected: '110 101' },
  { id: 'E9', history: 'D2023-05-05 A2023-05-05', initial: 1, to: '2023-05-20', expected: '1?? ??0' },
  { id: 'E9 later', history: 'D2023-05-05 A2023-05-05', initial: 1, to: '2023-09-10', expected: '110 110' },
  {
    id: 'E10 without a start',
    history: 'A2023-03-01 D2023-03-10 A2024-05-01',
    initial: '?',
    to: '2026-01-01',
    expected: '??? ??? ???',
  },
  {
    id: 'E10 by consensus',
    history: 'A2023-03-01 D2023-03-10 A2024-05-01',
    initial: '?',
    to: '2026-01-01',
    expected: '??0 ?0? 011',
    options: { start: 'consensus' },
  },
  {
    id: 'E10 anchored again',
    history: 'A2023-03-01 D2023-03-10 A2024-05-01',
    initial: '?',
    to: '2026-01-01',
    expected: '??? ??? 011',
    options: { start: 're-anchor' },
  },
  { id: 'E11', history: 'A2023-01-01 D2023-03-01', initial: 0, to: '2023-03-20', expected: '0?? ??0' },
  { id: 'E12', history: 'A2023-01-01 D2023-10-15', initial: 0, to: '2023-11-01', expected: '0?? ???' },
  { id: 'E12 a day early', history: 'A2023-01-01 D2023-10-15', initial: 0, to: '2024-02-14', expected: '0?? ???' },
  { id: 'E12 final', history: 'A2023-01-01 D2023-10-15', initial: 0, to: '2024-02-15', expected: '000 000' },
  { id: 'E13', history: 'A2024-01-01', initial: 0, to: '2024-12-31', expected: '011' },
  { id: 'E14', history: 'A2023-01-01 D2023-07-20 A2023-11-19', initial: 0, to: '2027-01-01', expected: '011 110 110' },
  {
    id: 'E14 a day longer',
    history: 'A2023-01-01 D2023-07-20 A2023-11-20',
    initial: 0,
    to: '2027-01-01',
    expected: '000 000 011',
  },
];

test.each(examples)('$id: $history', ({ history, initial, to, expected, options }) => {
  const lines = classifyLines(crossingsOf(history), { initial, observedTo: dayOf(to), ...options });
  const recorded = lines.filter(({ putIn }) => !putIn);
  expect(recorded.map(({ before, after, migration }) => `${before}${after}${migration}`).join(' ')).toBe(expected);
  // What is known has its date, and what is not has none.
  for (const line of recorded) {
    expect(line.beforeOn === null).toBe(line.before === '?');
    expect(line.afterOn === null).toBe(line.after === '?');
    expect(line.migrationOn === null).toBe(line.migration === '?');
    expect(line.migrationOn ?? 0).toBeLessThanOrEqual(dayOf(to));
  }
});

test('E4: somebody who works in a mine and is home five days a month is an emigrant by days, and a commuter', () => {
  const lines = classifyLines(crossingsOf(`${mine} D2024-01-03`), { initial: 1, observedTo: dayOf('2024-03-15') });
  const values = lines.map(({ before, after, migration }) => `${before}${after}${migration}`);
  expect(values[0]).toBe('101');
  const upTo = lines.filter(({ day }) => day <= dayOf('2023-10-03')).length;
  expect(new Set(values.slice(1, upTo))).toEqual(new Set(['000']));
  expect(lines.every(({ commuter }) => commuter)).toBe(true);
});

test('E7 and E8: days in the country are counted to the middle of a gap, and what rests on it is marked', () => {
  const [missingExit] = classifyLines(crossingsOf('A2023-01-10 A2023-07-10 D2023-07-20'), {
    initial: 0,
    observedTo: dayOf('2025-06-01'),
  });
  expect(missingExit).toMatchObject({ inside: 100, imputed: true });
  const [missingEntry, putIn] = classifyLines(crossingsOf('D2023-01-10 D2023-11-10'), {
    initial: 1,
    observedTo: dayOf('2025-06-01'),
  });
  expect(missingEntry).toMatchObject({ inside: 152, imputed: true });
  expect(putIn).toMatchObject({ putIn: true, side: 1, day: dayOf('2023-01-10') + 152 });
});

describe('the people of the public vignette, by 9/12, observed from 2009 to 2011', () => {
  const people: readonly (readonly [string, string, Status, string])[] = [
    ['Amy', 'A2009-05-18 D2009-05-25 A2010-05-13 D2010-05-20 A2011-11-27 D2011-12-05', 0, '0 0 0 0 ? 0'],
    ['Bader', 'A2010-08-12 D2010-09-03 A2010-10-01', 0, '1 0 0'],
    ['Cai', 'A2009-05-02 D2010-02-15 A2010-02-25 D2010-06-02 A2011-01-22 D2011-06-28 A2011-07-12', 1, '0 0 0 0 0 0 0'],
    ['David', 'D2010-02-16', 1, '1'],
    ['Eisha', 'D2009-10-06 A2009-10-21 D2010-05-28 A2010-08-27 D2011-07-13 A2011-08-09', 1, '0 0 0 0 0 0'],
    ['Fatima', 'A2011-10-02', 0, '?'],
  ];
  test.each(people)('%s', (_, history, initial, expected) => {
    for (const to of ['2011-12-31', '2012-01-01']) {
      const lines = classifyLines(crossingsOf(history), {
        initial,
        observedTo: dayOf(to),
        observedFrom: dayOf('2009-01-01'),
        rule: residenceRules['9/12'],
      });
      expect(lines.map(({ migration }) => migration).join(' ')).toBe(expected);
    }
  });
});
