import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TruthRow = Readonly<Record<string, string>>;

/** A file of the truth that a synthetic country keeps apart from its agencies' files. Its values hold no quotes and no commas. */
export function readTruth(
  folder: string,
  name: 'persons' | 'documents' | 'crossings' | 'migrations' | 'records',
): TruthRow[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'truth', `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
  });
}
