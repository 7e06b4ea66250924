import { lockKeys, lockLayer } from '../database/locks.ts';
import type { Instance } from '../instance/instance.ts';
import { type EntryContent, entryIdOf } from './entry-id.ts';
import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { EntryId, LinkState, RecordRef, Wall } from './linkage-types.ts';
import { type RightsTransaction, readLayers, withRights } from './with-rights.ts';

/** A link from a record that arrives to an entry that is there. */
export interface ArrivingLink {
  readonly other: EntryId;
  /** Bits. */
  readonly weight: number;
  readonly state: LinkState;
  readonly guard: string | null;
  readonly levels: Uint8Array;
}

/**
 * One record is linked in one transaction: `work` finds candidates (`findEntriesByKeys`), takes a number where the person is
 * new, writes the entry (`writeEntry`) and appends events. Desks whose records share a blocking key follow one another, so two
 * records of one new person that arrive together become one person. Its rights are those of the record's wall alone, whoever
 * the user is: what is open is linked with what is open.
 */
export async function linkAtDesk<Result>(
  instance: Pick<Instance, 'application' | 'reader'>,
  record: { readonly wall: Wall; readonly keys: readonly bigint[] },
  work: (tx: RightsTransaction) => Promise<Result>,
): Promise<Result> {
  return withRights(instance, { registers: record.wall }, async (tx) => {
    const layer = getLinkedLayer(tx, record.wall);
    await lockLayer(tx.client, layer.id, 'shared');
    await lockKeys(tx.client, layer.id, record.keys);
    // A run may have put its tables in place while this waited.
    return work({ ...tx, layers: await readLayers(tx.client) });
  });
}

/**
 * Writes the entry of a record, where no equal one is there, with its keys, and the record as one of its members, without a
 * person: an event gives it one. A record that was there with other values moves to its new entry.
 */
export async function writeEntry(
  tx: RightsTransaction,
  wall: Wall,
  arriving: {
    readonly record: RecordRef;
    readonly content: EntryContent;
    readonly keys: readonly bigint[];
    readonly links: readonly ArrivingLink[];
  },
): Promise<EntryId> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const { record, content, keys, links } = arriving;
  const entry = entryIdOf(content, wall);
  const { rowCount } = await tx.client.query({
    name: `write_${tables.entry}`,
    text: `insert into ${tables.entry} (entry, unique_source, fields) values ($1, $2, $3) on conflict do nothing`,
    values: [entry, content.uniqueSource, content.fields],
  });
  if (rowCount === 1) {
    await tx.client.query({
      name: `write_${tables.key}`,
      text: `insert into ${tables.key} (key, entry) select unnest($1::bigint[]), $2`,
      values: [[...new Set(keys)].map(String), entry],
    });
    for (const link of links) await writeLink(tx, tables.link, entry, link);
  }
  await tx.client.query({
    name: `write_${tables.member}`,
    text: `insert into ${tables.member} (register, record_id, entry) values ($1, $2, $3)
     on conflict (record_id, register) do update set entry = excluded.entry`,
    values: [record.source, record.id, entry],
  });
  return entry;
}

const writeLink = (tx: RightsTransaction, table: string, entry: EntryId, link: ArrivingLink) =>
  tx.client.query(
    `insert into ${table} (left_entry, right_entry, weight, state, guard, levels) values ($1, $2, $3, $4, $5, $6)`,
    [
      link.other,
      entry,
      link.weight,
      link.state,
      link.guard,
      Buffer.from(link.levels.buffer, link.levels.byteOffset, link.levels.byteLength),
    ],
  );
