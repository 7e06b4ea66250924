import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSession } from './session.ts';

const temporaryFolder = await mkdtemp(join(tmpdir(), 'scan-'));

test('rows are handed over in order and in pieces, while the session is written to', async () => {
  using session = await openSession({ temporaryFolder });
  await session.run(
    'create table number as select i::integer as i, (-i)::integer as negative from range(200_000) t (i)',
  );
  await session.run('create table copy (i integer)');
  let next = 0;
  let pieces = 0;
  const rows = await session.scan(
    'select i, negative from number where i >= $from order by i',
    async ([i, negative], count) => {
      for (let row = 0; row < count; row += 1) {
        expect([i?.[row], negative?.[row]]).toEqual([next, next === 0 ? 0 : -next]);
        next += 1;
      }
      pieces += 1;
      await session.append('copy', [{ type: 'integer', values: i ?? [] }], count);
    },
    { from: 0 },
  );
  expect([rows, next]).toEqual([200_000, 200_000]);
  expect(pieces).toBeGreaterThan(1);
  expect((await session.query('select count(*), sum(i) from copy')).rows).toEqual([[200_000, 19_999_900_000]]);
});

test('nothing is handed over of an empty table, and a null or another type is refused', async () => {
  using session = await openSession({ temporaryFolder });
  const seen: number[] = [];
  const scan = (sql: string) => session.scan(sql, (_, count) => void seen.push(count));
  expect(await scan('select 1::integer as i where false')).toBe(0);
  expect(seen).toEqual([]);
  await expect(scan('select null::integer as i')).rejects.toThrow('without nulls');
  await expect(scan("select 'text' as i")).rejects.toThrow('must be integer');
});

test('an error of the work ends the scan, and the session goes on', async () => {
  using session = await openSession({ temporaryFolder });
  const failing = session.scan('select i::integer from range(500_000) t (i)', () => {
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect((await session.query('select 1')).rows).toEqual([[1]]);
});
