import { Worker } from 'node:worker_threads';
import { LinkProblem } from './link-problem.ts';
import type { LinkOptions } from './link-records.ts';
import type { LinkResult } from './link-result.ts';
import type { FieldColumn, RecordSet } from './records/record-set.ts';
import type { PoolParts } from './records/value-pool.ts';

/** What a linking thread is given: records without their ids, which stay with the caller, and what else can cross over. */
export interface LinkThreadInput {
  readonly records: Omit<RecordSet, 'idOf' | 'fields'> & {
    readonly fields: readonly (Omit<FieldColumn, 'pool'> & { readonly pool: PoolParts })[];
  };
  readonly options: Omit<LinkOptions, 'onProgress' | 'signal'>;
}

/** What a linking thread tells. */
export type LinkThreadMessage =
  | { readonly is: 'progress'; readonly progress: Parameters<NonNullable<LinkOptions['onProgress']>>[0] }
  | { readonly is: 'result'; readonly result: Omit<LinkResult, 'records'> }
  | { readonly is: 'problem'; readonly problem: Pick<LinkProblem, 'code' | 'message' | 'remedy'> }
  | { readonly is: 'error'; readonly error: unknown };

/**
 * Links in a thread of its own, which has the engine's threads under it: a server goes on answering. Values lie in shared memory and
 * are not copied. When the signal is aborted the threads are ended at once.
 */
export async function linkApart(records: RecordSet, options: LinkOptions): Promise<LinkResult> {
  const { onProgress, signal, ...rest } = options;
  signal?.throwIfAborted();
  const { idOf: _, fields, ...own } = records;
  const input: LinkThreadInput = {
    records: { ...own, fields: fields.map((field) => ({ ...field, pool: field.pool.parts() })) },
    options: rest,
  };
  const worker = new Worker(new URL('./link-thread.ts', import.meta.url), { workerData: input });
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (message: LinkThreadMessage) => {
        try {
          if (message.is === 'progress') onProgress?.(message.progress);
          else if (message.is === 'result') resolve({ records, ...message.result });
          else reject(message.is === 'problem' ? new LinkProblem(message.problem) : message.error);
        } catch (error) {
          reject(error);
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The linking thread ended early.')));
    });
  } finally {
    await worker.terminate();
  }
}
