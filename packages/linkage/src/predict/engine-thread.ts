import { parentPort, workerData } from 'node:worker_threads';
import type { PairWork } from './pair-work.ts';
import { type EngineJob, makeJobRunner } from './run-job.ts';

const run = makeJobRunner(workerData as PairWork);
parentPort?.on('message', (job: EngineJob) => {
  const result = run(job);
  const buffers = Object.values(result).flatMap((part) =>
    ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : [],
  );
  parentPort?.postMessage(result, buffers);
});
