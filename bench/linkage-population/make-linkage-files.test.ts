import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from '@leeto/warehouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coreColumns } from './linkage-columns.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leeto-set-'));
  const script = join(import.meta.dirname, 'make-linkage-files.ts');
  execFileSync(process.execPath, [script, '--persons', '600', '--seed', '3', '--out', folder], { stdio: 'ignore' });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes a file a register, with the truth on each of its records, and none of the truth in it', async () => {
  using session = await openSession({ temporaryFolder: join(folder, 'temporary') });
  const input = `read_parquet('${join(folder, 'input', '*.parquet')}', union_by_name = true)`;
  const truth = `read_csv('${join(folder, 'truth', 'truth.csv')}', all_varchar = true)`;
  const facts = `read_csv('${join(folder, 'truth', 'person-facts.csv')}', all_varchar = true)`;
  const { rows } = await session.query(`
    select count(*), count(distinct record_id), (select count(*) from ${truth}), count(person), count(*) filter (surname is null)
    from ${input} left join ${truth} using (record_id)`);
  const [records, ids, truths, known, nameless] = (rows[0] ?? []).map(Number);
  expect(records).toBeGreaterThan(5000);
  expect([ids, truths, known, nameless]).toEqual([records, records, records, 0]);
  const counted = await session.query(`select sum(records::integer) from ${facts}`);
  expect(Number(counted.rows[0]?.[0])).toBe(records);
  const described = await session.query(`select * from ${input} limit 0`);
  expect(described.columns).toEqual(expect.arrayContaining(['record_id', ...coreColumns, 'recorded_on']));
  expect(described.columns).not.toContain('person');
  expect(await readdir(join(folder, 'input'))).toContain('border_movement.parquet');
});

it('gives most records the surname and the date of birth that are truly the person’s', async () => {
  using session = await openSession({ temporaryFolder: join(folder, 'temporary') });
  const { rows } = await session.query(`
    select avg((input.surname = fact.surname)::integer), avg((input.date_of_birth = fact.date_of_birth)::integer)
    from read_parquet('${join(folder, 'input', '*.parquet')}', union_by_name = true) as input
    join read_csv('${join(folder, 'truth', 'truth.csv')}', all_varchar = true) as truth using (record_id)
    join read_csv('${join(folder, 'truth', 'person-facts.csv')}', all_varchar = true) as fact using (person)`);
  for (const share of rows[0] ?? []) expect(Number(share)).toBeGreaterThan(0.94);
});

it('says how it was made, and which column is what', async () => {
  const made = JSON.parse(await readFile(join(folder, 'made.json'), 'utf8')) as Record<string, unknown>;
  expect(made).toMatchObject({ persons: 600, seed: 3 });
  const spec = JSON.parse(await readFile(join(folder, 'spec.json'), 'utf8')) as { id: string; fields: object };
  expect(spec.id).toBe('record_id');
  expect(Object.keys(spec.fields)).toEqual([...coreColumns]);
});
