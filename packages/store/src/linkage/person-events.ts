import type pg from 'pg';
import { StoreProblem } from '../problem.ts';
import { BinaryRows } from './binary-rows.ts';
import { getLinkedLayer, layerTables, type RunTables, runTables } from './layer-tables.ts';
import type { KeptPersonEvent, PersonEvent, PersonId, RecordRef, Wall } from './linkage-types.ts';
import { drawProtectedNumber, formatPersonId, parsePersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** A row of the event table, as it goes in. */
export interface EventRow {
  readonly kind: PersonEvent['kind'];
  readonly person: number;
  readonly other: number | null;
  readonly records: readonly RecordRef[];
}

/**
 * Numbers for new persons of a layer, never given before. Those of the open layer run on from one another; those behind a wall
 * are drawn at random, so that no gap and no order tells of other persons.
 */
export async function takePersonIds(client: pg.ClientBase, wall: Wall, count: number): Promise<readonly PersonId[]> {
  if (wall.length > 0) return Array.from({ length: count }, () => formatPersonId(drawProtectedNumber()));
  const { rows } = await client.query<{ number: number }>('select linkage.take_person_numbers($1) as number', [count]);
  return rows.map(({ number }) => formatPersonId(number));
}

/**
 * Appends events and lets the records named in them stand where the events say. The records must have been written before.
 * Returns the numbers given, in order.
 */
export async function appendEvents(
  tx: RightsTransaction,
  wall: Wall,
  events: Iterable<PersonEvent>,
  cause: { readonly causedBy: string },
): Promise<readonly number[]> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const numbers: number[] = [];
  for (const event of events) {
    if (event.kind === 'undone') {
      numbers.push(await undo(tx, wall, event.event, cause));
      continue;
    }
    const row = rowOf(event);
    numbers.push(await insertEvent(tx.client, layer.id, row, cause.causedBy));
    if (row.kind === 'left') await takeOut(tx.client, tables, row.records);
    else await place(tx.client, tables, row.records, row.other ?? row.person);
  }
  return numbers;
}

/**
 * Undoes an event by a further one: records go back to the person that they came from; those of a person created or joined
 * have none until they are linked anew; those that left since stay away. Throws `StoreProblem`: `event_missing`, `event_undone`
 * (already), `event_built_upon` where a later event moved one of the records: undo that one first.
 */
export async function undo(
  tx: RightsTransaction,
  wall: Wall,
  number: number,
  cause: { readonly causedBy: string },
): Promise<number> {
  const layer = getLinkedLayer(tx, wall);
  const tables = runTables(layer.id, layer.run);
  const kept = await getUndoable(tx.client, layer.id, number);
  const { event } = kept;
  if (event.kind === 'undone') throw missing(number);
  const row = rowOf(event);
  const stands = row.kind === 'left' ? null : (row.other ?? row.person);
  const { rows } = await tx.client.query<RecordRef & { person: number | null }>(
    `select member.register as source, member.record_id::text as id, member.person
     from unnest($1::text[], $2::bigint[]) as named (register, record_id)
     join ${tables.member} as member
       on member.register = named.register and member.record_id = named.record_id`,
    [row.records.map(({ source }) => source), row.records.map(({ id }) => id)],
  );
  if (rows.some(({ person }) => person !== null && person !== stands)) {
    throw new StoreProblem(
      'event_built_upon',
      `What event ${number} did has been changed by later events.`,
      'Undo the later events of these persons first.',
    );
  }
  const back = row.kind === 'merged' || row.kind === 'split' || row.kind === 'left' ? row.person : null;
  await place(
    tx.client,
    tables,
    rows.filter(({ person }) => person === stands),
    back,
  );
  return insertEvent(
    tx.client,
    layer.id,
    { kind: 'undone', person: row.person, other: number, records: [] },
    cause.causedBy,
  );
}

/** An event with all that happened to the persons in it, and to those whom they met, in their order; empty where there is none. */
export async function eventsAround(
  tx: RightsTransaction,
  wall: Wall,
  number: number,
): Promise<readonly KeptPersonEvent[]> {
  const layer = getLinkedLayer(tx, wall);
  const { event } = layerTables(layer.id);
  const { rows } = await tx.client.query<KeptRow>(
    `with recursive involved (person) as (
       select met.person
       from ${event} as event
       cross join lateral (values (event.person), (case when event.kind in ('merged', 'split') then event.other end)) as met (person)
       where event.number = $1 and met.person is not null
       union
       select met.person
       from involved
       cross join lateral (
         select person, other, kind from ${event} where person = involved.person
         union all
         select person, other, kind from ${event} where other = involved.person and kind in ('merged', 'split')
       ) as event
       cross join lateral (values (event.person), (case when event.kind in ('merged', 'split') then event.other end)) as met (person)
       where met.person is not null
     )
     select ${COLUMNS}
     from ${event} as event
     where event.person in (select person from involved)
     order by number`,
    [number],
  );
  return rows.map(presentEvent);
}

/** Number of the newest event of a layer; 0 where there is none. */
export async function lastEvent(tx: RightsTransaction, wall: Wall): Promise<number> {
  const layer = getLinkedLayer(tx, wall);
  const { rows } = await tx.client.query<{ number: number }>(
    `select coalesce(max(number), 0) as number from ${layerTables(layer.id).event}`,
  );
  return rows[0]?.number ?? 0;
}

/** Events of a layer after a number, in their order; what a protected layer has to take into account of the open one. */
export async function listEvents(
  tx: RightsTransaction,
  wall: Wall,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly KeptPersonEvent[]> {
  const layer = getLinkedLayer(tx, wall);
  const { rows } = await tx.client.query<KeptRow>(
    `select ${COLUMNS} from ${layerTables(layer.id).event} where number > $1 order by number limit $2`,
    [page.after, page.limit],
  );
  return rows.map(presentEvent);
}

/** Writes the events of a run by COPY; the lock that keeps others from appending is the caller's. */
export async function copyEvents(
  client: pg.ClientBase,
  layer: number,
  events: Iterable<PersonEvent>,
  cause: { readonly causedBy: string; readonly run: number },
): Promise<number> {
  await client.query(
    `create temporary table staged_person_event (
       position bigint, person bigint, other bigint, kind text, registers text[], record_ids bigint[]
     ) on commit drop`,
  );
  const rows = new BinaryRows(
    client,
    'staged_person_event (position, person, other, kind, registers, record_ids)',
    false,
  );
  try {
    for (const event of events) {
      const row = rowOf(event);
      rows.begin(6);
      rows.integer(rows.rows);
      rows.integer(row.person);
      row.other === null ? rows.null() : rows.integer(row.other);
      rows.text(row.kind);
      rows.textArray(row.records.map(({ source }) => source));
      rows.bigintArray(row.records.map(({ id }) => BigInt(id)));
      if (rows.isFull) await rows.flush();
    }
    await rows.end();
  } catch (error) {
    await rows.abandon();
    throw error;
  }
  await client.query(
    `insert into ${layerTables(layer).event} (person, other, kind, registers, record_ids, caused_by, run)
     select person, other, kind, registers, record_ids, $1, $2
     from staged_person_event
     order by position`,
    [cause.causedBy, cause.run],
  );
  return rows.rows;
}

export const COLUMNS = `number, person, other, kind, registers, record_ids::text[] as record_ids,
  happened_at, caused_by, run`;

export interface KeptRow {
  number: number;
  person: number;
  other: number | null;
  kind: PersonEvent['kind'];
  registers: string[];
  record_ids: string[];
  happened_at: string;
  caused_by: string;
  run: number | null;
}

export function presentEvent(row: KeptRow): KeptPersonEvent {
  return {
    number: row.number,
    event: eventOf(row),
    happenedAt: row.happened_at,
    causedBy: row.caused_by,
    run: row.run,
  };
}

function eventOf(row: KeptRow): PersonEvent {
  const records = row.registers.map((source, at) => ({ source, id: row.record_ids[at] ?? '' }));
  if (row.kind === 'undone') return { kind: row.kind, event: row.other ?? 0 };
  const person = formatPersonId(row.person);
  if (row.kind === 'merged' || row.kind === 'split') {
    return { kind: row.kind, from: person, into: formatPersonId(row.other ?? 0), records };
  }
  return { kind: row.kind, person, records };
}

export function rowOf(event: PersonEvent): EventRow {
  if (event.kind === 'undone') return { kind: event.kind, person: 0, other: event.event, records: [] };
  if ('from' in event) {
    const { kind, records } = event;
    return { kind, person: parsePersonId(event.from), other: parsePersonId(event.into), records };
  }
  return { kind: event.kind, person: parsePersonId(event.person), other: null, records: event.records };
}

async function insertEvent(client: pg.ClientBase, layer: number, row: EventRow, causedBy: string): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `insert into ${layerTables(layer).event} (person, other, kind, registers, record_ids, caused_by)
     values ($1, $2, $3, $4, $5, $6)
     returning number`,
    [
      row.person,
      row.other,
      row.kind,
      row.records.map(({ source }) => source),
      row.records.map(({ id }) => id),
      causedBy,
    ],
  );
  return rows[0]?.number ?? 0;
}

async function place(
  client: pg.ClientBase,
  tables: RunTables,
  records: readonly RecordRef[],
  person: number | null,
): Promise<void> {
  const { rowCount } = await client.query(
    `update ${tables.member} as member
     set person = $3
     from unnest($1::text[], $2::bigint[]) as named (register, record_id)
     where member.register = named.register and member.record_id = named.record_id`,
    [records.map(({ source }) => source), records.map(({ id }) => id), person],
  );
  if (rowCount === records.length) return;
  throw new StoreProblem(
    'record_not_linked',
    'An event names a record that this layer does not hold.',
    'Write the entry of the record first.',
  );
}

/** The row stays, without a person, so that the event can be undone; the next run leaves it out. */
const takeOut = (client: pg.ClientBase, tables: RunTables, records: readonly RecordRef[]) =>
  place(client, tables, records, null);

async function getUndoable(client: pg.ClientBase, layer: number, number: number): Promise<KeptPersonEvent> {
  const { event } = layerTables(layer);
  const { rows } = await client.query<KeptRow & { is_undone: boolean }>(
    `select ${COLUMNS},
       exists (select from ${event} as further where further.kind = 'undone' and further.other = $1) as is_undone
     from ${event} where number = $1`,
    [number],
  );
  const row = rows[0];
  if (row === undefined) throw missing(number);
  if (!row.is_undone) return presentEvent(row);
  throw new StoreProblem('event_undone', `Event ${number} has been undone already.`, 'Nothing is to be done.');
}

const missing = (number: number): StoreProblem =>
  new StoreProblem(
    'event_missing',
    `There is no event ${number} that can be undone.`,
    'See the history of the person.',
  );
