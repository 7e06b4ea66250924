/**
 * Makes a set for measuring linkage: a synthetic country, its agencies' files read by the product's own intake, a file of
 * linkage input a register (`input/`), the specification (`spec.json`), and the truth apart from them (`truth/`).
 *
 *   node bench/linkage-population/make-linkage-files.ts --persons 100000 --seed 1 --out DIR
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mapping } from '@leeto/intake';
import { lesothoPopulation } from '@leeto/lesotho';
import { generateCountry, writeAgencyFiles } from '@leeto/population';
import { getCountryContext } from '@leeto/server';
import { openSession } from '@leeto/warehouse';
import { makeCsvFile } from './csv-file.ts';
import { linkageSpecification } from './linkage-columns.ts';
import { makeLinkageFiles } from './linkage-files.ts';
import { writePersonFacts } from './person-facts.ts';
import { type AgencyReading, readAgencyFile } from './read-agency-file.ts';
import { makeRecordTruths } from './record-truths.ts';

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    /** First and last day of the movements and cases. */
    from: { type: 'string', default: '2024-01-01' },
    to: { type: 'string', default: '2025-12-31' },
    /** The border system's export a file a month (`monthly`), or `one` file. */
    movements: { type: 'string', default: 'monthly' },
    'keep-agency-files': { type: 'boolean', default: false },
  },
});
if (values.out === undefined) throw new Error('Say where the set goes: --out DIR');
const out = resolve(values.out);
const folders = { agencies: join(out, 'agencies'), input: join(out, 'input'), truth: join(out, 'truth') };
const started = performance.now();
const steps: { step: string; seconds: number; peakMegabytes: number }[] = [];

const context = getCountryContext('LSO');
const country = generateCountry({
  pack: lesothoPopulation,
  persons: Number(values.persons),
  seed: Number(values.seed),
  from: values.from,
  to: values.to,
});
await rm(out, { recursive: true, force: true });
await mkdir(folders.truth, { recursive: true });

const truths = makeRecordTruths(country);
await step('write the agency files', () =>
  writeAgencyFiles(country, folders.agencies, {
    movements: values.movements === 'one' ? 'one' : 'monthly',
    onRecord: truths.add,
  }),
);
const counts = new Uint32Array(country.persons);
const readings = await step('read by intake', readAll);
const persons = await step('write the persons', async () =>
  writePersonFacts(country, join(folders.truth, 'person-facts.csv'), counts),
);
await writeFile(join(out, 'spec.json'), `${JSON.stringify(linkageSpecification, null, 2)}\n`);
const made = {
  persons: country.persons,
  seed: country.seed,
  from: country.from,
  to: country.to,
  personsWithRecords: persons,
  recordsInFiles: truths.count(),
  registers: readings.registers,
  readings: summed(readings.files),
  seconds: Math.round((performance.now() - started) / 1000),
  steps,
};
await writeFile(join(out, 'made.json'), `${JSON.stringify(made, null, 2)}\n`);
console.log(`${made.seconds} s in all; ${JSON.stringify(made.registers)}`);

async function readAll() {
  const files = await makeLinkageFiles(folders.input, context.catalogue.records);
  const truth = makeCsvFile(join(folders.truth, 'truth.csv'), ['record_id', 'person']);
  const spoilt = makeCsvFile(join(folders.truth, 'record-errors.csv'), ['record_id', 'errors']);
  const learnt: Mapping[] = [];
  const all: AgencyReading[] = [];
  const names = (await readdir(folders.agencies)).filter((name) => name !== 'SYNTHETIC.txt').sort();
  for (const name of names) {
    const path = join(folders.agencies, name);
    const read = await readAgencyFile({
      context,
      path,
      learnt,
      onBatch: (batch) =>
        files.add(batch, (recordId, row) => {
          const found = truths.find(batch.file, batch.sheet, row);
          if (found === undefined) throw new Error(`${recordId} is a record that the truth does not know.`);
          counts[found.person] = (counts[found.person] ?? 0) + 1;
          truth.row([recordId, `P${String(found.person + 1).padStart(7, '0')}`]);
          if (found.errors.length > 0) spoilt.row([recordId, found.errors.join(' ')]);
        }),
    });
    all.push(...read);
    // At a million persons the border system's files are five gigabytes: each goes when it has been read.
    if (!values['keep-agency-files']) await rm(path);
  }
  truth.end();
  spoilt.end();
  if (!values['keep-agency-files']) await rm(folders.agencies, { recursive: true, force: true });
  const temporaryFolder = join(out, 'temporary');
  using session = await openSession({ temporaryFolder, memoryLimit: '2GB' });
  const registers = Object.fromEntries(await files.end(session));
  await rm(temporaryFolder, { recursive: true, force: true });
  return { files: all, registers };
}

/** Monthly files of one make as one line. */
function summed(files: readonly AgencyReading[]): readonly AgencyReading[] {
  const sums = new Map<string, AgencyReading>();
  for (const one of files) {
    const file = one.file.replace(/\d{4}-\d{2}/, 'YYYY-MM');
    const key = `${file} ${one.register}`;
    const sum = sums.get(key) ?? { file, register: one.register, read: 0, ready: 0, refused: 0, leftOut: 0 };
    sums.set(key, {
      ...sum,
      read: sum.read + one.read,
      ready: sum.ready + one.ready,
      refused: sum.refused + one.refused,
      leftOut: sum.leftOut + one.leftOut,
    });
  }
  return [...sums.values()];
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  // Of the process so far, not of the step alone.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  steps.push({ step: name, seconds, peakMegabytes });
  console.log(`${seconds.toFixed(1).padStart(7)} s ${String(peakMegabytes).padStart(6)} MB  ${name}`);
  return result;
}
