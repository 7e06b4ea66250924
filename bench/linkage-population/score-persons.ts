/**
 * Scores clusters against the truth of a set made by `make-linkage-files.ts`: pairs and B-cubed, over all records and with
 * word-for-word equal ones counted once, by subgroup, with the worst errors.
 *
 *   node bench/linkage-population/score-persons.ts --set DIR --clusters clusters.csv [--out DIR]
 *
 * `clusters.csv` (or Parquet) has `id` and `person`, as `leeto link` writes it; `id` is the set's `record_id`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSession } from '@leeto/warehouse';
import { type ErrorExample, findExamples } from './error-examples.ts';
import { loadUnits } from './load-units.ts';
import { type Counting, countCells, groupings, measure, measureAcross } from './measure-clusters.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    clusters: { type: 'string' },
    /** Where `scores.json` and the examples go. */
    out: { type: 'string' },
    'memory-limit': { type: 'string', default: '3GB' },
  },
});
if (values.set === undefined || values.clusters === undefined)
  throw new Error('Say what to score: --set DIR --clusters FILE');
const set = resolve(values.set);
const started = performance.now();
const temporaryFolder = await mkdtemp(join(tmpdir(), 'leeto-score-'));
using session = await openSession({ temporaryFolder, memoryLimit: values['memory-limit'] });
try {
  const loaded = await loadUnits(session, set, resolve(values.clusters));
  console.log(
    `${loaded.records} records, ${loaded.notClustered} of them in no cluster (each a person of its own), ${loaded.unknown} unknown ids`,
  );
  const scores: Record<string, unknown> = { ...loaded };
  for (const counting of ['all', 'distinct'] as const) scores[counting] = await scoreAll(counting);
  const merges = await findExamples(session, set, 'merge');
  const splits = await findExamples(session, set, 'split');
  if (values.out !== undefined) {
    await mkdir(values.out, { recursive: true });
    await writeFile(join(values.out, 'scores.json'), `${JSON.stringify(scores, null, 2)}\n`);
    await writeFile(join(values.out, 'false-merges.txt'), inWords(merges));
    await writeFile(join(values.out, 'splits.txt'), inWords(splits));
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s, ${memory} MB at most`);
} finally {
  await rm(temporaryFolder, { recursive: true, force: true });
}

async function scoreAll(counting: Counting) {
  await countCells(session, counting);
  const [overall] = await measure(session, counting);
  const across = await measureAcross(session, counting);
  console.log(`\n${counting === 'all' ? 'ALL RECORDS' : 'WORD-FOR-WORD EQUAL RECORDS COUNTED ONCE'}`);
  console.log(`${' '.repeat(38)}  records  persons  precision   recall       F1   B3 prec    B3 rec`);
  if (overall !== undefined) console.log(line('all', overall));
  console.log(line('pairs across files', { ...across, records: 0, persons: 0 }));
  const groups: Record<string, Awaited<ReturnType<typeof measure>>> = {};
  for (const by of Object.keys(groupings) as (keyof typeof groupings)[]) {
    const measured = await measure(session, counting, by);
    groups[by] = measured;
    if (counting === 'all' && by !== 'register') continue;
    console.log(`by ${by}`);
    for (const one of measured.slice(0, 26)) console.log(line(one.group, one));
  }
  return { overall, across, groups };
}

function line(
  name: string,
  scored: {
    readonly records: number;
    readonly persons: number;
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
    readonly bcubedPrecision?: number;
    readonly bcubedRecall?: number;
  },
): string {
  const share = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(5)).padStart(9);
  const { records, persons, precision, recall, f1, bcubedPrecision, bcubedRecall } = scored;
  const counts = `${String(records || '').padStart(9)}${String(persons || '').padStart(9)}`;
  return `  ${name.slice(0, 36).padEnd(36)}${counts}  ${share(precision)}${share(recall)}${share(f1)} ${share(bcubedPrecision)} ${share(bcubedRecall)}`;
}

function inWords(examples: readonly ErrorExample[]): string {
  return examples
    .map(({ name, pairs, records }) => `${name}: ${pairs} pairs\n${records.map((one) => `  ${one}\n`).join('')}`)
    .join('\n');
}
