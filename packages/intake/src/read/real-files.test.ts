import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codesOf, readAll } from './written-file.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data');
const isThere = existsSync(DATA);
if (!isThere)
  process.stderr.write('skipped: real files of the publishers, which stand at ../shared/data beside the project\n');

const read = (path: string) => readAll(join(DATA, path));

describe.skipIf(!isThere)('files as their publishers issued them', () => {
  test('UN DESA 2020: six tables of 283 areas, group names joined to years, notes and contents are no tables', async () => {
    const { opened, tables } = await read('migration/undesa/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx');
    expect(tables.map(({ table, rows }) => [table.sheet, table.columns.length, rows.length])).toEqual([
      ['Table 1', 26, 283],
      ['Table 2', 26, 283],
      ['Table 3', 26, 283],
      ['Table 4', 12, 283],
      ['Table 5', 23, 283],
      ['Table 6', 25, 283],
    ]);
    const first = tables[0];
    expect(first?.table.columns[5]?.headerParts).toEqual([
      'International migrant stock at mid-year, both sexes combined',
      '1990',
    ]);
    expect(first?.table.columns[25]?.headerParts).toEqual(['International migrant stock at mid-year, females', '2020']);
    expect(first?.table.headerRows).toEqual({ first: 8, last: 11 });
    expect(first?.rows[0]?.slice(0, 4)).toEqual([1, 'WORLD', null, 900]);
    expect(first?.rows[0]?.[5]).toBe(152986157);
    expect(first?.sourceRows.at(-1)).toBe(294);
    expect(opened.findings.filter((finding) => finding.code === 'notes_sheet').map((finding) => finding.where)).toEqual(
      ['Table of contents', 'Notes'],
    );
  });

  test('UN DESA 2019: groups that are only centred over their columns are spread, raised marks are left off', async () => {
    const { tables } = await read('migration/undesa/undesa_pd_2019_migrant_stock_total_dataset.xlsx');
    expect(tables.map(({ table, rows }) => [table.sheet, rows.length])).toEqual(
      ['Table 1', 'Table 2', 'Table 3', 'Table 4', 'Table 5', 'Table 6', 'ANNEX'].map((sheet) => [sheet, 283]),
    );
    expect(tables[0]?.table.columns.slice(4, 7).map((column) => column.headerParts)).toEqual([
      ['Type of data (a)'],
      ['International migrant stock at mid-year (both sexes)', '1990'],
      ['International migrant stock at mid-year (both sexes)', '1995'],
    ]);
    expect(tables[1]?.table.columns[4]?.headerParts[0]).toBe('Total population of both sexes at mid-year (thousands)');
  });

  test('World Bank matrices: the sum row and the sum column are marked, the notes set aside', async () => {
    const { tables } = await read('migration/worldbank/WB_Bilateral_Remittance_Estimates_2017.xlsx');
    expect(tables).toHaveLength(1);
    const matrix = tables[0];
    expect(matrix?.table.columns).toHaveLength(216);
    expect(matrix?.rows).toHaveLength(215);
    expect(matrix?.table.notes).toHaveLength(4);
    expect(matrix?.table.doubtfulRows?.map((row) => row.row)).toEqual([217]);
    expect(matrix && codesOf(matrix.table)).toContain('total_column');
    const stocks = await read('migration/worldbank/WB_Bilateral_Estimates_Migrant_Stocks_2017.xlsx');
    expect(stocks.tables.map(({ table, rows }) => [table.sheet, table.columns.length, rows.length])).toEqual([
      ['Bilateral_Migration_2017', 218, 217],
      ['countries-comparison', 1, 217],
      ['countries-comparison', 3, 215],
    ]);
  });

  test.each([
    ['H-2A_FY2010.xlsx', 27, 7394],
    ['H-2A_FY14_Q4.xlsx', 29, 9405],
    ['H-2B_FY14_Q4.xlsx', 26, 5467],
    ['H-2B_FY2013.xls', 25, 4710],
    ['H-2B_FY2000.csv.gz', 27, 4914],
    ['H2a_FY2006.csv.gz', 16, 7469],
  ])('labour visas in %s: %i columns, %i rows', async (file, columns, rows) => {
    const { tables } = await read(`migration/us_h2_labour/${file}`);
    expect(tables.map((each) => [each.table.columns.length, each.rows.length])).toEqual([[columns, rows]]);
  });

  test('dates of a workbook are ISO text', async () => {
    const { tables } = await read('migration/us_h2_labour/H-2B_FY2013.xls');
    expect(tables[0]?.rows[0]?.slice(1, 3)).toEqual(['2012-10-01T10:13:39', '2012-09-20']);
  });

  test('the truncated upload is named as such, its whole rows are kept', async () => {
    const { tables } = await read('migration/iom/missing_migrants_TRUNCATED_kaggle.csv');
    expect(tables[0]?.rows).toHaveLength(2190);
    expect(tables[0]?.table.findings).toContainEqual(
      expect.objectContaining({ code: 'truncated', severity: 'error', where: 'line 2193' }),
    );
  });

  test('lists without a header get column letters', async () => {
    const { tables } = await read('watchlist/ofac_sdn_bench.csv');
    expect(tables[0]?.table.headerRows.first).toBe(0);
    expect(tables[0]?.table.columns).toHaveLength(12);
    expect(tables[0]?.rows).toHaveLength(8976);
  });

  test('border microdata in Parquet', async () => {
    const { tables } = await read('migration/us_i94/part-00000.snappy.parquet');
    expect(tables[0]?.rows).toHaveLength(219_268);
    expect(tables[0]?.table.columns.slice(0, 3).map((column) => column.header)).toEqual(['cicid', 'i94yr', 'i94mon']);
  });
});
