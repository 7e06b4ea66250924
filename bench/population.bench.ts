/**
 * Making the border system's export of a synthetic country (38 columns), beside the machine's own limit: writing the same
 * bytes from memory to the same disk. Prints crossings per second and the ratio. 700,000 persons make over ten million.
 *
 *   node bench/population.bench.ts [persons]
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationDefaults, generateCountry, generateMovements } from '@leeto/population';
import { lesothoPopulation } from '../country/lesotho/src/population.ts';

const persons = Number(process.argv[2] ?? 70_000);
const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-'));
try {
  const country = generateCountry({ pack: lesothoPopulation, ...demonstrationDefaults, persons });
  let rows = 0;
  let bytes = 0;
  let sample: Uint8Array = new Uint8Array(0);
  const made = await timed(async () => {
    const file = await open(join(folder, 'movements.csv'), 'w');
    for (const chunk of generateMovements(country, { movements: 'one' })) {
      const written = await file.write(chunk.bytes);
      rows += chunk.rows;
      bytes += written.bytesWritten;
      if (sample.length === 0) sample = chunk.bytes;
    }
    await file.close();
  });
  const plain = await timed(async () => {
    const file = await open(join(folder, 'plain.csv'), 'w');
    for (let left = bytes; left > 0; left -= sample.length) await file.write(sample, 0, Math.min(left, sample.length));
    await file.close();
  });
  const megabytes = bytes / 1e6;
  const line = (what: string, seconds: number): string =>
    `${what.padEnd(28)} ${seconds.toFixed(2).padStart(7)} s ${Math.round(rows / seconds)
      .toLocaleString('en')
      .padStart(
        12,
      )} crossings/s ${(megabytes / seconds).toFixed(0).padStart(6)} MB/s ${(seconds / plain).toFixed(1).padStart(6)} x\n`;
  process.stdout.write(
    `${persons} persons, ${rows} recorded crossings (${(rows / persons).toFixed(1)} a person), ${megabytes.toFixed(0)} MB\n`,
  );
  process.stdout.write(line('write the same bytes', plain));
  process.stdout.write(line('make and write', made));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
