import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleCsv, sampleToLabel } from '@leeto/linkage';
import type { LinkedFiles } from './link-files.ts';

export const SAMPLE_FILE = 'to-label.csv';

/**
 * The sample for a person to judge, where neither truth nor a judged sample says what the errors are. A file of that name in which somebody
 * has written answers is never written over: `text` is null then, and a notice says so.
 */
export async function sampleFor(
  { result, evaluation, sample }: Pick<LinkedFiles, 'result' | 'evaluation' | 'sample'>,
  folder: string,
  seed = 1,
): Promise<{ readonly text: string | null; readonly pairs: number; readonly notices: readonly string[] }> {
  if (evaluation !== null || sample !== null) return { text: null, pairs: 0, notices: [] };
  const drawn = sampleToLabel(result, { seed });
  if (drawn.pairs.length === 0) return { text: null, pairs: 0, notices: [] };
  const before = await readFile(join(folder, SAMPLE_FILE), 'utf8').catch(() => '');
  const text = sampleCsv(result, drawn, seed);
  if (before === text || !hasAnswers(before)) return { text, pairs: drawn.pairs.length, notices: [] };
  return {
    text: null,
    pairs: 0,
    notices: [
      `${SAMPLE_FILE} in the folder holds answers and was left as it is. Give it with --sample to have errors estimated from it, or move it away for a new one.`,
    ],
  };
}

/** Whether a row begins with anything: the first column of an untouched sample is blank. */
function hasAnswers(text: string): boolean {
  return text
    .split(/\r?\n/)
    .slice(1)
    .some((line) => /^"?[^",;\t\s]/.test(line));
}
