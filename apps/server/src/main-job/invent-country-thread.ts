import { parentPort, workerData } from 'node:worker_threads';
import { lesothoPopulation } from '@leeto/lesotho';
import { demonstrationDefaults, generateCountry, writeAgencyFiles, writeTruth } from '@leeto/population';
import type { InventionRequest } from './invent-country.ts';

const { persons, seed, agencyFiles, truth } = workerData as InventionRequest;
const { from, to } = demonstrationDefaults;
const country = generateCountry({
  pack: lesothoPopulation,
  persons,
  seed,
  from,
  to,
  onProgress: ({ done, total }) => parentPort?.postMessage({ done, total }),
});
await writeAgencyFiles(country, agencyFiles);
await writeTruth(country, truth);
