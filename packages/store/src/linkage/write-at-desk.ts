import { StoreProblem } from '../problem.ts';
import { type EntryContent, entryIdOf } from './entry-id.ts';
import { getLinkedLayer, layerTables, runTables } from './layer-tables.ts';
import type { EntryId, LinkState, PersonEvent, PersonId, RecordRef, Wall } from './linkage-types.ts';
import { type EventRow, rowOf } from './person-events.ts';
import { drawProtectedNumber, formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** A link from a record that arrives to an entry that is there. */
export interface ArrivingLink {
  readonly other: EntryId;
  /** Bits. */
  readonly weight: number;
  readonly state: LinkState;
  readonly guard: string | null;
  readonly levels: Uint8Array;
}

/** A record with the entry that it makes, or joins where an equal one is there. */
export interface Arrival {
  readonly record: RecordRef;
  readonly content: EntryContent;
  readonly keys: readonly bigint[];
  readonly links: readonly ArrivingLink[];
}

/** What linking one record, or one answer of a reviewer, changes. */
export interface DeskChange {
  readonly arrival: Arrival | null;
  /** In their order. New persons are named by numbers above `placeholder`, one after the other. */
  readonly events: readonly PersonEvent[];
  readonly placeholder: number;
  /** How many new persons there are. */
  readonly fresh: number;
  /** Links between entries that were there, which stand otherwise now. */
  readonly settled: readonly {
    readonly left: EntryId;
    readonly right: EntryId;
    readonly state: LinkState;
    readonly guard: string | null;
  }[];
  readonly causedBy: string;
}

/**
 * Writes the entry with its keys where it is new, its links, the record as its member, the events, and where they put records: in one statement, so
 * in one round trip. A record that was there with other values moves to its new entry. Returns the numbers of the new persons.
 */
export async function writeAtDesk(tx: RightsTransaction, wall: Wall, change: DeskChange): Promise<readonly PersonId[]> {
  const layer = getLinkedLayer(tx, wall);
  const tables = { ...runTables(layer.id, layer.run), ...layerTables(layer.id) };
  const drawn = wall.length === 0 ? [] : Array.from({ length: change.fresh }, drawProtectedNumber);
  const numbered = (number: number): number =>
    number <= change.placeholder ? number : (drawn[number - change.placeholder - 1] ?? change.placeholder - number);
  const rows = change.events.map(rowOf).map((row) => ({
    ...row,
    person: numbered(row.person),
    other: row.other === null ? null : numbered(row.other),
  }));
  const { arrival } = change;
  const places = placesOf(rows);
  const ownKey = arrival === null ? '' : keyOf(arrival.record);
  const own = places.get(ownKey);
  places.delete(ownKey);
  const placed = [...places.values()];
  const settled = withoutLinksOf(arrival, wall, change.settled);
  const { rows: written } = await tx.client.query<{ taken: string[] | null; placed: number }>({
    name: `write_${tables.member}`,
    text: statementOf(tables),
    values: [
      ...valuesOf(arrival, wall),
      own?.person ?? null,
      placed.map(({ record }) => record.source),
      placed.map(({ record }) => record.id),
      placed.map(({ person }) => person),
      JSON.stringify(
        rows.map(({ kind, person, other, records }) => ({
          kind,
          person,
          other,
          registers: records.map(({ source }) => source),
          ids: records.map(({ id }) => id),
        })),
      ),
      change.causedBy,
      wall.length === 0 ? change.fresh : 0,
      settled.map(({ left }) => left),
      settled.map(({ right }) => right),
      settled.map(({ state }) => state),
      settled.map(({ guard }) => guard),
    ],
  });
  if (Number(written[0]?.placed ?? 0) !== placed.length) throw notHeld();
  return wall.length === 0
    ? (written[0]?.taken ?? []).map((number) => formatPersonId(Number(number)))
    : drawn.map(formatPersonId);
}

/** Writes a record's entry and the record as its member, without a person where it had none: an event gives it one. */
export async function writeEntry(tx: RightsTransaction, wall: Wall, arrival: Arrival): Promise<EntryId> {
  await writeAtDesk(tx, wall, {
    arrival,
    events: [],
    placeholder: Number.MAX_SAFE_INTEGER,
    fresh: 0,
    settled: [],
    causedBy: '',
  });
  return entryIdOf(arrival.content, wall);
}

/** A row is written once in a statement: how the links of the arriving entry stand is said with them. */
function withoutLinksOf(arrival: Arrival | null, wall: Wall, settled: DeskChange['settled']): DeskChange['settled'] {
  if (arrival === null) return settled;
  const own = entryIdOf(arrival.content, wall);
  const others = new Set(arrival.links.map(({ other }) => other));
  return settled.filter(
    ({ left, right }) => !((left === own && others.has(right)) || (right === own && others.has(left))),
  );
}

/** Where the events leave each record that they name. */
function placesOf(
  rows: readonly EventRow[],
): Map<string, { readonly record: RecordRef; readonly person: number | null }> {
  const places = new Map<string, { readonly record: RecordRef; readonly person: number | null }>();
  for (const { kind, person, other, records } of rows)
    for (const record of records)
      places.set(keyOf(record), { record, person: kind === 'left' ? null : (other ?? person) });
  return places;
}

function valuesOf(arrival: Arrival | null, wall: Wall): readonly unknown[] {
  const links = arrival?.links ?? [];
  return [
    arrival === null ? null : entryIdOf(arrival.content, wall),
    arrival?.content.uniqueSource ?? null,
    arrival?.content.fields ?? [],
    [...new Set(arrival?.keys)].map(String),
    links.map(({ other }) => other),
    links.map(({ weight }) => weight),
    links.map(({ state }) => state),
    links.map(({ guard }) => guard),
    links.map(({ levels }) => Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength)),
    arrival?.record.source ?? null,
    arrival?.record.id ?? null,
  ];
}

/** Numbers of new persons are drawn in the statement itself; until then they stand as -1, -2, and so on. */
function statementOf(tables: Record<'entry' | 'key' | 'link' | 'member' | 'event', string>): string {
  const person = (number: string) =>
    `case when ${number} < 0 then (select number from taken where place = -${number}) else ${number} end`;
  return `
    with taken as materialized (
      select number, row_number() over () as place from linkage.take_person_numbers($18::integer) as number
    ),
    made as (
      insert into ${tables.entry} (entry, unique_source, fields)
      select $1::uuid, $2::text, $3::text[] where $1::uuid is not null
      on conflict do nothing
      returning entry
    ),
    keyed as (
      insert into ${tables.key} (key, entry) select key, made.entry from made, unnest($4::bigint[]) as key
    ),
    arriving as materialized (
      select link.other, link.weight, link.state, link.guard, link.levels, kept.left_entry, kept.right_entry
      from unnest($5::uuid[], $6::double precision[], $7::text[], $8::text[], $9::bytea[])
        as link (other, weight, state, guard, levels)
      left join lateral (
        select left_entry, right_entry from ${tables.link} where left_entry = $1::uuid and right_entry = link.other
        union all
        select left_entry, right_entry from ${tables.link} where left_entry = link.other and right_entry = $1::uuid
      ) as kept on true
    ),
    linked as (
      insert into ${tables.link} (left_entry, right_entry, weight, state, guard, levels)
      select other, $1::uuid, weight, state, guard, levels from arriving where left_entry is null
    ),
    linked_before as (
      update ${tables.link} as link
      set state = arriving.state, guard = arriving.guard
      from arriving
      where link.left_entry = arriving.left_entry and link.right_entry = arriving.right_entry
    ),
    settled as (
      update ${tables.link} as link
      set state = now.state, guard = now.guard
      from unnest($19::uuid[], $20::uuid[], $21::text[], $22::text[]) as now (left_entry, right_entry, state, guard)
      where link.left_entry = now.left_entry and link.right_entry = now.right_entry
    ),
    arrived as (
      insert into ${tables.member} as member (register, record_id, entry, person)
      select $10::text, $11::bigint, $1::uuid, ${person('$12::bigint')} where $10::text is not null
      on conflict (record_id, register)
      do update set entry = excluded.entry, person = coalesce(excluded.person, member.person)
    ),
    placed as (
      update ${tables.member} as member
      set person = ${person('place.person')}
      from unnest($13::text[], $14::bigint[], $15::bigint[]) as place (register, record_id, person)
      where member.register = place.register and member.record_id = place.record_id
      returning 1
    ),
    happened as (
      insert into ${tables.event} (person, other, kind, registers, record_ids, caused_by)
      select ${person('event.person')}, ${person('event.other')}, event.kind, event.registers, event.ids, $17::text
      from rows from (
        jsonb_to_recordset($16::jsonb) as (person bigint, other bigint, kind text, registers text[], ids bigint[])
      ) with ordinality as event (person, other, kind, registers, ids, position)
      order by event.position
    )
    select (select array_agg(number::text order by place) from taken) as taken, (select count(*) from placed) as placed`;
}

const keyOf = ({ source, id }: RecordRef): string => `${source} ${id}`;

const notHeld = (): StoreProblem =>
  new StoreProblem(
    'record_not_linked',
    'An event names a record that this layer does not hold.',
    'Write the entry of the record first.',
  );
