/**
 * The whole import of a CSV of about a million movements (parsed, mapped, every field and rule checked, keys compared, history
 * kept, issues written) against PostgreSQL's own `COPY` of the same rows, already encoded, unchecked, into an equal table.
 * Bar: a ratio of 3 at most. Run: node bench/import.bench.ts [persons]
 */
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { openFile, readCandidates } from '@leeto/intake';
import { demonstrationDefaults, generateCountry, writeAgencyFiles } from '@leeto/population';
import { getCountryContext, importFile, noProgress, recogniseTables } from '@leeto/server';
import { makeRecordKey } from '@leeto/store';
import { openBareCopy, openTestInstance } from '@leeto/store/testing';
import { lesothoPopulation } from '../country/lesotho/src/population.ts';

const persons = Number(process.argv[2] ?? 71_000);
const context = getCountryContext('LSO');
const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-'));
const { instance, databaseUrl, dispose } = await openTestInstance();
try {
  const country = generateCountry({ pack: lesothoPopulation, ...demonstrationDefaults, persons });
  await writeAgencyFiles(country, folder, { only: ['electronic'], movements: 'one' });
  const path = join(folder, (await readdir(folder)).find((name) => name.endsWith('.csv')) ?? '');
  const { columns, buffers, rows, years } = await encodeChecked(path);

  const bare = await timed(async () => {
    const copy = await openBareCopy(databaseUrl, 'border_movement', years, columns, true);
    const stream = await copy.begin();
    for (const buffer of buffers) if (!stream.write(buffer)) await once(stream, 'drain');
    const done = finished(stream);
    stream.end();
    await done;
    await copy.commit();
  });
  buffers.length = 0;
  let taken = 0;
  const whole = await timed(async () => {
    const outcome = await importFile({
      instance,
      context,
      path,
      issuesFolder: folder,
      receivedBy: 'benchmark',
      onProgress: noProgress,
    });
    taken = outcome.deliveries[0]?.counts.taken ?? 0;
  });
  console.log(`${rows.toLocaleString('en')} rows of ${columns.length} fields, ${taken.toLocaleString('en')} taken`);
  console.log(
    `import ${whole.toFixed(1)} s, bare COPY ${bare.toFixed(1)} s, ratio ${(whole / bare).toFixed(2)} (at most 3)`,
  );
} finally {
  await dispose();
  await rm(folder, { recursive: true, force: true });
}

/** The rows that the import will take, as COPY text: what the reference writes. */
async function encodeChecked(path: string) {
  const opened = await openFile(path);
  const [recognised] = await recogniseTables(opened, { context, savedMappings: [], codeLists: [] });
  const mapping = recognised?.proposal.mapping;
  const declaration = context.catalogue.records.get('border_movement');
  if (recognised === undefined || mapping == null || declaration === undefined)
    throw new Error('the file is not recognised');
  const reading = readCandidates(opened, recognised.table, mapping, context.catalogue);
  const buffers: Buffer[] = [];
  const years = new Set<string>();
  let columns: readonly string[] = [];
  let rows = 0;
  for await (const batch of reading.batches) {
    columns = batch.columns;
    const recordKey = makeRecordKey(declaration, columns, 'bench');
    const date = columns.indexOf('crossed_on');
    for (const row of batch.rows) years.add((row[date] ?? '').slice(0, 4));
    const lines = batch.rows.map(
      (row, index) => `${recordKey(row)}\t1\t${batch.sourceRows[index]}\t\\N\t${row.map(copyText).join('\t')}\n`,
    );
    rows += lines.length;
    buffers.push(Buffer.from(lines.join('')));
  }
  (await reading.finish()).issues.dispose();
  return { columns: [...columns], buffers, rows, years: [...years] };
}

function copyText(value: string | null): string {
  return value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (character) => `\\${character}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
