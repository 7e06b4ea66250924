import { parentPort, workerData } from 'node:worker_threads';
import type { LinkThreadInput, LinkThreadMessage } from './link-apart.ts';
import { LinkProblem } from './link-problem.ts';
import { linkHere } from './link-records.ts';
import { ValuePool } from './records/value-pool.ts';

const { records, options } = workerData as LinkThreadInput;
const tell = (message: LinkThreadMessage, buffers: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, buffers);

try {
  const { records: _, ...result } = await linkHere(
    {
      ...records,
      fields: records.fields.map((field) => ({ ...field, pool: ValuePool.of(field.pool) })),
      idOf: () => {
        throw new Error('The ids of records are not known while they are linked.');
      },
    },
    { ...options, onProgress: (progress) => tell({ is: 'progress', progress }) },
  );
  const { entries, pairs, clusters, selfWeight } = result;
  const arrays = [...Object.values(entries), ...Object.values(pairs), ...Object.values(clusters), selfWeight];
  const buffers = arrays.flatMap((part) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
  tell({ is: 'result', result }, [...new Set(buffers)]);
} catch (error) {
  if (error instanceof LinkProblem) {
    const { code, message, remedy } = error;
    tell({ is: 'problem', problem: { code, message, remedy } });
  } else tell({ is: 'error', error });
}
