import { Worker } from 'node:worker_threads';
import type { ReadLimits } from '../read-limits.ts';
import type { ParsedWorkbook } from './parse-workbook.ts';

type Answer = { readonly parsed: ParsedWorkbook } | { readonly failed: string };

/**
 * Parses a workbook in a thread of its own, with a limit of time and memory. A damaged or hostile XLS can keep a parser busy
 * for ever; a thread can be ended, and the process goes on serving meanwhile.
 */
export function parseInThread(bytes: Buffer, limits: ReadLimits): Promise<ParsedWorkbook> {
  const copy = new Uint8Array(bytes);
  const worker = new Worker(new URL('./parse-thread.ts', import.meta.url), {
    workerData: { bytes: copy },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.workbookHeapMegabytes },
    // The library reports records it does not know on standard error; no package of ours prints.
    stdout: true,
    stderr: true,
  });
  return new Promise<ParsedWorkbook>((resolve, reject) => {
    const seconds = Math.round(limits.workbookMilliseconds / 1000);
    const timer = setTimeout(
      () => reject(new Error(`not done after ${seconds} seconds, as happens with damaged workbooks`)),
      limits.workbookMilliseconds,
    );
    const settle = (): void => clearTimeout(timer);
    worker.once('message', (answer: Answer) => {
      settle();
      if ('parsed' in answer) resolve(answer.parsed);
      else reject(new Error(answer.failed));
    });
    worker.once('error', (error: Error) => {
      settle();
      reject(error);
    });
    worker.once('exit', () => {
      settle();
      reject(new Error('the parser ended without an answer'));
    });
  }).finally(() => worker.terminate());
}
