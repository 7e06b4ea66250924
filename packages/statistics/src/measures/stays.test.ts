import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, crossing, delivery, parameters, sessionWith } from '../session.fixture.ts';

const deliveries = [delivery('d1', 'border_movement'), delivery('d2', 'border_movement', { agency: 'airport' })];
/** A movement long after the rest: the movement log is then known to reach to the end of the year. */
const last = crossing('P99', 'LSO', 'departure', '2025-12-31');

async function stays(
  border_movement: Parameters<typeof sessionWith>[0][string],
  more: Parameters<typeof sessionWith>[0] = {},
) {
  using session = await sessionWith({ delivery: deliveries, border_movement: [...border_movement, last], ...more });
  const { table } = await computeMeasure(session, 'stay_and_overstay', parameters);
  const outcomes = await computeMeasure(session, 'stay_outcomes', parameters);
  return { table, outcomes: outcomes.table };
}

test('rates of a month of expected departure are those worked out by hand', async () => {
  const until = { authorised_until: '2025-03-10' };
  const { table, outcomes } = await stays([
    // In time: leaves on the last day.
    crossing('P1', 'ZAF', 'arrival', '2025-03-01', until),
    crossing('P1', 'ZAF', 'departure', '2025-03-10'),
    // Late by 5 days.
    crossing('P2', 'ZAF', 'arrival', '2025-03-01', until),
    crossing('P2', 'ZAF', 'departure', '2025-03-15'),
    // No exit.
    crossing('P3', 'ZAF', 'arrival', '2025-03-01', until),
    // No exit, but entered again: proof of a missed exit. The second stay has no limit and is left out.
    crossing('P4', 'ZAF', 'arrival', '2025-03-01', until),
    crossing('P4', 'ZAF', 'arrival', '2025-06-01'),
    // Citizens do not overstay.
    crossing('P5', 'LSO', 'arrival', '2025-03-01', until),
  ]);
  const march = (name: string) => cellOf(table, '2025-03/ZAF', name);
  expect([march('expected'), march('left_late'), march('no_exit'), march('missed_exits')]).toEqual([4, 1, 1, 1]);
  expect(march('overstays_upper_bound')).toBe(3);
  expect(march('in_country_rate')).toBe(50);
  expect(march('total_rate')).toBe(75);
  expect(march('missed_exit_share')).toBe(50);
  expect(march('corrected_in_country_rate')).toBe(25);
  expect(march('corrected_total_rate')).toBeCloseTo((100 * 2) / 3, 10);
  expect(cellOf(outcomes, '2025-03/ZAF/left_late', 'median_overstay_days')).toBe(5);
  const parts = ['left_in_time', 'left_late', 'no_exit', 'no_exit_entered_again'];
  expect(parts.map((part) => cellOf(outcomes, `2025-03/_T/${part}`, 'stays'))).toEqual([1, 1, 1, 1]);
  expect(cellOf(outcomes, '_T/_T/_T', 'stays')).toBe(4);
});

test('without a stamp, the limit is the earlier of permit end and entry plus granted days less one', async () => {
  const visa = {
    decision: 'granted',
    decided_on: '2025-01-01',
    valid_from: '2025-01-01',
    document_issuing_state: 'IND',
    nationality: 'IND',
  };
  const { table } = await stays(
    [
      // Day of entry is day 1: 14 days from 3 April end on 16 April. Leaving on the 17th is a day late.
      crossing('P1', 'IND', 'arrival', '2025-04-03'),
      crossing('P1', 'IND', 'departure', '2025-04-17'),
      // 90 days from 1 May would end in July; the permit ends on 20 May.
      crossing('P2', 'IND', 'arrival', '2025-05-01'),
      crossing('P2', 'IND', 'departure', '2025-05-20'),
      // Found by the permit number where the document is another.
      crossing('P3', 'IND', 'arrival', '2025-06-01', { permit_number: 'R-1' }),
      // No visa, no permit, no stamp: no limit to overstay.
      crossing('P4', 'IND', 'arrival', '2025-04-03'),
    ],
    {
      visa: [
        { ...visa, document_number: 'P1', valid_until: '2025-12-31', granted_days: 14 },
        { ...visa, document_number: 'P2', valid_until: '2025-05-20', granted_days: 90 },
      ],
      residence_permit: [
        { permit_number: 'R-1', decision: 'granted', valid_from: '2025-01-01', valid_until: '2025-08-31' },
      ],
    },
  );
  expect(
    table.rows
      .filter(({ key }) => key[1] === 'other')
      .map(({ key, values }) => [key[0], ...values.slice(0, 3), values[4]]),
  ).toEqual([
    ['2025-04', 1, 1, 1, 0],
    ['2025-05', 1, 0, 0, 0],
    ['2025-08', 1, 1, 0, 1],
    ['_T', 3, 2, 1, 1],
  ]);
});

test('an extension replaces the limit, and a pending application suspends it', async () => {
  const until = { authorised_until: '2025-03-10' };
  const holder = { document_issuing_state: 'IND', nationality: 'IND' };
  const { table } = await stays(
    [
      crossing('P1', 'IND', 'arrival', '2025-03-01', until),
      crossing('P1', 'IND', 'departure', '2025-05-01'),
      crossing('P2', 'IND', 'arrival', '2025-03-01', until),
      // Decided after the exit: not an extension of this stay.
      crossing('P3', 'IND', 'arrival', '2025-03-01', until),
      crossing('P3', 'IND', 'departure', '2025-03-20'),
    ],
    {
      residence_permit: [
        { ...holder, document_number: 'P1', decision: 'granted', decided_on: '2025-03-08', valid_until: '2025-06-30' },
        { ...holder, document_number: 'P2', decision: 'pending', applied_on: '2025-03-05' },
        { ...holder, document_number: 'P3', decision: 'granted', decided_on: '2025-04-01', valid_until: '2025-12-30' },
      ],
    },
  );
  expect(
    table.rows
      .filter(({ key }) => key[1] === '_T')
      .map(({ key, values }) => [key[0], ...values.slice(0, 3), values[4]]),
  ).toEqual([
    ['2025-03', 1, 1, 1, 0],
    ['2025-06', 1, 0, 0, 0],
    ['_T', 2, 1, 1, 0],
  ]);
});

test('a stay is judged no later than the last movement recorded', async () => {
  using session = await sessionWith({
    delivery: deliveries,
    border_movement: [
      crossing('P1', 'ZAF', 'arrival', '2025-03-01', { authorised_until: '2025-03-10' }),
      crossing('P2', 'ZAF', 'arrival', '2025-03-01', { authorised_until: '2025-03-20' }),
      crossing('P3', 'LSO', 'arrival', '2025-03-15'),
    ],
  });
  const { table } = await computeMeasure(session, 'stay_and_overstay', parameters);
  expect(cellOf(table, '2025-03/ZAF', 'expected')).toBe(1);
  const { table: earlier } = await computeMeasure(session, 'stay_and_overstay', { ...parameters, asOf: '2025-03-05' });
  expect(earlier.rows).toEqual([]);
});

test('an arrival shortly before midnight is paired with the departure after it, and a day of two movements by their times', async () => {
  const until = { authorised_until: '2025-03-01' };
  const { outcomes } = await stays([
    crossing('P1', 'ZAF', 'arrival', '2025-03-01T23:50:00', until),
    crossing('P1', 'ZAF', 'departure', '2025-03-02T00:10:00'),
    // Left in the morning, came back at night: the stay that begins at night has no exit on that day.
    crossing('P2', 'ZAF', 'departure', '2025-03-01T07:00:00'),
    crossing('P2', 'ZAF', 'arrival', '2025-03-01T19:00:00', until),
    // A day visit.
    crossing('P3', 'ZAF', 'departure', '2025-03-01T19:00:00'),
    crossing('P3', 'ZAF', 'arrival', '2025-03-01T07:00:00', until),
  ]);
  const count = (outcome: string) => cellOf(outcomes, `2025-03/ZAF/${outcome}`, 'stays');
  expect([count('left_late'), count('no_exit'), count('left_in_time')]).toEqual([1, 1, 1]);
});

test('movements of a day without times alternate with the side on which the traveller was', async () => {
  const until = { authorised_until: '2025-03-05' };
  const { outcomes } = await stays([
    // Inside since 1 March: on the 5th left and came back, on the 6th left for good.
    crossing('P1', 'ZAF', 'arrival', '2025-03-01', until),
    crossing('P1', 'ZAF', 'arrival', '2025-03-05', until),
    crossing('P1', 'ZAF', 'departure', '2025-03-05'),
    crossing('P1', 'ZAF', 'departure', '2025-03-06'),
    // Not seen before: a day visit.
    crossing('P2', 'ZAF', 'departure', '2025-03-05'),
    crossing('P2', 'ZAF', 'arrival', '2025-03-05', until),
  ]);
  const count = (outcome: string) => cellOf(outcomes, `2025-03/ZAF/${outcome}`, 'stays');
  expect([count('left_in_time'), count('left_late'), count('no_exit')]).toEqual([2, 1, undefined]);
});

test('a refused entry and a corrected event start no stay', async () => {
  const until = { authorised_until: '2025-03-05' };
  const { table } = await stays([
    crossing('P1', 'ZAF', 'arrival', '2025-03-01', { ...until, decision: 'refused' }),
    crossing('P2', 'ZAF', 'arrival', '2025-03-01', { ...until, source_record_id: '17' }),
    crossing('P2', 'ZAF', 'arrival', '2025-03-02', { ...until, source_record_id: '18', corrects: '17' }),
    crossing('P2', 'ZAF', 'departure', '2025-03-03', { source_record_id: '19' }),
    // Another agency's event of the same number is another event.
    crossing('P3', 'ZAF', 'arrival', '2025-03-01', { ...until, source_record_id: '17', delivery_id: 'd2' }),
    crossing('P3', 'ZAF', 'departure', '2025-03-03', { source_record_id: '20', delivery_id: 'd2' }),
  ]);
  expect(cellOf(table, '2025-03/ZAF', 'expected')).toBe(2);
  expect(cellOf(table, '2025-03/ZAF', 'no_exit')).toBe(0);
});

test('the rolling test counts entry and exit days, each day once, and cuts visits at the window', async () => {
  using session = await sessionWith({
    delivery: deliveries,
    border_movement: [
      // 1 January to 31 March: 31 + 28 + 31 = 90 days, the allowance.
      crossing('P1', 'ZAF', 'arrival', '2025-01-01'),
      crossing('P1', 'ZAF', 'departure', '2025-03-31'),
      // Comes back the same day and leaves on 1 April: 91 days.
      crossing('P1', 'ZAF', 'arrival', '2025-03-31T20:00:00'),
      crossing('P1', 'ZAF', 'departure', '2025-04-01'),
      // 1 July is day 181 of the window's reckoning: the window of its exit begins on 3 January.
      crossing('P2', 'ZAF', 'arrival', '2025-01-01'),
      crossing('P2', 'ZAF', 'departure', '2025-03-31'),
      crossing('P2', 'ZAF', 'arrival', '2025-06-30'),
      crossing('P2', 'ZAF', 'departure', '2025-07-01'),
      crossing('P3', 'LSO', 'arrival', '2025-01-01'),
      crossing('P3', 'LSO', 'departure', '2025-12-01'),
    ],
  });
  const { table } = await computeMeasure(session, 'rolling_stay_90_180', parameters);
  // P1: 90 within, 91 beyond. P2: 90 within; 3 January to 31 March is 88 days, and 2 more make 90: within.
  expect(cellOf(table, '2025/ZAF/within', 'exits')).toBe(3);
  expect(cellOf(table, '2025/ZAF/beyond', 'exits')).toBe(1);
  const short = await computeMeasure(session, 'rolling_stay_90_180', { ...parameters, values: { allowed_days: 89 } });
  expect(cellOf(short.table, '2025/ZAF/beyond', 'exits')).toBe(4);
});
