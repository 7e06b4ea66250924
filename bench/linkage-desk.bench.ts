// One record at a desk against a database of many: `node bench/linkage-desk.bench.ts [persons] [asked]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCountry, getCountryContext, linkOne, linkRegisters } from '@leeto/server';
import { createInstance, defineMigration, emptySchema, proposeMigration } from '@leeto/store';
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
  const times: number[] = [];
  let compared = 0;
  let joined = 0;
  for (const { id } of rows) {
    const from = performance.now();
    const outcome = await linkOne(instance, { register: visits.id, recordId: id }, { catalogue, causedBy: 'bench' });
    times.push(performance.now() - from);
    compared += outcome.compared;
    if (outcome.events.some(({ kind }) => kind === 'joined')) joined += 1;
  }
  const warm = times.slice(100).sort((one, other) => one - other);
  const at = (share: number) => (warm[Math.floor(warm.length * share)] ?? 0).toFixed(1);
  console.log(
    `${warm.length} records at a desk: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${(compared / rows.length).toFixed(0)} entries compared each; ${joined} joined somebody`,
  );
} finally {
  await instance.close();
  await rm(folder, { recursive: true, force: true });
}
