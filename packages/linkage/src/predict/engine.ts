import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Patterns } from '../train/count-patterns.ts';
import type { PairWeights } from './pair-weights.ts';
import type { PairWork, Task } from './pair-work.ts';
import { type EngineJob, type EngineResult, makeJobRunner } from './run-job.ts';
import type { TaskPairs } from './score-task.ts';

export interface EngineOptions {
  /** Threads beside the caller's; 0: everything in the caller's thread. */
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
}

/** Walks and compares pairs, in threads. Jobs come back in the order in which they were given, whichever thread did them. */
export class PairEngine implements AsyncDisposable {
  readonly #run: ((job: EngineJob) => EngineResult) | null;
  readonly #threads: readonly EngineThread[];
  readonly #signal: AbortSignal | undefined;
  readonly #entries: number;

  constructor(work: PairWork, { threads, signal }: EngineOptions) {
    this.#signal = signal;
    this.#entries = work.entries;
    this.#run = threads === 0 ? makeJobRunner(work) : null;
    this.#threads = Array.from({ length: threads }, () => new EngineThread(work));
  }

  /** Patterns of so many random pairs, or of all pairs, each once, where there are no more. */
  countRandom(
    pairs: number,
    seed: number,
    onDone?: (done: number, total: number) => void,
  ): Promise<readonly Patterns[]> {
    const parts = (this.#entries * (this.#entries - 1)) / 2 <= pairs ? 1 : 8;
    const jobs = Array.from(
      { length: parts },
      (_, i): EngineJob => ({ kind: 'random', pairs: Math.ceil(pairs / parts), seed: seed + i }),
    );
    return this.#all(jobs, onDone) as Promise<readonly Patterns[]>;
  }

  countPatterns(
    tasks: readonly Task[],
    share: number,
    weights: PairWeights | null = null,
    onDone?: (done: number, total: number) => void,
  ): Promise<readonly Patterns[]> {
    const jobs = tasks.map((task): EngineJob => ({ kind: 'patterns', task, share, weights }));
    return this.#all(jobs, onDone) as Promise<readonly Patterns[]>;
  }

  score(
    tasks: readonly Task[],
    weights: PairWeights,
    onDone?: (done: number, total: number) => void,
  ): Promise<readonly TaskPairs[]> {
    const jobs = tasks.map((task): EngineJob => ({ kind: 'score', task, weights }));
    return this.#all(jobs, onDone) as Promise<readonly TaskPairs[]>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  async #all(
    jobs: readonly EngineJob[],
    onDone?: (done: number, total: number) => void,
  ): Promise<readonly EngineResult[]> {
    const results: EngineResult[] = new Array(jobs.length);
    let next = 0;
    let done = 0;
    const take = async (run: (job: EngineJob) => Promise<EngineResult> | EngineResult) => {
      for (let i = next++; i < jobs.length; i = next++) {
        this.#signal?.throwIfAborted();
        results[i] = await run(jobs[i] as EngineJob);
        done += 1;
        onDone?.(done, jobs.length);
      }
    };
    const run = this.#run;
    if (run !== null) {
      // Between two jobs others have their turn: a server answers, a signal is heard.
      await take(async (job) => {
        await setImmediate();
        this.#signal?.throwIfAborted();
        return run(job);
      });
    } else await Promise.all(this.#threads.map((thread) => take((job) => thread.run(job))));
    return results;
  }
}

interface Waiting {
  readonly resolve: (result: EngineResult) => void;
  readonly reject: (error: Error) => void;
}

class EngineThread {
  readonly #worker: Worker;
  #waiting: Waiting | null = null;

  constructor(work: PairWork) {
    this.#worker = new Worker(new URL('./engine-thread.ts', import.meta.url), { workerData: work });
    this.#worker.on('message', (result: EngineResult) => this.#settle((waiting) => waiting.resolve(result)));
    this.#worker.on('error', (error) => this.#settle((waiting) => waiting.reject(error as Error)));
    this.#worker.on('exit', () =>
      this.#settle((waiting) => waiting.reject(new Error('A linkage thread ended early.'))),
    );
  }

  run(job: EngineJob): Promise<EngineResult> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(job);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) how(waiting);
  }
}
