import { join } from 'node:path';
import { lesothoPopulation } from '@leeto/lesotho';
import { generateCountry, writeTruth } from '@leeto/population';
import { classifyCrossings, getResidenceRule } from '@leeto/statistics';
import { openSession, quoteLiteral, type Session } from '@leeto/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

// The flows of a synthetic country are told from crossings, and set against who really moved.

const folder = temporaryFolder();
let session: Session;

beforeAll(async () => {
  const observed = { from: '2020-01-01', to: '2025-12-31' };
  const country = generateCountry({
    pack: lesothoPopulation,
    persons: 3_000,
    seed: 5,
    ...observed,
    onProgress: () => {},
  });
  await writeTruth(country, folder);
  session = await openSession({ temporaryFolder: join(folder, 'spill') });
  const csv = (name: string) =>
    `read_csv(${quoteLiteral(join(folder, `${name}.csv`))}, header = true, all_varchar = true)`;
  await session.run(`
    create table crossing as
    select (row_number() over () - 1)::bigint as crossing_no, person_id, crossed_at[1:10]::date as crossed_on, direction, crossed_at as in_day, record from ${csv('crossings')};
    create table person as
    select person_id, segment, if(resident_at_start = 'true', 'resident', 'non_resident') as status from ${csv('persons')};
    create table migration as
    select person_id, migrated_on::date as migrated_on, if(direction = 'emigration', 'departure', 'arrival') as direction, kind from ${csv('migrations')}`);
}, 120_000);
afterAll(() => session?.close());

async function classify(crossings: string): Promise<void> {
  await classifyCrossings(session, {
    crossings,
    persons: 'person',
    rule: getResidenceRule(),
    observedFrom: '2020-01-01',
    observedTo: '2026-01-01',
  });
}

/** True moves early enough to be decided, and how many of them were found within four months, in the headline series. */
async function found(): Promise<{ readonly moves: number; readonly found: number }> {
  const { rows } = await session.query(`select
    count(*),
    count(*) filter (exists (
      select 1 from classified c
      where c.person_id = m.person_id and c.direction = m.direction and c.migration = 'yes' and not c.commuter
        and c.crossed_on - m.migrated_on between -122 and 122
    ))
  from migration m
  where m.migrated_on < '2024-09-01'`);
  return { moves: Number(rows[0]?.[0]), found: Number(rows[0]?.[1]) };
}

test('nearly all who really moved are found, where every crossing was recorded', async () => {
  await classify('crossing');
  const { moves, found: right } = await found();
  expect(moves).toBeGreaterThan(50);
  expect(right / moves).toBeGreaterThan(0.95);
  const { rows } = await session.query('select count(*) from classified where imputed');
  expect(rows[0]?.[0]).toBe(0);
});

test('no miner is an emigrant in the headline series, and the plain series has them', async () => {
  await classify('crossing');
  const { rows } = await session.query(
    "select count(*) filter (not commuter), count(*) from classified join person using (person_id) where segment = 'miner' and migration = 'yes'",
  );
  expect(rows[0]?.[0]).toBe(0);
  expect(rows[0]?.[1]).toBeGreaterThan(10);
});

test('where crossings are missing, most are found still, and what rests on the gaps is marked', async () => {
  await session.run("create or replace view recorded as from crossing where record <> 'missed'");
  const missed = await session.query("select count(*) from crossing where record = 'missed'");
  expect(missed.rows[0]?.[0]).toBeGreaterThan(1_000);
  await classify('recorded');
  const { moves, found: right } = await found();
  expect(right / moves).toBeGreaterThan(0.6);
  const { rows } = await session.query('select count(*) filter (imputed) from classified');
  expect(rows[0]?.[0]).toBeGreaterThan(1_000);
});

test('residents at the end are residents at the start, with those who came to live and without those who left', async () => {
  await classifyCrossings(session, {
    crossings: 'crossing',
    persons: 'person',
    rule: getResidenceRule('6m1d'),
    observedFrom: '2020-01-01',
    observedTo: '2026-01-01',
    keepPutIn: true,
  });
  // Of persons all of whose crossings are decided.
  const { rows } = await session.query(`with decided as (
    select person_id from classified group by person_id having bool_and(status_after <> 'unknown')
  )
  select
    (select count(*) from person semi join decided using (person_id) where status = 'resident')
      + (select count(*) filter (class = 'migrant_arrival') - count(*) filter (class = 'migrant_departure') from classified semi join decided using (person_id)),
    (select count(*) from (
      select last(status_after order by crossed_on, rowid) as status from classified semi join decided using (person_id) group by person_id
    ) where status = 'resident'),
    (select count(*) from decided)`);
  const [expected, residents, persons] = rows[0] ?? [];
  expect(residents).toBe(expected);
  expect(persons).toBeGreaterThan(300);
});
