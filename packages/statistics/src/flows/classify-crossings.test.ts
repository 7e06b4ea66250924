import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, openSession, type Session } from '@leeto/warehouse';
import { expect, test } from 'vitest';
import { type ClassifyCrossingsOptions, classifyCrossings } from './classify-crossings.ts';
import { classifyLines, dayOf } from './classify-person.fixture.ts';
import { residenceRules } from './residence-rule.ts';
import { summariseClassified } from './summarise-classified.ts';

const folder = await mkdtemp(join(tmpdir(), 'classify-'));
const observed = { rule: residenceRules['12/16'], observedFrom: '2020-01-01', observedTo: '2026-01-01' };

type Row = readonly [person: string | null, on: string | null, direction: string | null];

async function withCrossings(session: Session, rows: readonly Row[], persons: readonly Record<string, Cell>[] = []) {
  await session.run(
    'create table crossing (crossing_no bigint, person_id varchar, crossed_on date, direction varchar)',
  );
  for (const [no, [person, on, direction]] of rows.entries())
    await session.run('insert into crossing values ($no, $person, $on::date, $direction)', {
      no,
      person,
      on,
      direction,
    });
  await session.run(
    'create table person (person_id varchar, status varchar, born_on date, died_on date, is_excluded boolean)',
  );
  for (const { id, status = null, born = null, died = null, excluded = null } of persons)
    await session.run('insert into person values ($id, $status, $born::date, $died::date, $excluded)', {
      id: id ?? null,
      status,
      born,
      died,
      excluded,
    });
}

async function classified(
  session: Session,
  options: Partial<ClassifyCrossingsOptions> = {},
  columns = 'status_before, status_after, migration',
) {
  await classifyCrossings(session, { crossings: 'crossing', persons: 'person', ...observed, ...options });
  return (await session.query(`select ${columns} from classified order by crossing_no nulls last`)).rows.map((row) =>
    row.join(' '),
  );
}

test('a table of crossings is classified row by row, whatever order it is in', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await withCrossings(
    session,
    [
      ['b', '2023-06-01', 'departure'],
      ['a', '2023-12-10', 'departure'],
      ['b', '2023-01-01', 'arrival'],
      ['a', '2024-01-20', 'arrival'],
      ['a', '2023-01-15', 'arrival'],
    ],
    [{ id: 'a', status: 'non_resident' }],
  );
  const columns =
    'person_id, crossed_on, direction, status_before, status_after, migration, class, status_before_final_on, status_after_final_on, migration_final_on, imputed, observed_days, inside_days, commuter, after_gap, error_code';
  const rows = await classified(session, {}, columns);
  expect(rows).toEqual([
    'b 2023-06-01 departure non_resident non_resident no visitor_departure 2023-10-01 2023-10-01 2023-06-01 false 487 0 false false ',
    'a 2023-12-10 departure resident resident no resident_traveller_departure 2024-02-25 2024-05-21 2024-05-21 false 487 446 false false ',
    'b 2023-01-01 arrival non_resident non_resident no visitor_arrival 2023-01-01 2023-10-01 2023-10-01 false 487 151 false false ',
    'a 2024-01-20 arrival resident resident no resident_traveller_arrival 2024-05-21 2024-05-21 2024-02-25 false 487 487 false false ',
    'a 2023-01-15 arrival non_resident resident yes migrant_arrival 2023-01-15 2024-02-25 2024-02-25 false 487 446 false false ',
  ]);
});

test('many people in one table come out as each of them alone', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await session.run(
    `create table crossing as
    select
      i as crossing_no,
      hash(i, 1) % 3000 as person_id,
      date '2020-01-01' + (hash(i, 2) % 2300)::integer as crossed_on,
      if(hash(i, 3) % 2 = 0, 'arrival', 'departure') as direction
    from range(40_000) t (i)`,
  );
  await classifyCrossings(session, { crossings: 'crossing', ...observed, keepPutIn: true });
  const { rows } = await session.query(
    `select
      person_id, crossed_on - date '1970-01-01', if(direction = 'arrival', 1, 0), status_before, status_after, migration,
      migration_final_on - date '1970-01-01', status_after_final_on - date '1970-01-01', inside_days, imputed, crossing_no is null
    from classified
    where crossed_on < '2026-01-01'
    order by person_id, crossed_on, rowid`,
  );
  expect(rows.length).toBeGreaterThan(50_000);
  const recorded = await session.query(
    "select person_id, list([crossed_on - date '1970-01-01', if(direction = 'arrival', 1, 0)] order by crossed_on, crossing_no)::varchar from crossing group by 1",
  );
  const value = (text: Cell) => ({ resident: 1, non_resident: 0, yes: 1, no: 0 })[String(text)] ?? '?';
  let checked = 0;
  for (const [id, list] of recorded.rows) {
    const crossings = (JSON.parse(String(list)) as [number, 0 | 1][]).map(([day, side]) => ({ day, side }));
    const lines = classifyLines(crossings, {
      start: 'consensus',
      observedFrom: dayOf(observed.observedFrom),
      observedTo: dayOf(observed.observedTo),
    });
    // Crossings put in follow those recorded on their day in the table: compared without regard to order.
    const own = rows.filter(([person]) => person === id);
    const shown = own.map((row) =>
      [row[1], row[2], value(row[3] ?? ''), value(row[4] ?? ''), value(row[5] ?? ''), ...row.slice(6)].join(),
    );
    const expected = lines.map((line) =>
      [
        line.day,
        line.side,
        line.before,
        line.after,
        line.migration,
        line.migrationOn,
        line.afterOn,
        line.inside,
        line.imputed,
        line.putIn,
      ].join(),
    );
    expect(shown.toSorted()).toEqual(expected.toSorted());
    checked += 1;
    if (checked === 300) break;
  }
});

test('what cannot be used is marked, and the rest of the history counts as unsure', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await withCrossings(
    session,
    [
      ['a', '2021-03-01', 'arrival'],
      ['a', null, 'departure'],
      ['a', '2021-05-01', 'sideways'],
      ['a', '2021-06-01', 'arrival'],
      [null, '2021-06-01', 'arrival'],
      ['b', '2019-12-31', 'arrival'],
      ['b', '2021-03-01', 'departure'],
      ['b', '2026-01-01', 'arrival'],
    ],
    [{ id: 'a', status: 'non_resident' }],
  );
  const rows = await classified(session, {}, 'crossed_on, direction, class, imputed, error_code');
  expect(rows).toEqual([
    '2021-03-01 arrival migrant_arrival true ',
    ' departure provisional false 4',
    '2021-05-01  provisional false 3',
    '2021-06-01 arrival resident_traveller_arrival true 2',
    '2021-06-01 arrival provisional false 99',
    '2019-12-31 arrival provisional false ',
    '2021-03-01 departure migrant_departure false ',
    '2026-01-01 arrival provisional false ',
  ]);
  expect(await summariseClassified(session)).toMatchObject({
    crossings: 8,
    persons: 2,
    imputed: 2,
    afterGap: 1,
    errors: { 2: 1, 3: 1, 4: 1, 99: 1 },
    notObserved: 2,
  });
});

test('by rejection, who lacks a crossing keeps the status given and does not migrate', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await withCrossings(
    session,
    [
      ['a', '2021-03-01', 'arrival'],
      ['a', '2021-05-01', 'arrival'],
      ['a', '2021-06-01', 'arrival'],
      ['b', '2021-06-01', 'departure'],
      ['b', null, 'arrival'],
      ['c', '2021-06-01', 'arrival'],
    ],
    [
      { id: 'a', status: 'non_resident' },
      { id: 'b', status: 'resident' },
      { id: 'c', status: 'non_resident' },
    ],
  );
  expect(
    await classified(
      session,
      { gaps: 'reject' },
      'status_before, status_after, migration, migration_final_on, imputed, error_code',
    ),
  ).toEqual([
    'non_resident non_resident no 2021-03-01 false 2',
    'non_resident non_resident no 2021-05-01 false 2',
    'non_resident non_resident no 2021-06-01 false 2',
    'resident resident no 2021-06-01 false 4',
    'unknown unknown unknown  false 4',
    'non_resident resident yes 2022-06-01 false ',
  ]);
});

test('births, deaths and persons outside migration statistics', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await withCrossings(
    session,
    [
      ['born here', '2020-05-01', 'departure'],
      ['born elsewhere', '2020-05-01', 'arrival'],
      ['dies abroad', '2021-05-01', 'departure'],
      ['dies abroad', '2021-09-01', 'arrival'],
      ['diplomat', '2021-05-01', 'arrival'],
    ],
    [
      { id: 'born here', born: '2020-02-01' },
      { id: 'born elsewhere', born: '2020-02-01' },
      { id: 'dies abroad', status: 'resident', died: '2021-07-01' },
      { id: 'diplomat', excluded: true },
    ],
  );
  expect(await classified(session, {}, 'status_before, status_after, migration, observed_days')).toEqual([
    'resident non_resident yes 487',
    'non_resident resident yes 487',
    'resident unknown unknown 61',
    'unknown unknown unknown 0',
    'unknown unknown no 487',
  ]);
});

test('a person with ten thousand crossings, a table without rows and an observation of one day are classified', async () => {
  using session = await openSession({ temporaryFolder: folder });
  await session.run(
    `create table crossing as
    select i as crossing_no, 7 as person_id, date '2020-01-01' + (i // 5)::integer as crossed_on, if(i % 2 = 0, 'departure', 'arrival') as direction
    from range(10_000) t (i)`,
  );
  await classifyCrossings(session, { crossings: 'crossing', ...observed });
  const summary = await summariseClassified(session);
  expect(summary).toMatchObject({ crossings: 10_000, persons: 1, imputed: 0 });
  expect(summary.commuters).toBeGreaterThan(9_000);
  await classifyCrossings(session, { crossings: 'crossing', ...observed, observedTo: '2020-01-02' });
  expect(await summariseClassified(session)).toMatchObject({ crossings: 10_000, notObserved: 9_995 });
  await session.run('delete from crossing');
  await classifyCrossings(session, { crossings: 'crossing', ...observed });
  expect(await summariseClassified(session)).toMatchObject({ crossings: 0, persons: 0, classes: [] });
});
