import { getLinkedLayer, layerTables, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, Verdict, Wall } from './linkage-types.ts';
import { formatPersonId, parsePersonId } from './person-number.ts';
import { OPEN } from './wall.ts';
import type { RightsTransaction } from './with-rights.ts';
import type { ArrivingLink } from './write-at-desk.ts';

/** An entry of a protected layer with the person of its records there. */
export interface OwnEntry {
  readonly entry: EntryId;
  readonly fields: readonly (string | null)[];
  readonly person: PersonId;
}

/** An open entry that a protected one may be linked to. */
export interface OpenCandidate {
  /** Place of the protected entry in what was asked. */
  readonly own: number;
  readonly entry: EntryId;
  readonly fields: readonly (string | null)[];
  readonly person: PersonId;
}

/** What a reviewer said of a protected record and an open one. */
export interface DecisionAcross {
  readonly ownPerson: PersonId;
  readonly openPerson: PersonId;
  readonly ownEntry: EntryId;
  readonly openEntry: EntryId;
  readonly openFields: readonly (string | null)[];
  readonly verdict: Verdict;
}

/** Open entries that share a key with protected ones, whose keys come by place. Open tables are read and not written. */
export async function findOpenCandidates(
  tx: RightsTransaction,
  keys: readonly (readonly bigint[])[],
): Promise<readonly OpenCandidate[]> {
  const open = getLinkedLayer(tx, OPEN);
  const tables = runTables(open.id, open.run);
  const asked = keys.flatMap((own, at) => own.map((key) => ({ at, key: String(key) })));
  if (asked.length === 0) return [];
  const { rows } = await tx.client.query<{ own: number; entry: string; fields: (string | null)[]; person: string }>({
    name: `open_candidates_${open.run}`,
    text: `
      select hit.own, kept.entry::text as entry, kept.fields, alike.person::text as person
      from (
        select distinct asked.own, kept.entry
        from unnest($1::integer[], $2::bigint[]) as asked (own, key)
        join ${tables.key} as kept on kept.key = asked.key
      ) as hit
      join ${tables.entry} as kept on kept.entry = hit.entry
      cross join lateral (
        select min(person) as person from ${tables.member} as member where member.entry = hit.entry
      ) as alike
      where alike.person is not null
      order by hit.own, kept.entry`,
    values: [asked.map(({ at }) => at), asked.map(({ key }) => key)],
  });
  return rows.map(({ own, entry, fields, person }) => ({
    own,
    entry: hex(entry),
    fields,
    person: formatPersonId(Number(person)),
  }));
}

/** The entries of some persons of a layer. */
export async function entriesOfPersons(
  tx: RightsTransaction,
  wall: Wall,
  persons: readonly PersonId[],
): Promise<readonly OwnEntry[]> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<{ entry: string; fields: (string | null)[]; person: string }>(
    `select kept.entry::text as entry, kept.fields, member.person::text as person
     from (
       select entry, min(person) as person from ${tables.member} where person = any($1::bigint[]) group by entry
     ) as member
     join ${tables.entry} as kept on kept.entry = member.entry
     order by member.person, kept.entry`,
    [persons.map(parsePersonId)],
  );
  return rows.map(({ entry, fields, person }) => ({
    entry: hex(entry),
    fields,
    person: formatPersonId(Number(person)),
  }));
}

/** The newest word of reviewers on pairs of a record of a protected layer and an open one, the weakest first: what keeps apart last. */
export async function decisionsAcross(tx: RightsTransaction, wall: Wall): Promise<readonly DecisionAcross[]> {
  const layer = getLinkedLayer(tx, wall);
  const open = getLinkedLayer(tx, OPEN);
  const { member } = runTables(layer.id, layer.run);
  const ofOpen = runTables(open.id, open.run);
  const { rows } = await tx.client.query<Omit<DecisionAcross, 'verdict'> & { verdict: Verdict | 'taken_back' }>(
    `with said as (
       select number, left_register as own_register, left_id as own_id, right_register, right_id, verdict
       from ${layerTables(layer.id).decision}
       union all
       select number, right_register, right_id, left_register, left_id, verdict from ${layerTables(layer.id).decision}
     ),
     newest as (
       select distinct on (own.person, own.entry, other.entry, said.own_register, said.own_id, said.right_register, said.right_id)
         own.person as own_person, other.person as open_person, own.entry as own_entry, other.entry as open_entry, said.verdict
       from said
       join ${member} as own on own.register = said.own_register and own.record_id = said.own_id and own.person is not null
       join ${ofOpen.member} as other
         on other.register = said.right_register and other.record_id = said.right_id and other.person is not null
       order by own.person, own.entry, other.entry, said.own_register, said.own_id, said.right_register, said.right_id,
         said.number desc
     )
     select own_person::text as "ownPerson", open_person::text as "openPerson", own_entry::text as "ownEntry",
       newest.open_entry::text as "openEntry", kept.fields as "openFields", verdict
     from newest
     join ${ofOpen.entry} as kept on kept.entry = newest.open_entry
     order by array_position(array['taken_back', 'unsure', 'same', 'not_the_same'], verdict), own_person, open_person`,
  );
  return rows.flatMap(({ verdict, ...row }) =>
    verdict === 'taken_back'
      ? []
      : [
          {
            ...row,
            verdict,
            ownPerson: formatPersonId(Number(row.ownPerson)),
            openPerson: formatPersonId(Number(row.openPerson)),
            ownEntry: hex(row.ownEntry),
            openEntry: hex(row.openEntry),
          },
        ],
  );
}

/** Puts the links of some entries of a layer to entries of others in the place of those that are there. */
export async function replaceLinksAcross(
  tx: RightsTransaction,
  wall: Wall,
  entries: readonly EntryId[],
  links: readonly (ArrivingLink & { readonly own: EntryId })[],
): Promise<void> {
  const layer = getLinkedLayer(tx, wall);
  const { entry, link } = runTables(layer.id, layer.run);
  await tx.client.query(
    `delete from ${link} as link
     using unnest($1::uuid[]) as own (entry)
     where (link.left_entry = own.entry and not exists (select from ${entry} as kept where kept.entry = link.right_entry))
       or (link.right_entry = own.entry and not exists (select from ${entry} as kept where kept.entry = link.left_entry))`,
    [entries],
  );
  if (links.length === 0) return;
  await tx.client.query(
    `insert into ${link} (left_entry, right_entry, weight, state, guard, levels)
     select * from unnest($1::uuid[], $2::uuid[], $3::double precision[], $4::text[], $5::text[], $6::bytea[])`,
    [
      links.map(({ own }) => own),
      links.map(({ other }) => other),
      links.map(({ weight }) => weight),
      links.map(({ state }) => state),
      links.map(({ guard }) => guard),
      links.map(({ levels }) => Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength)),
    ],
  );
}

/**
 * Open entries whose records came, moved or left after an event. `mark` is where to go on from: an event of the last minutes may have an
 * earlier one beside it that is not committed yet.
 */
export async function openEntriesSince(
  tx: RightsTransaction,
  after: number,
): Promise<{
  readonly entries: readonly { readonly entry: EntryId; readonly fields: readonly (string | null)[] }[];
  readonly mark: number;
}> {
  const open = getLinkedLayer(tx, OPEN);
  const { entry, member } = runTables(open.id, open.run);
  const { event } = layerTables(open.id);
  const { rows: marks } = await tx.client.query<{ mark: number }>(
    `select coalesce(max(number), $1) as mark from ${event} where number > $1 and happened_at < now() - interval '10 minutes'`,
    [after],
  );
  const { rows } = await tx.client.query<{ entry: string; fields: (string | null)[] }>(
    `with happened as (
       select registers, record_ids from ${event} where number > $1
       union all
       select earlier.registers, earlier.record_ids
       from ${event} as undone
       join ${event} as earlier on earlier.number = undone.other
       where undone.number > $1 and undone.kind = 'undone'
     )
     select kept.entry::text as entry, kept.fields
     from (
       select distinct member.entry
       from happened
       cross join lateral unnest(happened.registers, happened.record_ids) as named (register, record_id)
       join ${member} as member on member.register = named.register and member.record_id = named.record_id
     ) as met
     join ${entry} as kept on kept.entry = met.entry`,
    [after],
  );
  return { entries: rows.map((row) => ({ ...row, entry: hex(row.entry) })), mark: Number(marks[0]?.mark ?? after) };
}

/** Persons of a protected layer who share one of these keys, or who are linked to one of these open entries in whatever way. */
export async function personsConcerned(
  tx: RightsTransaction,
  wall: Wall,
  entries: readonly EntryId[],
  keys: readonly bigint[],
): Promise<readonly PersonId[]> {
  const layer = getLinkedLayer(tx, wall);
  const own = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<{ person: string }>(
    `with concerned as (
       select entry from ${own.key} where key = any($2::bigint[])
       union
       select left_entry from ${own.link} where right_entry = any($1::uuid[])
       union
       select right_entry from ${own.link} where left_entry = any($1::uuid[])
     )
     select distinct member.person::text as person
     from concerned
     join ${own.member} as member on member.entry = concerned.entry
     where member.person is not null
     order by person`,
    [entries, keys.map(String)],
  );
  return rows.map(({ person }) => formatPersonId(Number(person)));
}

/** For each person of a protected layer that is linked to an open one: which. */
export async function openPersonsOf(tx: RightsTransaction, wall: Wall): Promise<ReadonlyMap<PersonId, PersonId>> {
  const layer = getLinkedLayer(tx, wall);
  const open = getLinkedLayer(tx, OPEN);
  const own = runTables(layer.id, layer.run);
  const ofOpen = runTables(open.id, open.run);
  const { rows } = await tx.client.query<{ own: string; other: string }>(
    `with across as (
       select left_entry as own, right_entry as other from ${own.link} where state = 'accepted'
       union all
       select right_entry, left_entry from ${own.link} where state = 'accepted'
     )
     select distinct on (mine.person) mine.person::text as own, member.person::text as other
     from across
     join ${own.member} as mine on mine.entry = across.own and mine.person is not null
     join ${ofOpen.member} as member on member.entry = across.other and member.person is not null
     order by mine.person, member.person`,
  );
  return new Map(rows.map((row) => [formatPersonId(Number(row.own)), formatPersonId(Number(row.other))]));
}

const hex = (uuid: string): EntryId => uuid.replaceAll('-', '');
