/**
 * The first Profile from about a million movements: every agency file of a synthetic country, from files to the four forms,
 * step by step. Bars: 60 s in all, of which the PDF 5 s. Run: node bench/main-job.bench.ts [persons]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type ProgressEvent, prepareDemonstration } from '@leeto/server';

const persons = Number(process.argv[2] ?? 71_000);
const folder = await mkdtemp(join(tmpdir(), 'leeto-bench-'));
const steps = new Map<string, number>();
let step = '';
let since = performance.now();
try {
  const { instance, imported } = await prepareDemonstration({
    folder,
    databaseUrl: undefined,
    settings: { ...defaultSettings, persons },
    compiledOn: '2026-01-31',
    onProgress,
  });
  onProgress({ step: '' });
  await instance.close();
  const deliveries = imported?.files.flatMap((file) => file.deliveries) ?? [];
  const movements = deliveries.filter(({ register }) => register === 'border_movement');
  const taken = movements.reduce((sum, { counts }) => sum + counts.taken, 0);
  // Inventing the country is not part of the main job: a user brings files.
  const job = [...steps].filter(([name]) => !/^(Inventing|Starting)/.test(name));
  for (const [name, seconds] of job) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
  const total = job.reduce((sum, [, seconds]) => sum + seconds, 0);
  const pdf = steps.get('Setting the PDF') ?? 0;
  console.log(
    `${taken.toLocaleString('en')} movements: ${total.toFixed(1)} s in all (at most 60), PDF ${pdf.toFixed(1)} s (at most 5)`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

function onProgress(event: ProgressEvent): void {
  const name = event.step.replace(/^(Importing|Looking into|Writing the issues of) .*/, '$1 files');
  if (name === step) return;
  const now = performance.now();
  if (step !== '') steps.set(step, (steps.get(step) ?? 0) + (now - since) / 1000);
  step = name;
  since = now;
}
