import type pg from 'pg';
import { StoreProblem } from '../problem.ts';
import { layerTables, runTables } from './layer-tables.ts';
import type { LinkRun } from './link-run.ts';
import type { RecordRef } from './linkage-types.ts';

/**
 * Takes what was linked singly since a run began over into its tables: entries are named by what they say, so keys and links
 * hold as they are. Persons that were merged, split or decided upon meanwhile are more than can be carried: throws
 * `StoreProblem` `persons_changed`.
 */
export async function carryOver(run: LinkRun): Promise<readonly RecordRef[]> {
  if (run.before === null) return [];
  const { client } = run;
  const { event } = layerTables(run.layer);
  await refuseChanged(run);
  const [old, made] = [runTables(run.layer, run.before), runTables(run.layer, run.number)];
  const { rows } = await client.query<{ source: string; id: string; entries: string[] }>(
    `with arrived as (
       select distinct register, record_id
       from ${event} as event
       cross join lateral unnest(event.registers, event.record_ids) as named (register, record_id)
       where event.number > $1 and event.kind in ('created', 'joined')
     ),
     carried as (
       insert into ${made.member} (register, record_id, entry, person)
       select member.register, member.record_id, member.entry, member.person
       from arrived
       join ${old.member} as member on member.register = arrived.register and member.record_id = arrived.record_id
       on conflict do nothing
       returning register, record_id, entry
     )
     select register as source, record_id::text as id, array_agg(entry::text) as entries
     from carried
     group by register, record_id`,
    [run.eventBefore],
  );
  const entries = [...new Set(rows.flatMap((row) => row.entries))];
  if (entries.length > 0) await carryEntries(client, old, made, entries);
  return rows.map(({ source, id }) => ({ source, id }));
}

/** The persons of carried records may have been retired by the run itself: they follow into what these became. */
export async function followMerges(run: LinkRun, carried: readonly RecordRef[]): Promise<void> {
  const { event } = layerTables(run.layer);
  const { member } = runTables(run.layer, run.number);
  for (let moved = carried.length; moved > 0; ) {
    const { rowCount } = await run.client.query(
      `update ${member} as member
       set person = event.other
       from unnest($1::text[], $2::bigint[]) as carried (register, record_id), ${event} as event
       where member.register = carried.register and member.record_id = carried.record_id
         and event.run = $3 and event.kind = 'merged' and event.person = member.person`,
      [carried.map(({ source }) => source), carried.map(({ id }) => id), run.number],
    );
    moved = rowCount ?? 0;
  }
}

async function refuseChanged(run: LinkRun): Promise<void> {
  const { event, decision } = layerTables(run.layer);
  const { rows } = await run.client.query<{ changed: boolean }>(
    `select exists (select from ${event} where number > $1 and kind not in ('created', 'joined'))
       or exists (
         select from ${decision} as decision
         join linkage.run on run.layer = $2 and run.number = $3
         where decision.decided_at > run.started_at
       ) as changed`,
    [run.eventBefore, run.layer, run.number],
  );
  if (rows[0]?.changed !== true) return;
  throw new StoreProblem(
    'persons_changed',
    'Persons were merged, split or decided upon while these registers were being linked: nothing of the run was kept.',
    'Link them again; to keep desks and reviewers waiting for the last part of it, hold them with holdDesks.',
  );
}

async function carryEntries(
  client: pg.ClientBase,
  old: { entry: string; key: string; link: string },
  made: { entry: string; key: string; link: string },
  entries: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ entry: string }>(
    `insert into ${made.entry} (entry, unique_source, fields)
     select entry, unique_source, fields from ${old.entry} where entry = any($1::uuid[])
     on conflict do nothing
     returning entry::text`,
    [entries],
  );
  const missing = [rows.map(({ entry }) => entry)];
  await client.query(
    `insert into ${made.key} (key, entry) select key, entry from ${old.key} where entry = any($1::uuid[])`,
    missing,
  );
  await client.query(
    `insert into ${made.link} (left_entry, right_entry, weight, state, guard, levels)
     select left_entry, right_entry, weight, state, guard, levels
     from ${old.link}
     where left_entry = any($1::uuid[]) or right_entry = any($1::uuid[])`,
    missing,
  );
}
