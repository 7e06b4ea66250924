import type { CanonicalValue } from '@leeto/registers';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../raw.ts';
import type { Mapping } from './mapping.ts';
import { readCandidates } from './read-candidates.ts';
import { tableOf } from './table-of.ts';
import { testCatalogue } from './test-catalogue.ts';

const headers = ['No', 'Post', 'Way', 'Date', 'Nat', 'Born', 'Passport'];
const mapping: Mapping = {
  version: 1,
  id: 'test',
  title: 'Test',
  register: 'border_movement',
  recognise: { headers },
  nulls: ['n/k'],
  decimalMark: '.',
  codeLists: { way: { '1': 'arrival', '2': 'departure' } },
  skipRowWhen: [{ test: { of: { column: 'No' }, matches: '^total' }, reason: 'total' }],
  emit: [
    {
      label: 'crossing',
      fields: {
        source_record_id: { from: { column: 'No' } },
        port: { from: { column: 'Post' } },
        direction: { from: { column: 'Way' }, via: { codeList: 'way' } },
        crossed_on: { from: { column: 'Date' }, via: { dates: ['dmy'] } },
        nationality: { from: { column: 'Nat' } },
        date_of_birth: { from: { column: 'Born' }, via: { dates: ['dmy'] } },
        document_number: { from: { column: 'Passport' }, via: { pseudonymise: true } },
      },
    },
  ],
  provenance: {},
  doubts: [],
};

async function readAll(table: RawTable, using: Mapping = mapping) {
  const reading = readCandidates({ name: table.file }, table, using, testCatalogue, {
    pseudonymKey: 'key',
    latestYear: 2025,
  });
  const records: Record<string, CanonicalValue>[] = [];
  for await (const batch of reading.batches) {
    for (const row of batch.rows)
      records.push(Object.fromEntries(batch.columns.map((name, i) => [name, row[i] ?? null])));
  }
  const { issues, counts } = await reading.finish();
  const rows = [];
  for await (const row of issues.rows()) rows.push(row);
  issues.dispose();
  return { records, counts, rows };
}

describe('reading candidates', () => {
  it('reads messy spellings into canonical values', async () => {
    const { records } = await readAll(tableOf(headers, [['7', ' maseru ', 1, '3/4/2024', 'RSA', '1/2/87', 'a 123-4']]));
    expect(records[0]).toMatchObject({
      source_record_id: '7',
      port: 'LS-MSB',
      direction: 'arrival',
      crossed_on: '2024-04-03',
      nationality: 'ZAF',
      date_of_birth: '1987-02-01',
    });
    expect(records[0]?.document_number).toMatch(/^[0-9A-F]{20}$/);
  });

  it('reports every problem of every row and refuses only rows with errors', async () => {
    const { records, counts, rows } = await readAll(
      tableOf(headers, [
        ['1', 'Nowhere', '3', '31/02/2024', 'Atlantis', '1990', 'X1'],
        ['2', 'MSB', '2', '12/25/2024', 'LSO', 'n/k', 'X2'],
        ['Total', '', '', '', '', '', ''],
        ['3', 'MSB', '2', '', 'LSO', '2030-01-01', 'X3'],
      ]),
    );
    expect(counts).toMatchObject({ read: 4, ready: 1, refused: 2, leftOut: 1, leftOutBecause: { total: 1 } });
    expect(rows[0]?.issues.map((issue) => `${issue.column} ${issue.code}`)).toEqual([
      'Post unknown_code',
      'Way unknown_code',
      'Date not_a_date',
      'Nat unknown_country',
    ]);
    expect(rows[0]?.cells).toEqual(['1', 'Nowhere', '3', '31/02/2024', 'Atlantis', '1990', 'X1']);
    expect(rows[1]).toMatchObject({
      row: 3,
      cells: null,
      issues: [{ code: 'month_before_day', severity: 'warning', value: '12/25/2024' }],
    });
    expect(rows[2]?.issues.map((issue) => issue.code)).toEqual(['required']);
    expect(records).toHaveLength(1);
  });

  it('makes several records of a row, and one of each cell of an unpivot', async () => {
    const table = tableOf(
      ['Country', 'males / 1990', 'males / 2000', 'females / 1990'],
      [
        ['WORLD', 1, 2, 3],
        ['Lesotho', 5, '..', '1 200'],
      ],
    );
    const { records, counts } = await readAll(table, {
      ...mapping,
      register: 'migrant_stock',
      skipRowWhen: [{ test: { of: { column: 'Country' }, isIn: 'area_aggregate' }, reason: 'aggregate' }],
      emit: [
        {
          label: 'stock',
          unpivot: { pattern: '^\\d{4}$', level: -1 },
          leaveOutWhen: [{ test: { of: { cell: true }, is: ['..'] }, reason: 'empty' }],
          fields: {
            reference_area: { from: { column: 'country' } },
            origin: { from: { constant: '_T' } },
            sex: { from: { header: 0 } },
            time_period: { from: { header: -1 } },
            basis: { from: { constant: 'foreign_born' } },
            obs_value: { from: { cell: true } },
          },
        },
      ],
    });
    expect(counts).toMatchObject({ read: 4, ready: 2, leftOut: 2, leftOutBecause: { aggregate: 1, empty: 1 } });
    expect(records.map((record) => [record.reference_area, record.sex, record.time_period, record.obs_value])).toEqual([
      ['LSO', 'M', '1990', '5'],
      ['LSO', 'F', '1990', '1200'],
    ]);
  });

  it('says which columns of the mapping the table does not have', async () => {
    const { rows } = await readAll(
      tableOf(['No', 'Post', 'Way', 'Date', 'Nat'], [['1', 'MSB', '1', '1/1/2024', 'LSO']]),
    );
    expect(rows[0]?.issues.map((issue) => [issue.code, issue.column])).toEqual([
      ['missing_column', 'Born'],
      ['missing_column', 'Passport'],
    ]);
  });

  it('keeps all issues beyond what fits in memory, in order', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => [String(i), 'Nowhere', '1', '1/1/2024', 'LSO', '', '']);
    const { rows, counts } = await readAll(tableOf(headers, many));
    expect(counts.refused).toBe(5_000);
    expect(rows.map((row) => row.row)).toEqual(many.map((_, i) => i + 2));
  });
});
