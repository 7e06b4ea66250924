import type { CanonicalValue } from '@leeto/registers';
import { expect, test } from 'vitest';
import type { RawTable } from '../../raw.ts';
import { proposeMapping } from '../propose-mapping.ts';
import { readCandidates } from '../read-candidates.ts';
import { tableOf } from '../table-of.ts';
import { testCatalogue } from '../test-catalogue.ts';

type Row = Readonly<Record<string, CanonicalValue>>;

/** Records of a table, which one of the layouts has to know. */
async function recordsOf(table: RawTable): Promise<{ readonly records: readonly Row[]; readonly refused: number }> {
  const file = { name: table.file };
  const { mapping, by } = await proposeMapping(file, table, testCatalogue, { latestYear: 2026 });
  if (mapping === null) throw new Error('not recognised');
  expect(by).toBe('layout');
  const reading = readCandidates(file, table, mapping, testCatalogue, { pseudonymKey: 'test', latestYear: 2026 });
  const records: Row[] = [];
  for await (const { columns, rows } of reading.batches) {
    for (const row of rows) records.push(Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
  }
  const { counts, issues } = await reading.finish();
  issues.dispose();
  return { records, refused: counts.refused };
}

const cellsOf = (records: readonly Row[], ...names: readonly string[]): readonly string[] =>
  records.map((record) => names.map((name) => record[name] ?? '–').join(' '));

test('UNHCR: the table of its web site, whose columns have names in words, masked cells and dashes', async () => {
  const table = tableOf(
    [
      'Year',
      'Country of origin',
      'Country of origin (ISO)',
      'Country of asylum',
      'Country of asylum (ISO)',
      "Refugees under UNHCR's mandate",
      'Asylum-seekers',
      'IDPs of concern to UNHCR',
      'Stateless persons',
      'Other people in need of international protection',
    ],
    [
      ['2023', 'Dem. Rep. of the Congo', 'COD', 'Lesotho', 'LSO', '166', '118', '0', '0', '-'],
      ['2023', 'Unknown', 'UNK', 'Lesotho', 'LSO', '0', '7', '0', '*', '-'],
    ],
  );
  const { records, refused } = await recordsOf(table);
  expect(cellsOf(records, 'asylum_country', 'origin', 'population_type', 'time_period', 'obs_value')).toEqual([
    'LSO COD refugees 2023 166',
    'LSO COD asylum_seekers 2023 118',
    'LSO _U asylum_seekers 2023 7',
  ]);
  expect(refused).toBe(0);
});

test('UNHCR: decisions from its web site', async () => {
  const table = tableOf(
    [
      'Year',
      'Country of origin',
      'Country of asylum',
      'Authority',
      'Stage of procedure',
      'Cases / Persons',
      'Recognized decisions',
      'Rejected decisions',
      'Total decisions',
    ],
    [['2023', 'Uganda', 'Lesotho', 'G', 'FI', 'P', '10', '3', '13']],
  );
  const { records } = await recordsOf(table);
  expect(cellsOf(records, 'origin', 'indicator', 'decision_level', 'counted_unit', 'obs_value')).toEqual([
    'UGA recognised FI P 10',
    'UGA rejected FI P 3',
    'UGA decisions_total FI P 13',
  ]);
});

const incidents = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  tableOf(
    [...headers, 'Region of Incident', 'Number of Dead', 'Total Number of Dead and Missing', 'Location of Incident'],
    rows,
  );

test('IOM: incidents of one event have numbers of their own', async () => {
  const table = incidents(
    ['Main ID', 'Incident ID', 'Incident Date'],
    [
      ['2024.MMP0001', '2024.MMP0001.1', '2024-02-03', 'Southern Africa', '2', '3', 'Mohokare river'],
      ['2024.MMP0001', '2024.MMP0001.2', '2024-02-03', 'Southern Africa', '1', '1', 'Mohokare river'],
    ],
  );
  const { records } = await recordsOf(table);
  expect(cellsOf(records, 'incident_id', 'dead_and_missing')).toEqual(['2024.MMP0001.1 3', '2024.MMP0001.2 1']);
});

test('IOM: two vintages without numbers name an incident alike, however the rest of the row was revised', async () => {
  const place = ['Southern Africa', '2', '3', 'Mohokare river'];
  const older = incidents(
    ['Incident year', 'Reported Month', 'Cause of Death'],
    [['2016', 'May', 'Unknown', ...place]],
  );
  const newer = incidents(
    ['Cause of Death', 'Incident year', 'Reported Month', 'Number of Survivors'],
    [
      ['Drowning', '2016', 'May', '-1', ...place],
      ['Drowning', '2016', 'May', '4', ...place],
    ],
  );
  const [before, after] = [await recordsOf(older), await recordsOf(newer)];
  expect(after.records[0]?.incident_id).toBe(before.records[0]?.incident_id);
  expect(after.records[1]?.incident_id).not.toBe(before.records[0]?.incident_id);
  // A number below zero is the publisher's way to say that it does not know: the dead of the row count all the same.
  expect(cellsOf(after.records, 'survivors', 'dead_and_missing')).toEqual(['– 3', '4 3']);
  expect(after.refused).toBe(0);
});

test("World Bank: the publisher's totals are kept as totals, as the remainders among them have no code", async () => {
  const table = tableOf(
    ['Source', 'Afghanistan', 'Australia', 'Zimbabwe', 'Lesotho', 'Other North', 'World'],
    [
      ['Afghanistan', '0', '10', '0', '0', '5', '15'],
      ['Australia', '0', '0', '0', '0', '0', '0'],
      ['Zimbabwe', '0', '0', '0', '91', '0', '91'],
      ['Other North', '0', '0', '0', '1651', '0', '1651'],
      ['World', '0', '10', '0', '1742', '5', '1757'],
    ],
    { titles: ['Bilateral Estimates of Migrant Stocks in 2017'] },
  );
  const { records } = await recordsOf(table);
  expect(cellsOf(records, 'origin', 'reference_area', 'time_period', 'obs_value')).toEqual([
    'AFG AUS 2017 10',
    'AFG _T 2017 15',
    'ZWE LSO 2017 91',
    'ZWE _T 2017 91',
    '_T AUS 2017 10',
    '_T LSO 2017 1742',
    '_T _T 2017 1757',
  ]);
});

test('US labour certifications: an association and its members are records of one case', async () => {
  const table = tableOf(
    [
      'CASE_NUMBER',
      'CASE_STATUS',
      'RECEIVED_DATE',
      'DECISION_DATE',
      'EMPLOYER_NAME',
      'EMPLOYER_CITY',
      'JOB_TITLE',
      'TOTAL_WORKERS_NEEDED',
      'TOTAL_WORKERS_H2A_REQUESTED',
      'TOTAL_WORKERS_H2A_CERTIFIED',
      'ORGANIZATION_FLAG',
    ],
    [
      ['C-1', 'Certified - Full', '2020-01-02', '2020-02-03', 'Growers', 'Vass', 'Farmworker', '40', '30', '30', 'A'],
      ['C-1', 'Certified - Full', '2020-01-02', '2020-02-03', 'A Farm', 'Vass', 'Farmworker', '', '', '10', ''],
      ['C-1', 'Certified - Full', '2020-01-02', '2020-02-03', 'B Farm', 'Dunn', 'Farmworker', '', '', '20', ''],
    ],
  );
  const { records } = await recordsOf(table);
  const { key } = testCatalogue.records.get('labour_certification') ?? { key: [] };
  expect(new Set(cellsOf(records, ...key)).size).toBe(3);
  expect(cellsOf(records, 'received_on', 'workers_requested', 'workers_certified')).toEqual([
    '2020-01-02 30 30',
    '2020-01-02 – 10',
    '2020-01-02 – 20',
  ]);
});
