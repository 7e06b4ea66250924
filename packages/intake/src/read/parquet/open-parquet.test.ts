import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readAll, readOnly } from '../written-file.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures', 'kinds.parquet');
const ROWS = [
  [1, '9007199254740993', 12.5, '2025-03-01', '2025-03-01T14:05:00', '08:30:00', 'Mokoena', true, 1.5, '[1,2]'],
  [2, 42, -0.01, '1899-12-31', '2025-03-01T00:00:00.250', '23:59:59', null, false, null, '[]'],
  [3, null, null, null, null, null, null, null, null, null],
];

test('every kind of column comes as plain cells: dates as ISO text, unsafe integers as text, lists as JSON', async () => {
  const { opened, tables } = await readAll(FIXTURE);
  expect(opened.format).toBe('parquet');
  expect(tables[0]?.table.columns.map((column) => column.header)).toEqual([
    'id',
    'big',
    'amount',
    'day',
    'moment',
    'clock',
    'name',
    'flag',
    'ratio',
    'list',
  ]);
  expect(tables[0]?.rows).toEqual(ROWS);
  expect(tables[0]?.sourceRows).toEqual([1, 2, 3]);
});

test('a gzipped Parquet file is read the same', async () => {
  const { rows } = await readOnly('kinds.parquet.gz', gzipSync(await readFile(FIXTURE)));
  expect(rows).toEqual(ROWS);
});
