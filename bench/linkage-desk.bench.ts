/**
 * One record at a desk against a database of many, committed to the disk: how long it takes, and what does not depend on how busy the
 * machine is: round trips to the database, and the processor's time on this side. Between records an empty round trip is timed, so that
 * a busy machine shows. Run on a quiet machine: node bench/linkage-desk.bench.ts 1000000
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCountry, getCountryContext, linkOne, linkRegisters } from '@leeto/server';
import { createInstance, defineMigration, emptySchema, type Instance, proposeMigration } from '@leeto/store';
import {
  bringPeople,
  catalogueOf,
  inventManyPeople,
  type PersonRow,
  personRegister,
  withSlip,
} from '../test/support/link-people.ts';

const PERSONS = Number(process.argv[2] ?? 200_000);
const ASKED = Number(process.argv[3] ?? 2000);
const PORTION = 50_000;
/** Records asked first, until plans are made and pages read. */
const WARM = 100;

const asylum = getCountryContext(defaultCountry).catalogue.records.get('asylum_case');
if (asylum === undefined) throw new Error('no register to model the bench on');
const permits = personRegister('bench_permit', false, asylum);
const visits = personRegister('bench_visit', false, asylum);
const catalogue = catalogueOf([permits, visits]);

const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-desk-'));
const instance = await createInstance({
  folder,
  kind: 'operational',
  countryCode: 'LSO',
  furtherMigrations: [defineMigration('bench', 1, 'registers', proposeMigration(catalogue, emptySchema))],
});
try {
  const people = inventManyPeople(PERSONS, 5);
  const rowsOf = (from: number, to: number, prefix: string, seed: number): PersonRow[] =>
    people.slice(from, to).map((person, at) => ({
      number: `${prefix}${from + at}`,
      person: (from + at) % 3 === 0 ? withSlip(person, from + at + seed) : person,
    }));
  for (let from = 0; from < PERSONS; from += PORTION) {
    await bringPeople(instance, permits, rowsOf(from, Math.min(PERSONS, from + PORTION), 'P', 0));
  }
  const started = performance.now();
  const { open } = await linkRegisters(instance, { catalogue, startedBy: 'bench' });
  console.log(
    `${open.records} records, ${open.entries} entries, ${open.persons} persons: linked in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  // Half of those who come are known, half are not.
  const known = rowsOf(0, ASKED / 2, 'V', 77);
  const strangers = inventManyPeople(ASKED / 2, 99).map((person, at) => ({ number: `S${at}`, person }));
  await bringPeople(instance, visits, [...known, ...strangers]);
  const { rows } = await instance.reader.query<{ id: string }>(
    `select record_id::text as id from register.${visits.id} order by case_number collate "C"`,
  );
  const trips = countTrips(instance);
  const times: number[] = [];
  const empty: number[] = [];
  const tripsOf: number[] = [];
  let processor = 0;
  let compared = 0;
  let joined = 0;
  for (const { id } of rows) {
    const before = { trips: trips.count, processor: process.cpuUsage() };
    const from = performance.now();
    const outcome = await linkOne(instance, { register: visits.id, recordId: id }, { catalogue, causedBy: 'bench' });
    times.push(performance.now() - from);
    const used = process.cpuUsage(before.processor);
    if (times.length > WARM) processor += (used.user + used.system) / 1000;
    tripsOf.push(trips.count - before.trips);
    compared += outcome.compared;
    if (outcome.events.some(({ kind }) => kind === 'joined')) joined += 1;
    const asked = performance.now();
    await instance.reader.query('select');
    empty.push(performance.now() - asked);
  }
  const words = (values: readonly number[]) => {
    const sorted = values.slice(WARM).sort((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
    return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`;
  };
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  console.log(`${times.length - WARM} records at a desk, each committed: ${words(times)} ms`);
  console.log(
    `an empty round trip meanwhile: ${words(empty)} ms; load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`,
  );
  console.log(
    `each: ${mean(tripsOf.slice(WARM)).toFixed(1)} round trips, ${(processor / (times.length - WARM)).toFixed(2)} ms of processor on this side; ` +
      `${(compared / rows.length).toFixed(0)} entries compared; ${joined} joined somebody`,
  );
} finally {
  await instance.close();
  await rm(folder, { recursive: true, force: true });
}

/** Counts the statements that go to the database, each of them a round trip. */
function countTrips(of: Instance): { readonly count: number } {
  const trips = { count: 0 };
  const counted = new WeakSet<object>();
  for (const pool of [of.application, of.reader]) {
    pool.on('acquire', (client) => {
      if (counted.has(client)) return;
      counted.add(client);
      const query = client.query;
      client.query = ((...parameters: Parameters<typeof query>) => {
        trips.count += 1;
        return Reflect.apply(query, client, parameters);
      }) as typeof query;
    });
  }
  return trips;
}
