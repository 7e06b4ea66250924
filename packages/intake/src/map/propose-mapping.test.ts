import { describe, expect, it } from 'vitest';
import type { RawTable } from '../raw.ts';
import { readCodeLists } from './guess/code-lists.ts';
import { inspectFile } from './inspect-file.ts';
import { proposeMapping } from './propose-mapping.ts';
import { readCandidates } from './read-candidates.ts';
import { tableOf } from './table-of.ts';
import { testCatalogue } from './test-catalogue.ts';

const propose = (table: RawTable, options = {}) =>
  proposeMapping({ name: table.file }, table, testCatalogue, { latestYear: 2025, ...options });

async function countsOf(table: RawTable) {
  const { mapping } = await propose(table);
  if (mapping === null) throw new Error('not recognised');
  const reading = readCandidates({ name: table.file }, table, mapping, testCatalogue, {
    latestYear: 2025,
    pseudonymKey: 'k',
  });
  const rows = [];
  for await (const batch of reading.batches)
    rows.push(...batch.rows.map((row) => Object.fromEntries(batch.columns.map((name, i) => [name, row[i]]))));
  const { counts, issues } = await reading.finish();
  issues.dispose();
  return { counts, rows, mapping };
}

const border = (dates: readonly string[]) =>
  tableOf(
    ['Border Post', 'Entry/Exit', 'Date', 'Time', 'Full name', 'Gender', 'Born / age', 'Citizenship', 'Passport No.'],
    dates.map((date, i) => [
      'Maseru Bridge',
      i % 2 ? 'Exit' : 'Entry',
      date,
      '08:30',
      'MOKOENA Thabo',
      'M',
      i % 3 ? '02/11/1990' : '34',
      'Mosotho',
      `RA12345${i}`,
    ]),
  );

describe('proposing a mapping', () => {
  it('recognises an unknown agency file by headers and values', async () => {
    const { mapping, rows, counts } = await countsOf(border(['13/02/2024', '03/04/2024', '05/04/2024']));
    expect(mapping.register).toBe('border_movement');
    expect(mapping.emit[0]?.fields.crossed_on).toEqual({ from: { column: 'Date' }, via: { dates: ['dmy'] } });
    expect(counts).toMatchObject({ ready: 3, refused: 0 });
    expect(rows[1]).toMatchObject({
      crossed_on: '2024-04-03',
      crossed_at: '2024-04-03T08:30:00',
      surname: 'Mokoena',
      given_names: 'Thabo',
      date_of_birth: '1990-11-02',
      direction: 'departure',
    });
    expect(rows[0]?.date_of_birth).toBe('1990');
  });

  it('decides day or month first from the whole column, and says so where nothing decides', async () => {
    const monthFirst = await propose(border(['03/04/2024', '02/13/2024']));
    expect(monthFirst.mapping?.emit[0]?.fields.crossed_on?.via).toEqual({ dates: ['mdy'] });
    const undecided = await propose(
      tableOf(['Post', 'Direction', 'Date', 'Nationality'], [['Maseru Bridge', 'In', '03/04/2024', 'LSO']]),
    );
    expect(undecided.mapping?.doubts.join()).toMatch(/whether the day or the month stands first/);
  });

  it('reads codes by their labels in a separate list', async () => {
    const lists = await readCodeLists(
      { name: 'countries.csv' },
      tableOf(
        ['code', 'value'],
        [
          ['245', 'CHINA, PRC'],
          ['135', 'UNITED KINGDOM'],
          ['7', 'Invalid: Peru'],
        ],
      ),
    );
    const table = tableOf(
      ['Port', 'Direction', 'Date', 'Nationality'],
      [
        ['Maputsoe', 'Entry', '2024-01-01', 135],
        ['Maputsoe', 'Entry', '2024-01-02', 7],
      ],
    );
    const { mapping } = await propose(table, { codeLists: lists });
    const list = Object.values(mapping?.codeLists ?? {})[0];
    expect(list).toMatchObject({ '135': 'GBR', '7': 'PER' });
  });

  it('knows a publisher by its headers, whatever the file is called', async () => {
    const table = tableOf(
      ['year', 'coo_name', 'coo_iso', 'coa_name', 'coa_iso', 'refugees', 'asylum_seekers', 'idps'],
      [[2030, 'Unknown', 'UNK', 'Lesotho', 'LSO', 12, 0, null]],
    );
    const { counts, rows } = await countsOf(table);
    expect(counts).toMatchObject({ read: 3, ready: 1, leftOut: 2 });
    expect(rows[0]).toMatchObject({
      asylum_country: 'LSO',
      origin: '_U',
      population_type: 'refugees',
      time_period: '2030',
      obs_value: '12',
    });
  });

  it('makes an arrival and a departure of one admission, without the number itself', async () => {
    const headers = [
      'cicid',
      'i94yr',
      'i94mon',
      'i94cit',
      'i94res',
      'i94port',
      'arrdate',
      'i94mode',
      'depdate',
      'i94visa',
      'biryear',
      'dtaddto',
      'gender',
      'airline',
      'admnum',
      'fltno',
      'visatype',
    ];
    const row = [
      '6.0',
      '2016.0',
      '4.0',
      '692.0',
      '692.0',
      'XXX',
      '20573.0',
      '1.0',
      '20580.0',
      '2.0',
      '1979.0',
      '10282016',
      'F',
      'JL',
      '1897628485.0',
      '782',
      'B2',
    ];
    const { rows, mapping } = await countsOf(tableOf(headers, [row, [...row.slice(0, 8), null, ...row.slice(9)]]));
    expect(mapping.doubts.join()).toMatch(/list of codes and labels/);
    expect(rows.map((each) => [each.direction, each.crossed_on, each.authorised_until ?? null])).toEqual([
      ['arrival', '2016-04-29', '2016-10-28'],
      ['departure', '2016-05-06', null],
      ['arrival', '2016-04-29', '2016-10-28'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('1897628485');
  });

  it('turns columns of years into a series, without the totals', async () => {
    const table = tableOf(
      ['Country of residence', 'Country of birth', '2001', '2011', '2021'],
      [
        ['Lesotho', 'World', 9, 9, 9],
        ['Lesotho', 'South Africa', 1, '..', 3],
      ],
    );
    const { counts, rows, mapping } = await countsOf(table);
    expect(mapping.register).toBe('migrant_stock');
    expect(counts).toMatchObject({ ready: 2, leftOut: 2 });
    expect(rows.map((row) => [row.origin, row.time_period, row.obs_value])).toEqual([
      ['ZAF', '2001', '1'],
      ['ZAF', '2021', '3'],
    ]);
  });

  it('says why a table is not recognised and what is missing', async () => {
    const proposal = await propose(
      tableOf(
        ['Surname', 'First name', 'Nationality', 'Shoe size'],
        [
          ['A', 'B', 'LSO', 43],
          ['C', 'D', 'ZAF', 41],
        ],
      ),
    );
    expect(proposal.mapping).toBeNull();
    expect(proposal.because).toMatch(/^the nearest register is ".+", but nothing in it gives /);
  });

  it("uses a saved mapping for next month's file", async () => {
    const first = await propose(border(['13/02/2024']));
    const saved = first.mapping ? [JSON.parse(JSON.stringify(first.mapping))] : [];
    const next = await propose(border(['03/04/2024']), { saved });
    expect(next).toMatchObject({ by: 'saved', mapping: saved[0] });
  });
});

describe('inspecting a file', () => {
  it('shows kinds and quality, and masks what names a person', async () => {
    const table = border(['13/02/2024', '03/04/2024', '']);
    const inspection = await inspectFile(
      {
        path: 'x.csv',
        name: 'x.csv',
        sha256: '',
        bytes: 1,
        format: 'csv',
        container: null,
        encoding: null,
        delimiter: null,
        tables: [table],
        findings: [],
      },
      testCatalogue,
      { latestYear: 2025 },
    );
    const columns = inspection.tables[0]?.columns ?? [];
    expect(columns.find((column) => column.header === 'Date')).toMatchObject({ field: 'crossed_on', missing: 1 / 3 });
    expect(columns.find((column) => column.header === 'Citizenship')?.kinds[0]?.kind).toBe('country');
    expect(JSON.stringify(inspection.tables[0]?.columns)).not.toMatch(/MOKOENA|RA12345/i);
  });
});
