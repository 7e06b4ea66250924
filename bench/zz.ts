import pg from 'pg';
import { openTestDatabase } from '@leeto/store/testing';
const { databaseUrl, dispose } = await openTestDatabase();
const c = new pg.Client({ connectionString: databaseUrl }); await c.connect();
await c.query(`create table src as select md5(i::text)::uuid as k, date '2024-01-01' + (i*731::bigint/600000)::int as d, md5(i::text||'a') as a, md5(i::text||'b') as b, 'officer-'||i%40 as c from generate_series(0,599999) i`);
const all: any = { year: [], month: [] };
for (const step of ['month','year','year','month','month','year','year','month']) {
  await c.query(`drop table if exists t; create table t (like src) partition by range (d); create unique index on t (k, d); create index on t using brin (c)`);
  const { rows } = await c.query(`select s::date::text as a, (s + interval '1 ${step}')::date::text as b from generate_series(date '2024-01-01', date '2025-12-31', interval '1 ${step}') s`);
  for (const [i, r] of rows.entries()) await c.query(`create table t_${i} partition of t for values from ('${r.a}') to ('${r.b}')`);
  await c.query('checkpoint');
  const t = performance.now(); await c.query('insert into t select * from src'); all[step].push((performance.now() - t) | 0);
}
console.log(all);
await c.end(); await dispose(); process.exit();
