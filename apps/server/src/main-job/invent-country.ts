import { Worker } from 'node:worker_threads';

/** What country is invented, and where its files go; both folders apart, because the truth is for tests only. */
export interface InventionRequest {
  readonly persons: number;
  readonly seed: number;
  readonly agencyFiles: string;
  readonly truth: string;
}

export interface InventionProgress {
  readonly done: number;
  readonly total: number;
}

/** Invents a country in a thread of its own: it takes seconds of pure computing, in which pages must still be served. */
export function inventCountry(
  request: InventionRequest,
  onProgress: (progress: InventionProgress) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./invent-country-thread.ts', import.meta.url), { workerData: request });
    worker.on('message', onProgress);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The invention of a country was ended.')),
    );
  });
}
