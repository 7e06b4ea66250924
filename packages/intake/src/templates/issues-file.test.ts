import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import type { CanonicalValue } from '@leeto/registers';
import { afterAll, describe, expect, it } from 'vitest';
import type { Mapping } from '../map/mapping.ts';
import { proposeMapping } from '../map/propose-mapping.ts';
import { readCandidates } from '../map/read-candidates.ts';
import { tableOf } from '../map/table-of.ts';
import { testCatalogue } from '../map/test-catalogue.ts';
import type { RawTable } from '../raw.ts';
import { openFile } from '../read/index.ts';
import { readIssuesFile } from './read-issues-file.ts';
import { writeIssuesFile } from './write-issues-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'leeto-issues-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const headers = [
  'Ref No',
  'Crossing / Border post',
  'Crossing / Direction',
  'Crossing / Date',
  'Nationality',
  'Surname',
  'Given names',
];
const rows = [
  ['A1', 'Maseru Bridge', 'Entry', '25/12/2024', 'South Africa', '=cmd()', 'Thabo'],
  ['A2', 'Nowhere', 'Exit', '31/02/2025', 'Lesotho', '=HYPERLINK("x")', 'Lineo'],
  ['A3', 'Maputsoe', 'Exit', '13/01/2025', '', 'Mokoena', 'Palesa'],
];

async function readAll(table: RawTable, mapping: Mapping) {
  const reading = readCandidates({ name: 'border.xlsx' }, table, mapping, testCatalogue, { latestYear: 2025 });
  const records: (Record<string, CanonicalValue> & { readonly row: string })[] = [];
  for await (const batch of reading.batches) {
    batch.rows.forEach((row, i) => {
      const fields = Object.fromEntries(batch.columns.map((name, place) => [name, row[place] ?? null]));
      records.push({ ...fields, row: String(batch.sourceRows[i]) });
    });
  }
  return { records, ...(await reading.finish()) };
}

async function deliver() {
  const table = tableOf(headers, rows, { file: 'border.xlsx', sheet: 'January' });
  const { mapping } = await proposeMapping({ name: 'border.xlsx' }, table, testCatalogue, { latestYear: 2025 });
  if (mapping === null) throw new Error('not recognised');
  return { table, mapping, ...(await readAll(table, mapping)) };
}

describe('the issues file', () => {
  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    const { table, mapping, issues } = await deliver();
    for (const name of ['private.csv', 'private.xlsx']) {
      const path = join(folder, name);
      await writeIssuesFile(path, { file: 'border.xlsx', sha256: 'abc', parts: [{ table, mapping, issues }] });
      expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  it('names file, sheet, row, column, value, problem and what would be accepted', async () => {
    const { table, mapping, issues, counts } = await deliver();
    expect(counts).toMatchObject({ read: 3, ready: 1, refused: 2 });
    const path = join(folder, 'issues.csv');
    await writeIssuesFile(path, { file: 'border.xlsx', sha256: 'abc', parts: [{ table, mapping, issues }] });
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines[1]).toMatch(
      /^border\.xlsx,January,3,Crossing \/ Border post,Nowhere,is no code of the list,.*Maseru Bridge.*,error$/,
    );
    expect(lines[2]).toMatch(/^border\.xlsx,January,3,Crossing \/ Date,31\/02\/2025,is no date,/);
    expect(lines[3]).toMatch(/^border\.xlsx,January,4,Nationality,,is missing,/);
    issues.dispose();
  });

  it('is corrected in a spreadsheet, and its rows go in as from the original file', async () => {
    const { table, mapping, issues } = await deliver();
    const path = join(folder, 'issues.xlsx');
    await writeIssuesFile(path, { file: 'border.xlsx', sha256: 'abc', parts: [{ table, mapping, issues }] });
    issues.dispose();

    const workbook = read(readFileSync(path));
    const sheet = workbook.Sheets.Rows;
    if (!sheet) throw new Error('no rows');
    expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })[1]?.[5]).toBe('\'=HYPERLINK("x")');
    utils.sheet_add_aoa(sheet, [['A2', 'Maputsoe', 'Exit', '28/02/2025']], { origin: 'A2' });
    utils.sheet_add_aoa(sheet, [['LSO']], { origin: 'E3' });
    writeFileSync(path, write(workbook, { type: 'buffer', bookType: 'xlsx' }));

    const corrected = readIssuesFile(await openFile(path));
    expect(corrected).toMatchObject({ file: 'border.xlsx', sha256: 'abc' });
    const [part] = corrected?.parts ?? [];
    if (!part) throw new Error('no part');
    expect(part.table).toMatchObject({ file: 'border.xlsx', sheet: 'January' });
    const again = await readAll(part.table, part.mapping);
    expect(again.counts).toMatchObject({ read: 2, ready: 2, refused: 0 });
    expect(again.records.map((record) => [record.row, record.port, record.crossed_on, record.surname])).toEqual([
      ['3', 'LS-MPB', '2025-02-28', '=HYPERLINK("x")'],
      ['4', 'LS-MPB', '2025-01-13', 'Mokoena'],
    ]);
  });

  it('is not seen in other workbooks', async () => {
    const path = join(folder, 'plain.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    expect(readIssuesFile(await openFile(path))).toBeNull();
  });
});
