import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreProblem } from '../problem.ts';

/** One step forward of the database. `source` is `store`, or the country pack that brings it. */
export interface Migration {
  readonly source: string;
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const OWN_FOLDER = join(import.meta.dirname, '..', '..', 'migrations');

/** Reads `NNNN-name.sql` files of a folder in order; numbers must run from 1 without a gap. */
export async function readMigrations(source = 'store', folder = OWN_FOLDER): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
      if (match === null || Number(match[1]) !== index + 1) {
        throw new StoreProblem(
          'migration_misnamed',
          `${file} is not migration ${index + 1} of ${source}.`,
          'Name it NNNN-name.sql',
        );
      }
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return defineMigration(source, index + 1, match[2] ?? '', sql);
    }),
  );
}

export function defineMigration(source: string, number: number, name: string, sql: string): Migration {
  return { source, number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
