import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableRefused } from '@leeto/disclosure';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noProgress } from '../progress.ts';
import { protectFile, writeProtected } from './protect-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leeto-protect-'));
});
afterAll(() => rm(folder, { recursive: true }));

const options = {
  dimensions: ['district', 'sex'],
  value: 'count',
  kind: 'count',
  method: 'suppress',
  rules: { threshold: 10 },
  seconds: 2,
  onProgress: noProgress,
} as const;

test('a table is protected with its totals computed, and the report lies beside it', async () => {
  const file = join(folder, 'table.csv');
  const hierarchy = join(folder, 'hierarchy.csv');
  await writeFile(file, 'district,sex,count\na,F,3\na,M,20\nb,F,40\nb,M,30\nc,F,55\nc,M,80\n');
  await writeFile(hierarchy, 'dimension,code,parent\ndistrict,a,north\ndistrict,b,north\ndistrict,c,_T\n');
  const protectedTable = await protectFile({ ...options, file, hierarchy });
  const out = join(folder, 'protected.csv');
  const report = await writeProtected(protectedTable, { out, dimensions: ['district', 'sex'], value: 'count' });
  const lines = (await readFile(out, 'utf8')).trim().split('\n');
  expect(lines[0]).toBe('district,sex,count,conf_status');
  expect(lines[1]).toBe('a,F,,C');
  expect(lines).toHaveLength(1 + 5 * 3);
  for (const line of lines.slice(1)) expect(line).toMatch(/,\d+,F$|,,[CD]$/);
  expect(JSON.parse(await readFile(report, 'utf8')).audit.passed).toBe(true);
});

test('all that is wrong with a file is said at once, with row, column and value', async () => {
  const file = join(folder, 'bad.csv');
  await writeFile(file, 'district,sex,count\na,F,3\na,F,4\nb,F,-4\nb,M,x\nc,M,8\nc,F,1.5\n');
  const refused = await protectFile({ ...options, file }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TableRefused);
  const { issues } = refused as TableRefused;
  expect(issues.map(({ code, row }) => [code, row])).toEqual(
    expect.arrayContaining([
      ['duplicate_cell', 3],
      ['negative', 4],
      ['not_a_number', 5],
      ['not_whole', 7],
    ]),
  );
});
