import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSession } from './session.ts';

const folder = await mkdtemp(join(tmpdir(), 'session-'));
const temporaryFolder = join(folder, 'spill');

test('values come back as plain cells', async () => {
  using session = await openSession({ temporaryFolder });
  const { columns, rows } = await session.query(
    `select date '2025-03-01' as d, 12::hugeint as h, 1.25::decimal(9, 2) as m, true as b, null as n,
       timestamp '2025-03-01 14:05:00' as t, timestamptz '2025-03-01 14:05:00+02' as z, 9007199254740993 as big`,
  );
  expect(columns).toEqual(['d', 'h', 'm', 'b', 'n', 't', 'z', 'big']);
  expect(rows).toEqual([
    ['2025-03-01', 12, 1.25, true, null, '2025-03-01T14:05:00', '2025-03-01T12:05:00Z', '9007199254740993'],
  ]);
});

test('parameters are bound by name, lists and nulls too, and those not mentioned are left out', async () => {
  using session = await openSession({ temporaryFolder });
  const { rows } = await session.query(
    'select $country as c, $n + 1 as n, list_contains($codes, $country) as i, $none::date as x, $share as s',
    { country: "LSO'; drop table x; --", n: 4, codes: ['ZAF'], none: null, share: 0.5, other: 'not mentioned' },
  );
  expect(rows).toEqual([["LSO'; drop table x; --", 5, false, null, 0.5]]);
  await expect(session.query('select $missing')).rejects.toThrow('$missing');
  await expect(session.query('select $toString')).rejects.toThrow('$toString');
});

test('a restricted session reads its folders and nothing else, and installs nothing', async () => {
  const inside = await mkdtemp(join(folder, 'inside-'));
  await writeFile(join(inside, 'a.csv'), 'x\n1\n');
  await writeFile(join(folder, 'secret.csv'), 'x\n2\n');
  using session = await openSession({ temporaryFolder, folders: [inside] });
  expect((await session.query(`select x from '${join(inside, 'a.csv')}'`)).rows).toEqual([[1]]);
  await expect(session.query(`select x from '${join(folder, 'secret.csv')}'`)).rejects.toThrow('disabled');
  await expect(session.query(`select x from '${inside}/../secret.csv'`)).rejects.toThrow('disabled');
  await expect(session.run('install spatial')).rejects.toThrow();
  await expect(session.run('set enable_external_access = true')).rejects.toThrow();
  await expect(session.restrictTo([folder])).rejects.toThrow('another');
  await session.restrictTo([join(inside, 'deeper')]);
});

test('a restricted session still spills what does not fit in memory', async () => {
  const inside = await mkdtemp(join(folder, 'inside-'));
  using session = await openSession({ temporaryFolder, memoryLimit: '60MB', threads: 1, folders: [inside] });
  await session.run('create temp table t as select hash(i) as h, i::varchar || hash(i) as s from range(1500000) r (i)');
  const { rows } = await session.query('select count(*) as n from (select h, s from t order by s, h offset 10)');
  expect(rows).toEqual([[1499990]]);
});

test('an error raised by a value does not tell the value', async () => {
  using session = await openSession({ temporaryFolder });
  await session.run("create temp table t as select 'Thabo ''x'' \n Nthati' as name");
  for (const sql of ['select name::date from t', 'select name::integer from t', "select strptime(name, '%Y') from t"]) {
    const failure = await session.query(sql).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toMatch(/Thabo|Nthati/);
  }
  await expect(session.query('select nothing from t')).rejects.toThrow('nothing');
});
