import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, RecordRef, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** What hangs together with some entries: these, those linked to them, and so on. */
export interface LinkedComponent {
  readonly members: readonly {
    readonly record: RecordRef;
    readonly entry: EntryId;
    readonly person: PersonId | null;
    readonly fields: readonly (string | null)[];
  }[];
  /** All pairs of these entries that are kept. */
  readonly links: readonly { readonly left: EntryId; readonly right: EntryId; readonly weight: number }[];
}

/**
 * Reads whole components of one layer: entries that links of `atLeast` so many bits join, whether they were followed or held back, and all
 * entries of the persons met. One round trip a step; a person is found in two or three.
 */
export async function readComponent(
  tx: RightsTransaction,
  wall: Wall,
  start: readonly EntryId[],
  atLeast: number,
): Promise<LinkedComponent> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const seen = new Set(start);
  for (let fresh = [...seen]; fresh.length > 0; ) {
    const { rows } = await tx.client.query<{ entry: string }>({
      name: `component_${layer.id}_${layer.run}`,
      text: `
        with mine as (select distinct person from ${tables.member} where entry = any($1::uuid[]) and person is not null)
        select right_entry::text as entry from ${tables.link} where left_entry = any($1::uuid[]) and weight >= $2
        union
        select left_entry::text from ${tables.link} where right_entry = any($1::uuid[]) and weight >= $2
        union
        select member.entry::text from mine join ${tables.member} as member on member.person = mine.person`,
      values: [fresh, atLeast],
    });
    fresh = rows.map(({ entry }) => entry.replaceAll('-', '')).filter((entry) => !seen.has(entry));
    for (const entry of fresh) seen.add(entry);
  }
  return { members: await readMembersOf(tx, tables, [...seen]), links: await readLinksOf(tx, tables, [...seen]) };
}

async function readMembersOf(tx: RightsTransaction, tables: ReturnType<typeof runTables>, entries: readonly EntryId[]) {
  if (entries.length === 0) return [];
  const { rows } = await tx.client.query<{
    source: string;
    id: string;
    entry: string;
    person: string | number | null;
    fields: (string | null)[];
  }>({
    name: `component_members_${tables.member}`,
    text: `select member.register as source, member.record_id::text as id, member.entry::text as entry, member.person,
       kept.fields
     from ${tables.member} as member
     join ${tables.entry} as kept on kept.entry = member.entry
     where member.entry = any($1::uuid[])
     order by member.register collate "C", member.record_id::text collate "C"`,
    values: [entries],
  });
  return rows.map(({ source, id, entry, person, fields }) => ({
    record: { source, id },
    entry: entry.replaceAll('-', ''),
    person: person === null ? null : formatPersonId(Number(person)),
    fields,
  }));
}

async function readLinksOf(tx: RightsTransaction, tables: ReturnType<typeof runTables>, entries: readonly EntryId[]) {
  if (entries.length < 2) return [];
  const { rows } = await tx.client.query<{ left: string; right: string; weight: number }>({
    name: `component_links_${tables.link}`,
    text: `select left_entry::text as left, right_entry::text as right, weight
     from ${tables.link}
     where left_entry = any($1::uuid[]) and right_entry = any($1::uuid[])`,
    values: [entries],
  });
  return rows.map(({ left, right, weight }) => ({
    left: left.replaceAll('-', ''),
    right: right.replaceAll('-', ''),
    weight,
  }));
}
