/**
 * How fast records are linked, and what it takes: bars with "met" or "missed", and where the time goes as records grow tenfold.
 *
 *   node bench/linkage-speed.bench.ts [--growth 10000,100000,1000000] [--memory 7000000] [--auto]
 *
 * `--memory` and sizes of ten million in `--growth` want 12 GB and a quiet machine. `--auto`: rules chosen from the data rather than
 * those under which each record has about 28 candidate pairs.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { clusterEdges } from './linkage-speed/cluster-edges.ts';
import type { LinkageRun } from './linkage-speed/run-linkage.ts';
import { scoreAgainstSql } from './linkage-speed/score-against-sql.ts';

const { values } = parseArgs({
  options: {
    growth: { type: 'string', default: '10000,100000,1000000' },
    memory: { type: 'string' },
    auto: { type: 'boolean', default: false },
  },
});

const THREADS = 2;
const bars: { bar: string; measured: string; isMet: boolean }[] = [];
const say = (bar: string, measured: string, isMet: boolean) => {
  bars.push({ bar, measured, isMet });
  console.log(`${isMet ? 'met   ' : 'MISSED'}  ${bar}: ${measured}`);
};
const million = (n: number) => (n / 1e6).toFixed(2);
const whole = (n: number) => Math.round(n).toLocaleString('en');
const least = (seconds: readonly number[]) => Math.min(...seconds);

const scoring = await scoreAgainstSql(100_000, 1_000_000);
const engine = least(scoring.engineSeconds);
const sql = least(scoring.sqlSeconds);
console.log(
  `levels of ${whole(scoring.pairs)} candidate pairs, two threads each: engine ${engine.toFixed(2)} s, the levels' SQL in DuckDB ${sql.toFixed(2)} s: ${(sql / engine).toFixed(1)} times as fast; ${scoring.differing} pairs differ`,
);

const clustering = clusterEdges(1_000_000);
const clustered = least(clustering.seconds);
say(
  'a million edges clustered under 0.5 s',
  `${clustered.toFixed(2)} s wall, ${least(clustering.cpuSeconds).toFixed(2)} s of processor (${(clustered / least(clustering.plainSeconds)).toFixed(1)} times a plain union of the same edges)`,
  clustered < 0.5,
);

const sizes = values.growth.split(',').map(Number);
const runs: LinkageRun[] = [];
console.log(
  '\n   records  pairs/record  seconds   normalise     block     train   compare   cluster       all  peak GB  loop p99 ms  max ms  silent s  load',
);
for (const size of sizes) runs.push(await link(size));

for (const run of runs) {
  const { records, seconds, candidatePairs, cpuSeconds, eventLoop, progress } = run;
  if (records < 1_000_000) continue;
  const pairs = (candidatePairs / records).toFixed(1);
  if (records === 1_000_000) {
    say(
      'a million records end to end under 45 s',
      `${seconds.all.toFixed(1)} s wall, ${(cpuSeconds.all / THREADS).toFixed(1)} s as processor time of two cores; ${pairs} pairs a record; load ${run.load.toFixed(1)}`,
      seconds.all < 45,
    );
    const rate = candidatePairs / cpuSeconds.compare;
    say(
      'half a million scored pairs a second and core',
      `${million(rate)} million by processor time, ${million(candidatePairs / seconds.compare / THREADS)} million by wall time`,
      rate >= 500_000,
    );
  }
  say(
    `${whole(records)} records do not block the server: delay of the event loop under 100 ms (p99)`,
    `p99 ${eventLoop.p99.toFixed(0)} ms, longest ${eventLoop.max.toFixed(0)} ms`,
    eventLoop.p99 < 100,
  );
  say(
    `${whole(records)} records show progress every five seconds`,
    `${progress.tellings} tellings, ${progress.longestSilence.toFixed(1)} s between two at most`,
    progress.longestSilence < 5,
  );
}
if (values.memory !== undefined) {
  const run = await link(Number(values.memory));
  say(
    `${whole(run.records)} records within 12 GB`,
    `${run.peakGigabytes.toFixed(1)} GB at most, ${run.seconds.all.toFixed(0)} s`,
    run.peakGigabytes < 12,
  );
}
if (bars.some(({ isMet }) => !isMet)) process.exitCode = 1;

async function link(records: number): Promise<LinkageRun> {
  const script = join(import.meta.dirname, 'linkage-speed', 'run-linkage.ts');
  const rules = values.auto ? ['auto'] : [];
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(records), ...rules], {
    maxBuffer: 1 << 26,
  });
  const run = JSON.parse(stdout) as LinkageRun;
  const stages = ['normalise', 'block', 'train', 'compare', 'cluster', 'all'] as const;
  const row = (head: string, times: Readonly<Record<(typeof stages)[number], number>>, tail = '') =>
    console.log(`${head} ${stages.map((stage) => times[stage].toFixed(2).padStart(9)).join(' ')} ${tail}`);
  const { eventLoop, progress } = run;
  const tail = [
    run.peakGigabytes.toFixed(2).padStart(8),
    eventLoop.p99.toFixed(0).padStart(12),
    eventLoop.max.toFixed(0).padStart(7),
    progress.longestSilence.toFixed(1).padStart(9),
    run.load.toFixed(1).padStart(5),
  ];
  const head = `${whole(records).padStart(10)} ${(run.candidatePairs / records).toFixed(1).padStart(13)}`;
  row(`${head}  wall     `, run.seconds, tail.join(' '));
  row(`${' '.repeat(24)}  processor`, run.cpuSeconds);
  return run;
}
