import type { Session } from '@leeto/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { explainFigure } from '../explain-figure.ts';
import { cellOf, crossing, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

let session: Session;

/** Two of them moved: a nurse came from South Africa to stay, a citizen left for good; a third citizen came back after two years. */
const movements: readonly Row[] = [
  // Somebody who travels often marks the first and the last day observed.
  ...['2020-01-01', '2025-12-31'].map((on) => crossing('Z1', 'LSO', on < '2021' ? 'departure' : 'arrival', on)),
  // A nurse comes in March 2022 and stays, but for a holiday.
  crossing('A1', 'ZAF', 'arrival', '2022-03-01', {
    sex: 'F',
    date_of_birth: '1990-05-05',
    country_of_birth: 'ZWE',
    country_of_residence: 'ZAF',
    purpose: '3',
    intended_days: 400,
  }),
  crossing('A1', 'ZAF', 'departure', '2022-12-10', { sex: 'F', date_of_birth: '1990-05-05', purpose: '1.1' }),
  crossing('A1', 'ZAF', 'arrival', '2023-01-10', { sex: 'F', date_of_birth: '1990-05-05', purpose: '4' }),
  // A citizen leaves in May 2022 and is gone for two years.
  crossing('B1', 'LSO', 'departure', '2022-05-10', {
    sex: 'M',
    date_of_birth: '1985',
    country_of_birth: 'LSO',
    previous_next_country: 'ZAF',
    purpose: '3',
  }),
  crossing('B1', 'LSO', 'arrival', '2023-08-20', {
    sex: 'M',
    date_of_birth: '1985',
    country_of_birth: 'LSO',
    country_of_residence: 'ZAF',
    purpose: '4',
  }),
  // A visitor of two weeks, over the end of a month.
  crossing('C1', 'DEU', 'arrival', '2022-06-20', {
    sex: 'F',
    date_of_birth: '1970-01-01',
    purpose: '1.1',
    intended_days: 14,
  }),
  crossing('C1', 'DEU', 'departure', '2022-07-04', { sex: 'F', date_of_birth: '1970-01-01', purpose: '1.1' }),
];

beforeAll(async () => {
  session = await sessionWith({
    delivery: [delivery('d1', 'border_movement')],
    border_movement: movements,
    residence_permit: [
      { document_number: 'Y9', document_issuing_state: 'IND', nationality: 'IND', valid_from: '2022-01-01' },
    ],
    work_permit: [
      {
        document_number: 'A1',
        document_issuing_state: 'ZAF',
        nationality: 'ZAF',
        valid_from: '2022-02-01',
        occupation: '2221',
      },
    ],
  });
});
afterAll(() => session.close());

async function tableOf(id: string): Promise<MeasureTable> {
  return (await computeMeasure(session, id, { ...parameters, asOf: '2025-12-31' })).table;
}

test('immigrants by citizenship, birth and previous residence, each with sex and age', async () => {
  expect(cellOf(await tableOf('immigrants_by_citizenship'), 'ZAF/F/Y30T34/2022', 'immigrants')).toBe(1);
  expect(cellOf(await tableOf('immigrants_by_citizenship'), '_T/_T/_T/2023', 'immigrants')).toBe(1);
  expect(cellOf(await tableOf('immigrants_by_birth'), 'ZWE/_T/_T/2022', 'immigrants')).toBe(1);
  expect(cellOf(await tableOf('immigrants_by_previous_residence'), 'ZAF/F/2022', 'immigrants')).toBe(1);
});

test('emigrants by citizenship and next residence', async () => {
  expect(cellOf(await tableOf('emigrants_by_citizenship'), 'LSO/M/Y35T39/2022', 'emigrants')).toBe(1);
  expect(cellOf(await tableOf('emigrants_by_next_residence'), 'ZAF/M/2022', 'emigrants')).toBe(1);
});

test('by reason, for citizens and foreigners, and by the occupation of the work permit', async () => {
  const reasons = await tableOf('migrants_by_reason');
  expect(cellOf(reasons, 'arrival/3/foreigners/F/2022', 'migrants')).toBe(1);
  expect(cellOf(reasons, '_T/3/_T/_T/2022', 'migrants')).toBe(2);
  expect(cellOf(await tableOf('immigrants_by_occupation'), '2/F/2022', 'immigrants')).toBe(1);
});

test('citizens who return are told from other immigrants', async () => {
  const table = await tableOf('return_migrants');
  expect(cellOf(table, 'ZAF/native_born/M/2023', 'return_migrants')).toBe(1);
  expect(cellOf(table, '_T/_T/_T/2022', 'return_migrants')).toBeUndefined();
});

test('net migration is immigrants less emigrants', async () => {
  const table = await tableOf('net_migration');
  expect(table.rows.find(({ key }) => key.join('/') === '_T/_T/2022')?.values).toEqual([1, 1, 0]);
  expect(cellOf(table, 'M/_T/2022', 'net_migration')).toBe(-1);
});

test('intended and actual duration stand beside each other', async () => {
  const table = await tableOf('arrivals_by_duration');
  expect(cellOf(table, 'under_3_months/under_3_months/2022', 'arrivals')).toBe(1);
  // She meant to stay over a year and left for a holiday after nine months.
  expect(cellOf(table, 'from_12_months/from_3_to_12_months/2022', 'arrivals')).toBe(1);
});

test('the temporary population is who is here on the last of the month and lives abroad', async () => {
  const table = await tableOf('temporary_population');
  expect(cellOf(table, 'visitors_personal/foreigners/2022-06', 'persons')).toBe(1);
  expect(cellOf(table, '_T/_T/2022-07', 'persons')).toBeUndefined();
});

test('residents at the end of a year, and the balance that leads from one to the next', async () => {
  const residents = await tableOf('resident_population');
  expect(cellOf(residents, 'ZAF/_T/_T/_T/2022', 'residents')).toBe(1);
  expect(cellOf(residents, 'LSO/_T/_T/_T/2022', 'residents') ?? 0).toBe(0);
  expect(cellOf(residents, '_T/_T/_T/_T/2023', 'residents')).toBe(2);
  const balance = await tableOf('population_balance');
  for (const { values } of balance.rows) {
    const [start = 0, immigrants = 0, emigrants = 0, other = 0, end = 0] = values.map(Number);
    expect(start + immigrants - emigrants + other).toBe(end);
  }
  expect(balance.rows.find(({ key }) => key.join('/') === '_T/2023')?.values).toEqual([1, 1, 0, 0, 2]);
});

test('a figure by outcome is walked back to the row of the crossing', async () => {
  const { source } = await explainFigure(session, 'immigrants_by_citizenship', ['ZAF', 'F', '_T', '2022'], {
    parameters: { ...parameters, asOf: '2025-12-31' },
  });
  expect(source.positions.map(({ row }) => row)).toEqual([4]);
});
