import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classifyCrossings, getResidenceRule } from '@leeto/statistics';
import { openSession, type Session } from '@leeto/warehouse';

// Crossings classified by outcome, beside what DuckDB takes to sort the same rows by person and day in the same run. The target is
// 50 million crossings of 2 million persons in at most four times as long, within 12 GB: `node bench/classify.bench.ts 50000000`.
// Without a number, the growth from a hundred thousand to five million.

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100_000, 500_000, 1_000_000, 5_000_000];
const rounds = 3;

console.log('crossings     persons   sort s   classify s   ratio   per crossing us   peak GB');
for (const crossings of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'classify-bench-'));
  const session = await openSession({ temporaryFolder: folder, memoryLimit: '9GB', threads: 2 });
  try {
    const persons = Math.ceil(crossings / 25);
    await generate(session, crossings, persons);
    const sorts: number[] = [];
    const classifications: number[] = [];
    // In turns, so that other work on the machine falls on both alike.
    for (let round = 0; round < (crossings > 10_000_000 ? 1 : rounds); round += 1) {
      sorts.push(
        await time(() =>
          session.run('create or replace table sorted as from crossing order by person_id, crossed_on, crossing_no'),
        ),
      );
      await session.run('drop table sorted');
      classifications.push(
        await time(() =>
          classifyCrossings(session, {
            crossings: 'crossing',
            rule: getResidenceRule(),
            observedFrom: '2015-01-01',
            observedTo: '2025-01-01',
          }),
        ),
      );
      await session.run('drop table classified');
    }
    const sort = median(sorts);
    const classify = median(classifications);
    console.log(
      [
        String(crossings).padStart(9),
        String(persons).padStart(11),
        sort.toFixed(2).padStart(8),
        classify.toFixed(2).padStart(12),
        (classify / sort).toFixed(2).padStart(7),
        ((classify / crossings) * 1e6).toFixed(2).padStart(17),
        (process.resourceUsage().maxRSS / 1024 / 1024).toFixed(1).padStart(9),
      ].join(' '),
    );
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Ten years of crossings in no order: trips of a night to two years, one crossing in a hundred not recorded. Synthetic, and the
 * same each time.
 */
async function generate(session: Session, crossings: number, persons: number): Promise<void> {
  await session.run(
    `create table crossing as
    select
      (row_number() over () - 1)::bigint as crossing_no,
      person_id,
      date '2015-01-01' + day::integer as crossed_on,
      direction
    from (
      select
        (hash(i, 1) % $persons)::bigint as person_id,
        hash(i, 2) % 3600 as left_on,
        [1, 1, 2, 3, 5, 7, 14, 21, 28, 60, 150, 400, 700][1 + (hash(i, 3) % 13)::integer] as days,
        i
      from range($trips) t (i)
    ), lateral (values ('departure', left_on), ('arrival', left_on + days)) as side (direction, day)
    where day < 3653 and hash(i, direction) % 100 > 0`,
    { persons, trips: Math.round(crossings * 0.518) },
  );
}
