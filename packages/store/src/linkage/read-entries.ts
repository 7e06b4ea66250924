import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, RecordRef, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** An entry as it is kept. */
export interface KeptEntry {
  readonly entry: EntryId;
  /** Normal values in the order of the model's fields. */
  readonly fields: readonly (string | null)[];
  /** The person of its records (the lowest number of several); null where it has none. */
  readonly person: PersonId | null;
}

const PORTION = 20_000;

/** All entries of a layer in the order of their ids. Read them to the end. */
export async function* readEntries(tx: RightsTransaction, wall: Wall): AsyncGenerator<KeptEntry> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  await tx.client.query(
    `declare kept_entry no scroll cursor for
     select entry::text as entry, fields, alike.person
     from ${tables.entry} as kept
     cross join lateral (select min(person) as person from ${tables.member} as member where member.entry = kept.entry) as alike
     order by entry`,
  );
  for (;;) {
    const { rows } = await tx.client.query<EntryRow>(`fetch ${PORTION} from kept_entry`);
    for (const row of rows) yield presentEntry(row);
    if (rows.length < PORTION) break;
  }
  await tx.client.query('close kept_entry');
}

/** The entries of some records, of the layers seen; records that are not linked are not there. */
export async function entriesOfRecords(
  tx: RightsTransaction,
  wall: Wall,
  records: readonly RecordRef[],
): Promise<readonly (KeptEntry & { readonly record: RecordRef })[]> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<EntryRow & { register: string; record_id: string }>({
    name: `entries_of_records_${layer.id}_${layer.run}`,
    text: `select kept.entry::text as entry, kept.fields, member.person, member.register, member.record_id::text as record_id
     from unnest($1::text[], $2::bigint[]) as named (register, record_id)
     join ${tables.member} as member
       on member.register = named.register and member.record_id = named.record_id
     join ${tables.entry} as kept on kept.entry = member.entry`,
    values: [records.map(({ source }) => source), records.map(({ id }) => id)],
  });
  return rows.map((row) => ({ ...presentEntry(row), record: { source: row.register, id: row.record_id } }));
}

interface EntryRow {
  entry: string;
  fields: (string | null)[];
  person: string | number | null;
}

const presentEntry = ({ entry, fields, person }: EntryRow): KeptEntry => ({
  entry: entry.replaceAll('-', ''),
  fields,
  person: person === null ? null : formatPersonId(Number(person)),
});
