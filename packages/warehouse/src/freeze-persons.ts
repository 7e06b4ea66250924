import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SnapshotFile } from './manifest.ts';
import { quoteLiteral } from './quote.ts';
import type { Session } from './session.ts';
import { describeFile } from './snapshot-file.ts';

/** Columns of the table `person_of_record`: whose record it is, as linkage has found it. */
export const personColumns = { register: 'varchar', record_id: 'varchar', person_id: 'bigint' } as const;

const name = 'person_of_record';

/**
 * Writes `person_of_record.parquet` from CSV (a header, then register, number of the record, number of the person). The numbers
 * are those of the instance: they name nobody outside it.
 */
export async function freezePersons(session: Session, folder: string, csv: Readable): Promise<SnapshotFile> {
  const csvPath = join(folder, `${name}.csv`);
  const file = `${name}.parquet`;
  const columns = Object.entries(personColumns).map(
    ([column, type]) => `${quoteLiteral(column)}: ${quoteLiteral(type)}`,
  );
  try {
    await pipeline(csv, createWriteStream(csvPath)).catch((cause: unknown) => {
      throw new Error('The persons could not be frozen: their stream broke off.', { cause });
    });
    await session.run(`copy (
      select ${Object.keys(personColumns).join(', ')}
      from read_csv(${quoteLiteral(csvPath)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        columns = {${columns.join(', ')}})
      order by register, record_id
    ) to ${quoteLiteral(join(folder, file))} (format parquet, compression zstd, compression_level 1)`);
  } finally {
    await rm(csvPath, { force: true });
  }
  return describeFile(session, folder, file);
}
