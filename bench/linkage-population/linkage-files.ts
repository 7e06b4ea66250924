import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanonicalValue, RecordDeclaration } from '@leeto/registers';
import type { Session } from '@leeto/warehouse';
import { type CsvFile, makeCsvFile } from './csv-file.ts';
import { linkageColumns } from './linkage-columns.ts';
import type { AgencyBatch } from './read-agency-file.ts';

interface RegisterFile {
  readonly csv: CsvFile;
  readonly columns: readonly string[];
  readonly datedBy: string;
}

/** The files of linkage input under way: one a register, `record_id`, identifying fields, and the day it is dated by. */
export interface LinkageFiles {
  /** Hands each record's id and row on, after it was written. */
  readonly add: (batch: AgencyBatch, onRecord: (recordId: string, row: number) => void) => void;
  /** Turns them into Parquet; returns register → rows. */
  readonly end: (session: Session) => Promise<ReadonlyMap<string, number>>;
}

/** `declarations`: the registers by id. `folder` is made where it is missing. */
export async function makeLinkageFiles(
  folder: string,
  declarations: ReadonlyMap<string, RecordDeclaration>,
): Promise<LinkageFiles> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, RegisterFile>();
  const rows = new Map<string, number>();

  const fileOf = (register: string): RegisterFile => {
    const known = files.get(register);
    if (known !== undefined) return known;
    const declaration = declarations.get(register);
    if (declaration === undefined) throw new Error(`There is no register ${register}.`);
    const columns = linkageColumns(declaration);
    const csv = makeCsvFile(join(folder, `${register}.csv`), ['record_id', ...columns, 'recorded_on']);
    const made = { csv, columns, datedBy: declaration.datedBy };
    files.set(register, made);
    return made;
  };

  const add: LinkageFiles['add'] = (batch, onRecord) => {
    const { csv, columns, datedBy } = fileOf(batch.register);
    const places = [...columns, datedBy].map((name) => batch.columns.indexOf(name));
    const origin = originOf(batch);
    const line: CanonicalValue[] = new Array(places.length + 1).fill(null);
    let before = 0;
    let nth = 1;
    for (const [index, values] of batch.rows.entries()) {
      const row = batch.sourceRows[index] ?? 0;
      nth = row === before ? nth + 1 : 1;
      before = row;
      const recordId = `${origin}:${row}${nth === 1 ? '' : `#${nth}`}`;
      line[0] = recordId;
      for (let i = 0; i < places.length; i += 1) line[i + 1] = values[places[i] ?? -1] ?? null;
      csv.row(line);
      onRecord(recordId, row);
    }
    rows.set(batch.register, (rows.get(batch.register) ?? 0) + batch.rows.length);
  };

  const end: LinkageFiles['end'] = async (session) => {
    for (const [register, { csv }] of files) {
      csv.end();
      const path = join(folder, register);
      await session.run(`copy (
        select * from read_csv('${path}.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
          columns = {${columnsOf(register)}})
      ) to '${path}.parquet' (format parquet, compression zstd, compression_level 1)`);
      await rm(`${path}.csv`);
    }
    return rows;
  };
  const columnsOf = (register: string): string =>
    ['record_id', ...(files.get(register)?.columns ?? []), 'recorded_on']
      .map((name) => `'${name}': 'varchar'`)
      .join(', ');
  return { add, end };
}

/** `ebcs_movements_2024-03`, `manual_posts_register:SNP`: the file without what all of them have in their names, and the sheet. */
export function originOf({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  const stem = file.replace(/^synthetic_/, '').replace(/\.[a-z]+$/, '');
  return sheet === '' ? stem : `${stem}:${sheet.replaceAll(' ', '_')}`;
}
