import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteLiteral, type Session } from '@leeto/warehouse';
import { flowSeries } from './estimate-flows.ts';
import { addVintages, checkMonth, type OnExisting, VintageExistsError, type VintageRow } from './vintages.ts';

const columns = {
  reference_month: 'varchar',
  vintage_month: 'varchar',
  series: 'varchar',
  estimate: 'double',
  low: 'double',
  high: 'double',
  n_known: 'bigint',
  n_unknown: 'bigint',
  status: 'varchar',
} as const satisfies Readonly<Record<keyof VintageRow, string>>;

/** Where vintages are kept: a folder that the session may reach, with one Parquet file a vintage month. */
export interface VintageFolder {
  readonly session: Session;
  readonly folder: string;
}

/**
 * Keeps the estimates of one vintage month in `vintage-YYYY-MM.parquet`. The file comes into being whole, by one step of the file system;
 * one that is there is never touched unless it is to be replaced (`VintageExistsError`).
 */
export async function keepVintage(
  { session, folder }: VintageFolder,
  rows: readonly VintageRow[],
  onExisting: OnExisting = 'refuse',
): Promise<void> {
  const [month, ...others] = new Set(rows.map((row) => row.vintage_month));
  if (month === undefined || others.length > 0) throw new RangeError('One vintage month is kept at a time.');
  checkMonth(month);
  const sorted = addVintages([], rows);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `vintage-${month}.parquet`);
  const draft = join(folder, `.vintage-${month}-${randomUUID()}`);
  try {
    await session.run(
      `copy (select unnest(from_json(${quoteLiteral(JSON.stringify(sorted))}, '${JSON.stringify([columns])}'), recursive := true))
      to ${quoteLiteral(draft)} (format parquet)`,
    );
    if (onExisting === 'replace') await rename(draft, file);
    // A hard link fails where the name is taken: two runs at once cannot both believe that they were first.
    else await link(draft, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new VintageExistsError(month);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** All vintages kept in the folder, by vintage, month and series; none where there is no folder yet. */
export async function readVintages({ session, folder }: VintageFolder): Promise<readonly VintageRow[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => /^vintage-\d{4}-\d{2}\.parquet$/.test(name)).toSorted();
  if (files.length === 0) return [];
  const list = files.map((name) => quoteLiteral(join(folder, name))).join(', ');
  const { rows } = await session.query(
    `select ${Object.keys(columns).join(', ')} from read_parquet([${list}]) order by vintage_month, reference_month, series`,
  );
  return rows.map(([reference, vintage, series, estimate, low, high, known, unknown, status]) => ({
    reference_month: String(reference),
    vintage_month: String(vintage),
    series: flowSeries.find((name) => name === series) ?? 'net',
    estimate: Number(estimate),
    low: Number(low),
    high: Number(high),
    n_known: Number(known),
    n_unknown: Number(unknown),
    status: status === 'F' ? 'F' : 'P',
  }));
}
