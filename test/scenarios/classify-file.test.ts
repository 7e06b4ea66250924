import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSession } from '@leeto/warehouse';
import { expect, test } from 'vitest';
import { leeto } from '../support/leeto.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const home = temporaryFolder();
const path = (name: string) => join(home, name);
const observed = ['--observed-from', '2022-06-01', '--observed-to', '2024-06-01'];

async function files(): Promise<void> {
  // Out of order by person, with a column of its own, quotes and a direction in another word.
  await writeFile(
    path('crossings.csv'),
    [
      'person_id,crossed_on,direction,note',
      'b,2023-06-01,departure,season',
      'a,2023-01-15,arrival,"studies, first year"',
      'a,2024-01-20,IN,',
      'a,2023-12-10,departure,',
      'b,2023-01-01,arrival,',
    ].join('\n'),
  );
  await writeFile(path('initial.csv'), 'person_id,status\na,non_resident\nb,non_resident\nnobody,resident\n');
}

test('a file of crossings is classified into CSV and Parquet: its own columns in its own order, then what was found', async () => {
  await files();
  const csv = await leeto(
    home,
    'classify',
    path('crossings.csv'),
    ...observed,
    '--initial',
    path('initial.csv'),
    '--out',
    path('out.csv'),
  );
  expect(csv.code).toBe(0);
  expect(csv.out).toContain('migrant_arrival');
  expect(csv.err).toContain('1 persons named beside the crossings have none (code 5)');
  const { 0: header, ...rows } = (await readFile(path('out.csv'), 'utf8')).trim().split('\n');
  expect(header).toBe(
    'person_id,crossed_on,direction,note,status_before,status_after,migration,class,status_before_final_on,status_after_final_on,migration_final_on,imputed',
  );
  expect(Object.values(rows)).toEqual([
    'b,2023-06-01,departure,season,non_resident,non_resident,no,visitor_departure,2023-10-01,2023-10-01,2023-06-01,false',
    'a,2023-01-15,arrival,"studies, first year",non_resident,resident,yes,migrant_arrival,2023-01-15,2024-02-25,2024-02-25,false',
    'a,2024-01-20,IN,,resident,resident,no,resident_traveller_arrival,2024-05-21,2024-05-21,2024-02-25,false',
    'a,2023-12-10,departure,,resident,resident,no,resident_traveller_departure,2024-02-25,2024-05-21,2024-05-21,false',
    'b,2023-01-01,arrival,,non_resident,non_resident,no,visitor_arrival,2023-01-01,2023-10-01,2023-10-01,false',
  ]);

  const parquet = await leeto(
    home,
    'classify',
    path('out.csv'),
    ...observed,
    '--rule',
    '12/12',
    '--out',
    path('out.parquet'),
    '--json',
  );
  expect(parquet.code).toBe(0);
  expect(JSON.parse(parquet.out)).toMatchObject({ rule: { id: '12/12', continuous: true }, crossings: 5, persons: 2 });
  using session = await openSession({ temporaryFolder: path('duckdb'), folders: [home] });
  const { columns, rows: typed } = await session.query('from read_parquet($path)', { path: path('out.parquet') });
  expect(columns.length).toBe(12);
  // Nobody said where these people lived before: what would differ is unknown. The journey in December starts the clock of the unbroken year again.
  expect(typed.map((row) => row[6])).toEqual(['unknown', 'no', 'unknown', 'no', 'no']);
});

test('rows that cannot be used are listed with what would be accepted, and the rest is classified', async () => {
  await writeFile(
    path('bad.csv'),
    'person_id,crossed_on,direction\na,2023-02-30,arrival\n,2023-03-01,arrival\nb,2023-05-05,sideways\nc,2023-05-06,departure\nd,2023-05-06\n',
  );
  const { code, out, err } = await leeto(
    home,
    'classify',
    path('bad.csv'),
    ...observed,
    '--out',
    path('bad-out.csv'),
    '--json',
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ crossings: 5, errors: { 3: 2, 4: 1, 99: 1 } });
  expect(err).toContain(
    'bad.csv, row 2, column crossed_on: "2023-02-30" is no date that there is. Write days as 2024-02-29.',
  );
  expect(err).toContain('row 3, column person_id: is missing');
  expect(err).toContain('row 4, column direction: "sideways" is no direction');
  expect(err).toContain('row 6, column direction: is no direction');
  expect((await readFile(path('bad-out.csv.issues.csv'), 'utf8')).trim().split('\n').length).toBe(5);
});

test.each([
  ['an empty file', '', [], 'is empty'],
  ['a file without its columns', 'who,when\na,b\n', [], 'column direction: is not there; there are "who", "when"'],
  [
    'a rule that there is not',
    'person_id,crossed_on,direction\n',
    ['--rule', '13/17'],
    'There is no residence rule 13/17',
  ],
  [
    'a threshold above the window',
    'person_id,crossed_on,direction\n',
    ['--threshold', '500'],
    'cannot be greater than the window',
  ],
])('%s is refused in words, and nothing is written', async (_, content, parameters, message) => {
  await writeFile(path('refused.csv'), content);
  const { code, err } = await leeto(
    home,
    'classify',
    path('refused.csv'),
    ...observed,
    '--out',
    path('refused-out.csv'),
    ...parameters,
  );
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('fault in Leeto');
  expect(existsSync(path('refused-out.csv'))).toBe(false);
});

test('all that is wrong with a file of statuses is said at once', async () => {
  await files();
  await writeFile(path('statuses.csv'), 'person_id,status\na,citizen\nb,resident\nb,non_resident\n,resident\n');
  const { code, err } = await leeto(
    home,
    'classify',
    path('crossings.csv'),
    ...observed,
    '--initial',
    path('statuses.csv'),
    '--out',
    path('x.csv'),
  );
  expect(code).toBe(2);
  expect(err).toContain('row 2, column status: "citizen" is no status');
  expect(err).toContain('row 3, column person_id: stands more than once');
  expect(err).toContain('row 5, column person_id: is missing');
});

test('what an outage of a port may hide is marked, and nothing else', async () => {
  await writeFile(
    path('ported.csv'),
    'person_id,crossed_on,direction,port\na,2023-01-15,arrival,P1\na,2023-03-10,departure,P1\nb,2023-01-15,arrival,P2\nb,2023-03-10,departure,P2\n',
  );
  await writeFile(path('outages.csv'), 'port,direction,from_on,to_on\nP1,departure,2023-02-01,2023-02-07\n');
  const parameters = [...observed, '--outages', path('outages.csv'), '--out', path('ported-out.csv')];
  const { code } = await leeto(home, 'classify', path('ported.csv'), ...parameters);
  expect(code).toBe(0);
  const [, ...rows] = (await readFile(path('ported-out.csv'), 'utf8')).trim().split('\n');
  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['true', 'true', 'false', 'false']);
});
