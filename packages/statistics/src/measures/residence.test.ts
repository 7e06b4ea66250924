import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { explainFigure } from '../explain-figure.ts';
import { cellOf, crossing, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';

const registers = (more: readonly Row[] = []) => ({
  delivery: [delivery('d1', 'border_movement')],
  border_movement: [
    // Observation begins; nothing is known of this one.
    crossing('P0', 'ZAF', 'arrival', '2020-01-01'),
    // Comes to stay, with a holiday: one migrant arrival.
    crossing('P1', 'ZAF', 'arrival', '2022-03-10'),
    crossing('P1', 'ZAF', 'departure', '2022-12-10'),
    crossing('P1', 'ZAF', 'arrival', '2023-01-20'),
    // Goes for good.
    crossing('P2', 'LSO', 'departure', '2022-03-15'),
    // A visit of a week.
    crossing('P3', 'ZWE', 'arrival', '2022-03-20'),
    crossing('P3', 'ZWE', 'departure', '2022-03-27'),
    // Somebody who came in, was next seen coming in again, and stays: the exit between is put in at the middle.
    crossing('P4', 'IND', 'arrival', '2022-05-01', { port: 'LS-MSU' }),
    crossing('P4', 'IND', 'arrival', '2022-05-11', { port: 'LS-MSU' }),
    // Not decided yet.
    crossing('P5', 'ZAF', 'arrival', '2025-06-01'),
    crossing('P6', 'LSO', 'departure', '2025-12-30'),
    ...more,
  ],
});

test('migrants are counted by what they did afterwards, by month and direction', async () => {
  using session = await sessionWith(registers());
  const { table } = await computeMeasure(session, 'migrant_flows_by_month', parameters);
  expect(cellOf(table, '2022-03/arrival', 'migrants')).toBe(1);
  expect(cellOf(table, '2022-03/departure', 'migrants')).toBe(1);
  expect(cellOf(table, '2022-05/arrival', 'migrants')).toBe(1);
  expect(cellOf(table, '2022-05/arrival', 'imputed')).toBe(1);
  expect(cellOf(table, '2022-03/arrival', 'imputed')).toBe(0);
  expect(cellOf(table, '2025-06/arrival', 'unresolved')).toBe(1);
  // Half a year is too short to tell: no figure, not zero.
  expect(cellOf(table, '2025-06/arrival', 'migrants')).toBeNull();
  expect(cellOf(table, '2022-12/departure', 'migrants')).toBeUndefined();
  expect(table.metadata.residenceRule).toBe('12m');
});

test('another rule is a matter of two numbers', async () => {
  using session = await sessionWith(registers());
  const values = { window: 365, threshold: 183 };
  const { table } = await computeMeasure(session, 'migrant_flows_by_month', { ...parameters, values });
  // Half a year has passed since June.
  expect(cellOf(table, '2025-06/arrival', 'migrants')).toBe(1);
});

test('a miner who is home five days a month is in the plain series and not in the headline', async () => {
  const mine = Array.from({ length: 24 }, (_, month) => {
    const on = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return [crossing('M1', 'LSO', 'departure', `${on}-03`), crossing('M1', 'LSO', 'arrival', `${on}-28`)];
  }).flat();
  using session = await sessionWith(registers(mine));
  const { table } = await computeMeasure(session, 'migrant_flows_by_month', parameters);
  expect(cellOf(table, '2022-01/departure', 'migrants')).toBe(0);
  expect(cellOf(table, '2022-01/departure', 'migrants_and_commuters')).toBe(1);
});

test('persons that linkage found keep their history when the document changes', async () => {
  const renewed = [crossing('OLD', 'LSO', 'departure', '2022-08-01'), crossing('NEW', 'LSO', 'arrival', '2022-09-01')];
  using session = await sessionWith(registers(renewed));
  const unlinked = await computeMeasure(session, 'migrant_flows_by_month', parameters);
  // By document, one leaves for good and another comes to stay.
  expect(cellOf(unlinked.table, '2022-08/departure', 'migrants')).toBe(1);
  expect(cellOf(unlinked.table, '2022-09/arrival', 'migrants')).toBe(1);

  using linked = await sessionWith(registers(renewed));
  await linked.run(
    "create table person_of_record as select 'border_movement' as register, record_id, 7::bigint as person_id from border_movement where document_number in ('OLD', 'NEW')",
  );
  const { table } = await computeMeasure(linked, 'migrant_flows_by_month', parameters);
  expect(cellOf(table, '2022-08/departure', 'migrants')).toBeUndefined();
  expect(cellOf(table, '2022-09/arrival', 'migrants')).toBeUndefined();
});

test('two crossings of one day without times are put so that directions alternate', async () => {
  const day = [
    crossing('Q1', 'ZAF', 'arrival', '2022-07-01'),
    crossing('Q1', 'ZAF', 'arrival', '2022-10-01'),
    crossing('Q1', 'ZAF', 'departure', '2022-10-01'),
  ];
  using session = await sessionWith(registers(day));
  const { table } = await computeMeasure(session, 'imputed_crossings', parameters);
  expect(cellOf(table, 'LS-MSB/2022-10', 'put_in')).toBe(0);
});

test('missing crossings are counted where they come to light', async () => {
  using session = await sessionWith(registers());
  const { table } = await computeMeasure(session, 'imputed_crossings', parameters);
  expect(cellOf(table, 'LS-MSU/2022-05', 'crossings')).toBe(2);
  expect(cellOf(table, 'LS-MSU/2022-05', 'put_in')).toBe(1);
  expect(cellOf(table, 'LS-MSU/2022-05', 'imputation_rate')).toBeCloseTo(100 / 3);
  expect(cellOf(table, '_T/_T', 'put_in')).toBe(1);
  expect(cellOf(table, '_T/_T', 'crossings')).toBe(11);
});

test('a figure of flows is walked back to the rows of the files', async () => {
  using session = await sessionWith(registers());
  const { source, steps } = await explainFigure(session, 'migrant_flows_by_month', ['2022-03', 'arrival'], {
    parameters,
  });
  expect(source.positions.map(({ file, row }) => [file, row])).toEqual([['d1.csv', 3]]);
  expect(steps.map(({ name }) => name)).toContain('residence_flows');
});
