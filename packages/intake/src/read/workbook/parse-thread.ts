import { parentPort, workerData } from 'node:worker_threads';
import { parseWorkbook } from './parse-workbook.ts';

/** What runs in the thread that `parseInThread` starts: one workbook in, its sheets or a reason out. */
const { bytes } = workerData as { bytes: Uint8Array };
try {
  parentPort?.postMessage({ parsed: parseWorkbook(bytes) });
} catch (error) {
  parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
}
