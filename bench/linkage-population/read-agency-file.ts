import { basename } from 'node:path';
import { type Mapping, openFile, readCandidates } from '@leeto/intake';
import type { CandidateBatch } from '@leeto/registers';
import { type CountryContext, recogniseTables } from '@leeto/server';

export interface AgencyBatch extends CandidateBatch {
  readonly file: string;
}

/** What reading a file came to. */
export interface AgencyReading {
  readonly file: string;
  readonly register: string;
  readonly read: number;
  readonly ready: number;
  readonly refused: number;
  readonly leftOut: number;
}

export interface ReadAgencyFileOptions {
  readonly context: CountryContext;
  readonly path: string;
  /** Mappings of files read before; this one's are added, as the product does for a folder. */
  readonly learnt: Mapping[];
  readonly onBatch: (batch: AgencyBatch) => void;
}

/**
 * Reads one file as the product's import does: opened, recognised, mapped, every field and rule checked. Records that would be
 * refused are not handed on. Throws where a file holds no table that is recognised.
 */
export async function readAgencyFile(options: ReadAgencyFileOptions): Promise<readonly AgencyReading[]> {
  const { context, path, learnt, onBatch } = options;
  const file = basename(path);
  const opened = await openFile(path);
  const recognised = await recogniseTables(opened, { context, savedMappings: learnt, codeLists: [] });
  const readings: AgencyReading[] = [];
  for (const { table, proposal } of recognised) {
    const { mapping } = proposal;
    if (mapping === null) continue;
    if (proposal.by === 'guess') learnt.push(mapping);
    const reading = readCandidates(opened, table, mapping, context.catalogue);
    for await (const batch of reading.batches) onBatch({ ...batch, file });
    const { issues, counts } = await reading.finish();
    issues.dispose();
    const { read, ready, refused, leftOut } = counts;
    readings.push({ file, register: mapping.register, read, ready, refused, leftOut });
  }
  if (readings.length === 0) {
    throw new Error(`${file} was not recognised: ${recognised.map(({ proposal }) => proposal.because).join('; ')}`);
  }
  return readings;
}
