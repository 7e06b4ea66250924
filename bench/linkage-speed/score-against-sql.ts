import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '@leeto/warehouse';
import { derivedColumns } from '../../packages/linkage/src/compare/derived-columns.ts';
import { makeLevelFinder, SILENT } from '../../packages/linkage/src/compare/level-finder.ts';
import { comparisonSql } from '../../packages/linkage/src/compare/level-sql.ts';
import { PairEngine } from '../../packages/linkage/src/predict/engine.ts';
import { cutTasks, type PairWork, type Task } from '../../packages/linkage/src/predict/pair-work.ts';
import { walkPairs } from '../../packages/linkage/src/predict/walk-pairs.ts';
import type { RecordSet } from '../../packages/linkage/src/records/record-set.ts';
import { personSpec, rulesOf28Pairs } from './make-person-records.ts';
import { prepareWork } from './prepare-work.ts';

export interface ScoringAgainstSql {
  readonly pairs: number;
  /** Wall time of each round, engine and SQL in turn; two threads each. */
  readonly engineSeconds: readonly number[];
  readonly sqlSeconds: readonly number[];
  /** Processor time of the engine's threads in its best round. */
  readonly engineCpuSeconds: number;
  /** Pairs whose levels the two do not agree on. */
  readonly differing: number;
}

const ROUNDS = 3;
const THREADS = 2;

/** The same levels of the same candidate pairs: by the engine, and by the levels' own SQL in DuckDB, which needs no more than the pairs. */
export async function scoreAgainstSql(records: number, pairs: number): Promise<ScoringAgainstSql> {
  const prepared = prepareWork(records, { ...personSpec, blocking: rulesOf28Pairs });
  const { work } = prepared;
  const tasks: Task[] = [];
  const left: number[] = [];
  const right: number[] = [];
  // From every rule a few tasks: the pairs of one rule are like one another.
  for (const task of interleaved(cutTasks(work.rules, 50_000))) {
    if (left.length >= pairs) break;
    tasks.push(task);
    walkPairs(work, task, (a, b) => {
      left.push(a);
      right.push(b);
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'linkage-bench-'));
  const session = await openSession({ temporaryFolder: folder, threads: THREADS });
  try {
    await fillTables(session, prepared.records, work, left, right);
    await using engine = new PairEngine(work, { threads: THREADS });
    const engineSeconds: number[] = [];
    const sqlSeconds: number[] = [];
    let engineCpuSeconds = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const cpu = process.cpuUsage();
      engineSeconds.push(await secondsOf(() => engine.countPatterns(tasks, 1)));
      const { user, system } = process.cpuUsage(cpu);
      engineCpuSeconds = Math.min(engineCpuSeconds, (user + system) / 1e6);
      sqlSeconds.push(await secondsOf(() => session.run(levelsSql(work))));
    }
    const differing = await countDiffering(session, work, left, right);
    return { pairs: left.length, engineSeconds, sqlSeconds, engineCpuSeconds, differing };
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first task of each rule, then the second of each, and so on. */
function interleaved(tasks: readonly Task[]): readonly Task[] {
  const seen = new Map<number, number>();
  const placed = tasks.map((task) => {
    const place = seen.get(task.rule) ?? 0;
    seen.set(task.rule, place + 1);
    return { task, place };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ task }) => task);
}

/** Lists are handed over as one text with the sign between their items. */
const BETWEEN = '\u0001';

async function fillTables(
  session: Session,
  { fields }: RecordSet,
  work: PairWork,
  left: readonly number[],
  right: readonly number[],
): Promise<void> {
  const derived = derivedColumns(fields);
  const names = derived.map(({ name }) => `"${name}"`);
  await session.run(`create table cell (n integer, ${names.map((name) => `${name} varchar`).join(', ')})`);
  const columns = derived.map(({ field, of }) => {
    const index = fields.findIndex(({ name }) => name === field);
    const pool = fields[index]?.pool;
    const ofEntries = work.columns[index]?.valueOf ?? new Int32Array(work.entries).fill(-1);
    const texts = Array.from({ length: pool?.count ?? 0 }, (_, value) => {
      const own = of(pool?.textOf(value) ?? '');
      return typeof own === 'object' ? own.join(BETWEEN) : String(own);
    });
    return {
      type: 'varchar' as const,
      values: Array.from(ofEntries, (value) => (value < 0 ? null : (texts[value] ?? null))),
    };
  });
  const numbers = { type: 'integer' as const, values: Int32Array.from({ length: work.entries }, (_, n) => n) };
  await session.append('cell', [numbers, ...columns], work.entries);
  const typed = derived.map(({ name, type }) =>
    type === 'VARCHAR[]' ? `string_split("${name}", chr(1)) as "${name}"` : `cast("${name}" as ${type}) as "${name}"`,
  );
  await session.run(`create table v as select n, ${typed.join(', ')} from cell order by n`);
  await session.run('create table pair (a integer, b integer)');
  await session.append(
    'pair',
    [
      { type: 'integer', values: left },
      { type: 'integer', values: right },
    ],
    left.length,
  );
}

function levelsSql({ comparisons }: PairWork): string {
  const levels = comparisons.map((comparison, c) => {
    const partner = comparisons.find(({ id }) => id === comparison.silentIfSwapped);
    return `${comparisonSql(comparison, partner)} as level_${c}`;
  });
  return `create or replace table found as
    select pair.a, pair.b, ${levels.join(', ')}
    from pair
    join v as l on l.n = pair.a
    join v as r on r.n = pair.b`;
}

async function countDiffering(
  session: Session,
  { comparisons, tables, columns }: PairWork,
  left: readonly number[],
  right: readonly number[],
): Promise<number> {
  const names = tables.map(({ name }) => name);
  const finders = comparisons.map((comparison) => makeLevelFinder(comparison, tables, columns, names));
  const levels = comparisons.map((_, c) => `level_${c} integer`);
  await session.run(`create table engine_found (a integer, b integer, ${levels.join(', ')})`);
  await session.append(
    'engine_found',
    [left, right, ...finders.map((finder) => left.map((a, pair) => finder(a, right[pair] as number)))].map(
      (values) => ({ type: 'integer' as const, values }),
    ),
    left.length,
  );
  const same = comparisons.map((_, c) => `coalesce(f.level_${c}, ${SILENT}) = e.level_${c}`);
  const { rows } = await session.query(
    `select count(*) from engine_found e left join found f using (a, b) where not (${same.join(' and ')}) or f.a is null`,
  );
  return Number(rows[0]?.[0]);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
