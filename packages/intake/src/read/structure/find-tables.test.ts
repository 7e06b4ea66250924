import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../raw.ts';
import { codesOf, readOnly, readWritten } from '../written-file.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { tablesOfSheet } from './tables-of-sheet.ts';
import { isTotalLabel } from './total-label.ts';

function sheet(rows: RawCell[][], merges: string[] = [], name = 'Sheet1'): Buffer {
  const made = utils.aoa_to_sheet(rows);
  made['!merges'] = merges.map((range) => utils.decode_range(range));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, made, name);
  return write(workbook, { type: 'buffer', bookType: 'xlsx' });
}

function grid(rows: RawCell[][]): SheetGrid {
  return { name: 'S', rows, width: Math.max(...rows.map((row) => row.length)), merges: [] };
}

const parts = (table: { columns: readonly { headerParts: readonly string[] }[] }) =>
  table.columns.map((column) => column.headerParts);

describe('headers of real sheets', () => {
  test('merged headers on two levels are filled out', async () => {
    const { table, rows } = await readOnly(
      'stock.xlsx',
      sheet(
        [
          ['Migrants by sex', null, null, null, null],
          [],
          ['Country', 'Male', null, 'Female', null],
          [null, 1990, 2000, 1990, 2000],
          ['Lesotho', 1, 2, 3, 4],
          ['South Africa', 5, 6, 7, 8],
        ],
        ['A3:A4', 'B3:C3', 'D3:E3', 'A1:E1'],
      ),
    );
    expect(parts(table)).toEqual([
      ['Country'],
      ['Male', '1990'],
      ['Male', '2000'],
      ['Female', '1990'],
      ['Female', '2000'],
    ]);
    expect(table.columns[1]?.header).toBe('Male / 1990');
    expect(table.titles).toEqual(['Migrants by sex']);
    expect(table.headerRows).toEqual({ first: 3, last: 4 });
    expect(rows).toEqual([
      ['Lesotho', 1, 2, 3, 4],
      ['South Africa', 5, 6, 7, 8],
    ]);
  });

  test('a group name without a merge reaches to the next one, single headers do not spread', async () => {
    const { table } = await readOnly(
      'stock.xlsx',
      sheet([
        ['Country', null, 'Male', null, 'Female', null],
        [null, 'Code', 'Urban', 'Rural', 'Urban', 'Rural'],
        ['Lesotho', 'LSO', 1, 2, 3, 4],
        ['Botswana', 'BWA', 5, 6, 7, 8],
      ]),
    );
    expect(parts(table)).toEqual([
      ['Country'],
      ['Code'],
      ['Male', 'Urban'],
      ['Male', 'Rural'],
      ['Female', 'Urban'],
      ['Female', 'Rural'],
    ]);
  });

  test('units stay in the header, numbers of columns do not', async () => {
    const { table, rows } = await readOnly(
      'units.xlsx',
      sheet([
        ['District', 'Crossings', 'Fees'],
        [null, '(thousands)', '(million LSL)'],
        ['(1)', '(2)', '(3)'],
        ['Maseru', 120, 3.5],
        ['Leribe', 80, 2.5],
      ]),
    );
    expect(parts(table)).toEqual([['District'], ['Crossings', '(thousands)'], ['Fees', '(million LSL)']]);
    expect(rows).toHaveLength(2);
    expect(codesOf(table)).toEqual(expect.arrayContaining(['units_row', 'column_numbers_row']));
  });

  test('a first record of 1, 2, 3 is a record', () => {
    const { tables } = tablesOfSheet(
      grid([
        ['a', 'b', 'c'],
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
      'x',
    );
    expect(tables[0]?.estimatedRows).toBe(3);
  });

  test('lines of preamble before the header are titles', async () => {
    const { table } = await readOnly(
      'preamble.xlsx',
      sheet([
        ['Ministry of Home Affairs'],
        ['Period:', 'March 2025'],
        ['Permit', 'Surname', 'Country', 'Issued'],
        ['P1', 'Mokoena', 'ZAF', 5],
        ['P2', 'Phiri', 'MWI', 6],
      ]),
    );
    expect(table.titles).toEqual(['Ministry of Home Affairs', 'Period: March 2025']);
    expect(parts(table)[0]).toEqual(['Permit']);
  });
});

describe('headers that do not come first', () => {
  test('a sparse line above the names is a title', () => {
    const { tables } = tablesOfSheet(
      grid([
        ['Visa statistics', null, null, 'Ref: 22/3'],
        ['Year', '2023', null, null],
        ['Nationality', 'Male', 'Female', 'Total'],
        ['Indian', 4, 5, 9],
        ['Nigerian', 3, 1, 4],
      ]),
      'x',
    );
    expect(tables[0]?.columns.map((column) => column.header)).toEqual(['Nationality', 'Male', 'Female', 'Total']);
    expect(tables[0]?.titles).toEqual(['Visa statistics Ref: 22/3', 'Year 2023']);
  });

  test('a list of codes without names has no header', () => {
    const { tables } = tablesOfSheet(
      grid([
        ['LS-A', 'Maseru'],
        ['LS-B', 'Butha-Buthe'],
        ['LS-C', 'Leribe'],
      ]),
      'x',
    );
    expect(tables[0]?.headerRows.first).toBe(0);
    expect(tables[0]?.estimatedRows).toBe(3);
  });

  test('a remark beside a table is a note', () => {
    const { tables } = tablesOfSheet(
      grid([
        ['Country', 'Stock', null, null, 'Note: without refugees'],
        ['ZAF', 100],
        ['MOZ', 50],
        ['BWA', 25],
      ]),
      'x',
    );
    expect(tables[0]?.columns.map((column) => column.header)).toEqual(['Country', 'Stock']);
    expect(tables[0]?.notes).toEqual(['Note: without refugees']);
    expect(tables[0]?.estimatedRows).toBe(3);
  });
});

describe('what is no record', () => {
  test('footers are notes, totals are marked with the sum as evidence', async () => {
    const { table, rows } = await readOnly(
      'footer.xlsx',
      sheet([
        ['Post', 'In', 'Out'],
        ['Maseru Bridge', 10, 20],
        ['Maputsoe', 30, 40],
        ['Total', 40, 60],
        ['Source: Home Affairs'],
        ['* provisional'],
      ]),
    );
    expect(rows).toHaveLength(3);
    expect(table.notes).toEqual(['Source: Home Affairs', '* provisional']);
    expect(table.leftOut?.map((row) => row.row)).toEqual([5, 6]);
    expect(table.doubtfulRows).toEqual([{ row: 4, reason: 'Labelled "Total" and the sum of the 2 rows above.' }]);
  });

  test('a repeated header and blank rows are left out and the table goes on', async () => {
    const { table, rows, sourceRows } = await readOnly(
      'pages.xlsx',
      sheet([['Post', 'In'], ['A', 1], ['B', 2], [], ['Post', 'In'], ['C', 3], ['D', 4], [], ['E', 5], ['F', 6]]),
    );
    expect(rows.map((row) => row[0])).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(sourceRows).toEqual([2, 3, 6, 7, 9, 10]);
    expect(codesOf(table)).toContain('goes_on_after_blank');
  });

  test('a page of notes holds no table', async () => {
    const long = 'For statistical purposes, the data for this area do not include those of the special region.';
    const { opened } = await readWritten(
      'notes.xlsx',
      sheet([['Notes'], [], [1, long], [2, long], [3, `${long} ${long}`]], [], 'Notes'),
    );
    expect(opened.tables).toEqual([]);
    expect(opened.findings.map((finding) => finding.code)).toContain('notes_sheet');
  });
});

describe('several tables on a sheet', () => {
  test('one below the other, each with its title', async () => {
    const { tables } = await readWritten(
      'two.xlsx',
      sheet([
        ['Table 1: Arrivals'],
        ['Post', 'In', 'Share'],
        ['A', 1, 0.5],
        ['B', 2, 0.5],
        ['Source: EBCS'],
        [],
        ['Table 2: Permits'],
        ['Permit', 'Country', 'Holder'],
        ['P1', 'ZAF', 'x'],
        ['P2', 'MWI', 'y'],
      ]),
    );
    expect(tables.map(({ table }) => table.titles)).toEqual([['Table 1: Arrivals'], ['Table 2: Permits']]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 2]);
    expect(tables.map(({ table }) => table.notes)).toEqual([['Source: EBCS'], []]);
    expect(tables.map(({ table }) => table.index)).toEqual([0, 1]);
  });

  test('side by side, apart by a blank column', async () => {
    const { tables } = await readWritten(
      'side.xlsx',
      sheet([
        ['Post', 'In', null, 'Country', 'Code'],
        ['A', 1, null, 'Lesotho', 'LSO'],
        ['B', 2, null, 'Botswana', 'BWA'],
        ['C', 3, null, 'Malawi', 'MWI'],
      ]),
    );
    expect(tables.map(({ table }) => table.columns.map((column) => column.header))).toEqual([
      ['Post', 'In'],
      ['Country', 'Code'],
    ]);
  });

  test('a blank column between figures of one table does not split it', async () => {
    const { table, rows } = await readOnly(
      'spaced.xlsx',
      sheet([
        ['Post', 'In', null, 'Out', 'Net'],
        ['A', 1, null, 2, 3],
        ['B', 2, null, 3, 4],
        ['C', 3, null, 4, 5],
      ]),
    );
    expect(table.columns.map((column) => column.header)).toEqual(['Post', 'In', 'Out', 'Net']);
    expect(rows[0]).toEqual(['A', 1, 2, 3]);
  });
});

test.each([
  ['Total', true],
  ['Grand total', true],
  ['SUB-TOTAL:', true],
  ['Subtotal', true],
  ['Total for Maseru', true],
  ['Kakaretso', true],
  ['Totality Holdings', false],
  ['Gaborone', false],
  ['General Nare', false],
  ['Tlali', false],
])('%s is the label of a total: %s', (label, expected) => {
  expect(isTotalLabel(label)).toBe(expected);
});
