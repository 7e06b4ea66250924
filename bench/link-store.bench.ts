/**
 * Persons in the embedded database, durable as in real use: what a link run writes in a second, how long a desk waits for the
 * candidates of one record among a million, what linking one record costs, and whether an open user could tell from the time of
 * an answer that somebody stands in a protected register. Run: node bench/link-store.bench.ts [entries]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterDeclaration } from '@leeto/registers';
import {
  appendEvents,
  beginLinkRun,
  createInstance,
  findEntriesByKeys,
  finishLinkRun,
  type Instance,
  type LinkedContent,
  linkAtDesk,
  type PersonEvent,
  type PersonId,
  personOf,
  saveModel,
  takePersonIds,
  withRights,
  writeEntry,
} from '@leeto/store';

const ENTRIES = Number(process.argv[2] ?? 1_000_000);
const KEYS = 6;
/** Entries to a block. */
const BLOCK = 5;
const ASKED = 4000;

const open: RegisterDeclaration = {
  shape: 'register',
  id: 'bench_permit',
  label: { en: 'Permits' },
  description: { en: 'Invented.' },
  custodian: 'bench',
  source: 'bench',
  datedBy: 'valid_from',
  fields: [],
  key: [],
  rules: [],
};
const hidden: RegisterDeclaration = { ...open, id: 'bench_case', isProtected: true };

const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-link-'));
const instance = await createInstance({ folder, kind: 'operational', countryCode: 'LSO' });
try {
  const model = await saveModel(instance, { format: 'bench' });
  console.log(`${ENTRIES} entries, ${ENTRIES * KEYS} keys, ${ENTRIES * 2} links`);
  const everybody = Int32Array.from({ length: ENTRIES }, (_, entry) => entry);
  await writeRun(instance, open, everybody, model);
  await measureCandidates(instance, 'first (cold)');
  const before = await measureCandidates(instance, 'warm');
  await measureDesk(instance);
  await compareTimes(instance, 'before anything protected is linked');
  await writeRun(instance, hidden, everybody.filter(standsHidden), null);
  await measureCandidates(instance, 'first after');
  const after = await measureCandidates(instance, 'protected register linked');
  console.log(`median before ${before.toFixed(3)} ms, after ${after.toFixed(3)} ms`);
  await compareTimes(instance, 'after');
} finally {
  await instance.close();
  await rm(folder, { recursive: true, force: true });
}

/** A fifth of all, without any order: they stand in the protected register too. */
function standsHidden(entry: number): boolean {
  return (Math.imul(entry ^ (entry >>> 7), 2_654_435_761) >>> 8) % 5 === 0;
}

async function writeRun(
  into: Instance,
  declaration: RegisterDeclaration,
  numbers: Int32Array,
  model: number | null,
): Promise<void> {
  const entries = numbers.length;
  const run = await beginLinkRun(into, {
    declarations: [declaration],
    startedBy: 'bench',
    ...(model === null ? {} : { model }),
  });
  const persons = await takePersonIds(run.client, run.wall, Math.ceil(entries * 0.7));
  const content = makeContent(declaration.id, numbers, persons);
  const began = performance.now();
  let stageBegan = began;
  const parts: string[] = [];
  const { written } = await finishLinkRun(run, {
    content,
    events: eventsOf(declaration.id, entries, persons),
    counts: {},
    onProgress: ({ stage, rows }) => {
      const total = { entry: entries, member: entries, key: entries * KEYS, link: entries * 2, events: persons.length };
      if (stage === 'indexes') stageBegan = performance.now();
      else if (rows === total[stage]) {
        const seconds = (performance.now() - stageBegan) / 1000;
        const name = stage === 'events' ? 'indexes and events' : stage;
        parts.push(`${name} ${seconds.toFixed(1)} s (${Math.round(rows / seconds / 1000)} thousand rows/s)`);
        stageBegan = performance.now();
      }
    },
  });
  const seconds = (performance.now() - began) / 1000;
  const rows = Object.values(written).reduce((sum, count) => sum + count, 0);
  console.log(`${declaration.id}: ${rows} rows in ${seconds.toFixed(1)} s; ${parts.join(', ')}`);
}

/** The key of block `block` under rule `rule`. */
function keyOf(rule: number, block: number): bigint {
  return BigInt.asIntN(64, BigInt(rule * 100_000_000 + block) * 0x9e37_79b9_7f4a_7c15n);
}

/** Blocks differ from rule to rule; entry numbers of both registers mean the same persons. */
function keysOf(entry: number): bigint[] {
  const blocks = Math.ceil(ENTRIES / BLOCK);
  return Array.from({ length: KEYS }, (_, rule) => keyOf(rule, (entry * (rule * 2 + 1) + rule * 7) % blocks));
}

function makeContent(source: string, numbers: Int32Array, persons: readonly PersonId[]): LinkedContent {
  const count = numbers.length;
  const key = new BigInt64Array(count * KEYS);
  const entry = new Int32Array(count * KEYS);
  for (let at = 0; at < count; at += 1) {
    for (const [rule, value] of keysOf(numbers[at] ?? 0).entries()) {
      key[at * KEYS + rule] = value;
      entry[at * KEYS + rule] = at;
    }
  }
  const links = count * 2;
  const other = (link: number) => (Math.imul(link, 2_654_435_761) >>> 0) % count;
  const weight = Float64Array.from({ length: links }, (_, link) => ((link * 7919) % 3500) / 100 - 5);
  return {
    entries: { count, contentOf: (at) => ({ fields: fieldsOf(numbers[at] ?? 0), uniqueSource: null }) },
    members: {
      count,
      recordOf: (at) => ({ source, id: String(at + 1) }),
      entryOf: Int32Array.from({ length: count }, (_, at) => at),
      personOf: (at) => persons[at % persons.length] ?? '',
    },
    keys: { count: count * KEYS, key, entry },
    links: {
      count: links,
      left: Int32Array.from({ length: links }, (_, link) => link >> 1),
      right: Int32Array.from({ length: links }, (_, link) => other(link)),
      weight,
      stateOf: (link) => ((weight[link] ?? 0) > 20 ? 'accepted' : (weight[link] ?? 0) > 18 ? 'review' : 'below'),
      guardOf: () => null,
      levels: new Uint8Array(links * 10),
      width: 10,
    },
  };
}

function fieldsOf(at: number): readonly (string | null)[] {
  return [
    `GIVEN${at % 5000}`,
    `FAMILY${at % 20_000}`,
    `19${(at % 80) + 10}-0${(at % 9) + 1}-11`,
    at % 2 === 0 ? 'f' : 'm',
    'LSO',
    `RC${at}`,
    null,
    'MASERU',
    null,
    `5${at}`,
  ];
}

function* eventsOf(source: string, count: number, persons: readonly PersonId[]): Generator<PersonEvent> {
  for (const [number, person] of persons.entries()) {
    const records = [number, number + persons.length]
      .filter((at) => at < count)
      .map((at) => ({ source, id: String(at + 1) }));
    yield { kind: 'created', person, records };
  }
}

async function measureCandidates(from: Instance, name: string): Promise<number> {
  const times: number[] = [];
  let found = 0;
  for (let asked = 0; asked < ASKED; asked += 1) {
    const keys = keysOf((asked * 7_368_787) % ENTRIES);
    await withRights(from, { registers: [], role: 'reader' }, async (tx) => {
      const began = performance.now();
      found += (await findEntriesByKeys(tx, keys, { wall: [] })).length;
      times.push(performance.now() - began);
    });
  }
  console.log(`candidates of one record, ${name}: ${words(times)}, ${(found / ASKED).toFixed(0)} entries each`);
  return quantile(times, 0.5);
}

/** A record that nobody knows: candidates, number, entry, keys, events, commit to the disk. */
async function measureDesk(into: Instance): Promise<void> {
  const times: number[] = [];
  for (let asked = 0; asked < 500; asked += 1) {
    const keys = keysOf((asked * 15_485_863) % ENTRIES);
    const record = { source: open.id, id: String(ENTRIES + asked + 1) };
    const began = performance.now();
    await linkAtDesk(into, { wall: [], keys }, async (tx) => {
      await findEntriesByKeys(tx, keys, { wall: [] });
      const [person = ''] = await takePersonIds(tx.client, [], 1);
      await writeEntry(tx, [], { record, content: { fields: [`NEW${asked}`], uniqueSource: null }, keys, links: [] });
      await appendEvents(tx, [], [{ kind: 'created', person, records: [record] }], { causedBy: 'bench' });
    });
    times.push(performance.now() - began);
  }
  console.log(`one record linked at a desk, committed: ${words(times)}`);
}

/**
 * Open questions about people who stand in the protected register and about others come mixed; the difference of their medians
 * is set against what chance alone makes of it, by giving the times out anew.
 */
async function compareTimes(from: Instance, name: string): Promise<void> {
  const times: number[] = [];
  const isHidden: boolean[] = [];
  for (let asked = 0; asked < ASKED * 3; asked += 1) {
    const at = (asked * 7_368_787 + 11) % ENTRIES;
    const began = performance.now();
    await withRights(from, { registers: [], role: 'reader' }, async (tx) => {
      await findEntriesByKeys(tx, keysOf(at), { wall: [] });
      await personOf(tx, { source: open.id, id: String(at + 1) });
    });
    times.push(performance.now() - began);
    isHidden.push(standsHidden(at));
  }
  // The first answers warm the caches.
  const kept = times.slice(ASKED / 4);
  const labels = isHidden.slice(ASKED / 4);
  const seen = difference(kept, labels);
  const chance = Array.from({ length: 400 }, (_, round) =>
    Math.abs(difference(kept, shuffled(labels, round + 1))),
  ).sort((one, other) => one - other);
  const bound = quantile(chance, 0.95);
  console.log(
    `answers to open users ${name}, about those with a protected file less others: ${(seen * 1000).toFixed(1)} µs in the median ` +
      `of ${quantile(kept, 0.5).toFixed(2)} ms; chance alone makes up to ${(bound * 1000).toFixed(1)} µs (95 in 100)`,
  );
}

function difference(times: readonly number[], labels: readonly boolean[]): number {
  const one = times.filter((_, at) => labels[at] === true);
  const other = times.filter((_, at) => labels[at] === false);
  return quantile(one, 0.5) - quantile(other, 0.5);
}

function shuffled(labels: readonly boolean[], seed: number): readonly boolean[] {
  const mixed = [...labels];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const to = Math.floor((state / 2 ** 32) * (at + 1));
    [mixed[at], mixed[to]] = [mixed[to] ?? false, mixed[at] ?? false];
  }
  return mixed;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function words(times: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantile(times, share).toFixed(2)} ms`).join(', ');
}
