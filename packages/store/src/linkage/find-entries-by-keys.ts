import { type LinkedLayer, linkedLayers, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, RecordRef, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import { isWithin } from './wall.ts';
import type { RightsTransaction } from './with-rights.ts';

/** An entry that shares a blocking key with what was asked for. */
export interface FoundEntry {
  readonly entry: EntryId;
  readonly wall: Wall;
  readonly uniqueSource: string | null;
  readonly fields: readonly (string | null)[];
  /** The persons of its records, one as a rule. */
  readonly persons: readonly PersonId[];
  /** How many records are alike in all of this: at most `MOST_RECORDS` are looked at. */
  readonly records: number;
  /** One of them. */
  readonly record: RecordRef | null;
}

/** An entry of default values has records without end; a desk does not wait for them. */
export const MOST_RECORDS = 100;

/**
 * Finds entries by blocking keys, in one round trip. `wall` is that of the records being linked: entries of layers within it
 * are found, so that an open record is linked with open ones alone, whoever asks. At most `limit` (2,000) of each layer.
 */
export async function findEntriesByKeys(
  tx: RightsTransaction,
  keys: readonly bigint[],
  options: { readonly wall: Wall; readonly limit?: number },
): Promise<readonly FoundEntry[]> {
  const layers = layersToAsk(tx, options.wall);
  if (layers.length === 0 || keys.length === 0) return [];
  const { rows } = await tx.client.query<FoundRow>({
    // A name for each set of tables: the plan is kept by the connection.
    name: `entries_by_keys_${layers.map(({ id, run }) => `${id}_${run}`).join('_')}`,
    text: layers.map(selectOf).join('\nunion all\n'),
    values: [keys.map(String), options.limit ?? 2000],
  });
  const walls = new Map(layers.map(({ id, wall }) => [id, wall]));
  return rows.map((row) => ({
    entry: row.entry.replaceAll('-', ''),
    wall: walls.get(row.layer) ?? [],
    uniqueSource: row.unique_source,
    fields: row.fields,
    persons: (row.persons ?? []).map((number) => formatPersonId(Number(number))),
    records: row.records,
    record: row.register === null ? null : { source: row.register, id: row.record_id ?? '' },
  }));
}

/** The layers whose entries a record behind this wall is held against. */
export const layersToAsk = (tx: RightsTransaction, wall: Wall): readonly LinkedLayer[] =>
  linkedLayers(tx).filter((layer) => layer.wall.length < 2 && isWithin(layer.wall, wall));

interface FoundRow {
  layer: number;
  entry: string;
  unique_source: string | null;
  fields: (string | null)[];
  persons: string[] | null;
  records: number;
  register: string | null;
  record_id: string | null;
}

function selectOf({ id, run }: LinkedLayer): string {
  const tables = runTables(id, run);
  return `(
    with hit as (
      select distinct entry
      from ${tables.key}
      where key = any($1::bigint[])
      limit $2
    )
    select ${id} as layer, entry.entry::text as entry, entry.unique_source, entry.fields,
      alike.persons, alike.records, alike.register, alike.record_id
    from hit
    join ${tables.entry} as entry on entry.entry = hit.entry
    cross join lateral (
      select array_agg(distinct person::text) filter (where person is not null) as persons, count(*) as records,
        (array_agg(register))[1] as register, (array_agg(record_id::text))[1] as record_id
      from (select person, register, record_id from ${tables.member} where entry = entry.entry limit ${MOST_RECORDS}) as kept
    ) as alike
    where alike.records > 0
  )`;
}
