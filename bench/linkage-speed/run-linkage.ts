/**
 * Links so many made-up records, and says what it took, as one line of JSON: `node run-linkage.ts RECORDS [28|auto]`, with rules under
 * which each record has about 28 candidate pairs, or rules chosen from the data. A process of its own, so that its peak of memory is that
 * of one linkage.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { linkRecords, RecordSetBuilder } from '@leeto/linkage';
import { type MadeRecord, makePersonRecords, personSpec, rulesOf28Pairs } from './make-person-records.ts';

export interface LinkageRun {
  readonly records: number;
  readonly entries: number;
  /** Compared, and kept as worth a look. */
  readonly candidatePairs: number;
  readonly keptPairs: number;
  readonly persons: number;
  readonly truePersons: number;
  /** Wall time by stage. To normalise is to read raw cells, to collapse records that are alike, and to prepare what levels look at. */
  readonly seconds: Readonly<Record<'normalise' | 'read' | 'block' | 'train' | 'compare' | 'cluster' | 'all', number>>;
  /** Processor time of all threads, by stage: what a busy machine does not change much. */
  readonly cpuSeconds: Readonly<Record<'normalise' | 'block' | 'train' | 'compare' | 'cluster' | 'all', number>>;
  /** Load of the machine as the linkage began. */
  readonly load: number;
  readonly peakGigabytes: number;
  /** Milliseconds by which the main thread's event loop came late while records were linked, and at most while they were read. */
  readonly eventLoop: {
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
    readonly whileReading: number;
  };
  /** How often progress was told, and the longest time in between, in seconds. */
  readonly progress: { readonly tellings: number; readonly longestSilence: number };
  readonly rules: readonly string[];
  /** Of the model, the pairs and the persons: the same for the same records. */
  readonly hash: string;
}

const records = Number(process.argv[2] ?? 10_000);
const rules = process.argv[3] === 'auto' ? {} : { blocking: rulesOf28Pairs };
/** Records that a reader hands over at a time. */
const BATCH = 2_000;

const persons = new Int32Array(records);
const delay = monitorEventLoopDelay({ resolution: 5 });
const builder = new RecordSetBuilder({ ...personSpec, ...rules });
builder.addSource('people', false);
const made = makePersonRecords(records);
let reading = 0;
let readingCpu = 0;
let batch: MadeRecord[] = [];
delay.enable();
const flush = async () => {
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (const { person, cells } of batch) {
    persons[builder.size] = person;
    builder.add(String(builder.size), cells);
  }
  reading += performance.now() - from;
  const spent = process.cpuUsage(cpu);
  readingCpu += (spent.user + spent.system) / 1e6;
  batch = [];
  await setImmediate();
};
for (const record of made) {
  batch.push(record);
  if (batch.length === BATCH) await flush();
}
await flush();
const built = builder.build();
const whileReading = delay.max / 1e6;
delay.reset();
const load = loadavg()[0] ?? 0;
/** Processor time at the beginning of each stage, of all threads. */
const cpuAt = new Map<string, number>();
const started = performance.now();
let told = started;
let longestSilence = 0;
let tellings = 0;
const result = await linkRecords(built, {
  onProgress: ({ stage }) => {
    if (!cpuAt.has(stage)) cpuAt.set(stage, secondsOfCpu());
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - told);
    told = now;
    tellings += 1;
  },
});
const linking = (performance.now() - started) / 1000;
delay.disable();
cpuAt.set('end', secondsOfCpu());
const secondsOf = new Map(result.times.map(({ stage, seconds }) => [stage, seconds]));
const status = readFileSync('/proc/self/status', 'utf8');
const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 / 1024;

const run: LinkageRun = {
  records,
  entries: result.entries.count,
  candidatePairs: result.candidatePairs,
  keptPairs: result.pairs.count,
  persons: result.clusters.persons,
  truePersons: (persons.at(-1) ?? 0) + 1,
  seconds: {
    normalise: reading / 1000 + (secondsOf.get('normalise') ?? 0),
    read: reading / 1000,
    block: secondsOf.get('block') ?? 0,
    train: secondsOf.get('train') ?? 0,
    compare: secondsOf.get('compare') ?? 0,
    cluster: secondsOf.get('cluster') ?? 0,
    all: reading / 1000 + linking,
  },
  cpuSeconds: {
    normalise: readingCpu + cpuOf('normalise', 'block'),
    block: cpuOf('block', 'train'),
    train: cpuOf('train', 'compare'),
    compare: cpuOf('compare', 'cluster'),
    cluster: cpuOf('cluster', 'end'),
    all: readingCpu + cpuOf('normalise', 'end'),
  },
  load,
  peakGigabytes: peak,
  eventLoop: { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6, whileReading },
  progress: { tellings, longestSilence: longestSilence / 1000 },
  rules: result.model.blocking.filter(({ isChosen }) => isChosen).map(({ label, pairs }) => `${label}: ${pairs}`),
  hash: createHash('sha256')
    .update(JSON.stringify(result.model))
    .update(result.pairs.left)
    .update(result.pairs.right)
    .update(result.pairs.weight)
    .update(result.clusters.personOf)
    .digest('hex')
    .slice(0, 16),
};
console.log(JSON.stringify(run));

function cpuOf(stage: string, next: string): number {
  return (cpuAt.get(next) ?? 0) - (cpuAt.get(stage) ?? 0);
}

function secondsOfCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
