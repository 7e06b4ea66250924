import { proposeLinkSpec, type SampledColumn, type SpecProposal } from '@leeto/linkage';
import type { LinkFile } from './open-link-files.ts';
import { textOf } from './read-link-records.ts';

const ROWS = 5_000;

/** Proposes a spec from the headers and first rows of files. Throws LinkProblem where nothing in them tells persons apart. */
export async function proposeSpecOfFiles(files: readonly LinkFile[]): Promise<SpecProposal> {
  return proposeLinkSpec(await Promise.all(files.map(sampleColumns)));
}

async function sampleColumns({ table }: LinkFile): Promise<readonly SampledColumn[]> {
  const values = table.columns.map((): string[] => []);
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      if (rows >= ROWS) break;
      rows += 1;
      for (const [c, { index }] of table.columns.entries()) {
        const text = textOf(row[index], true);
        if (text !== null) values[c]?.push(text);
      }
    }
    if (rows >= ROWS) break;
  }
  return table.columns.map(({ header }, c) => ({ header: header.trim(), values: values[c] ?? [], rows }));
}
