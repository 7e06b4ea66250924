import { layerTables, linkedLayers, runTables } from './layer-tables.ts';
import type { KeptPersonEvent, PersonId, Wall } from './linkage-types.ts';
import { COLUMNS, type KeptRow, presentEvent } from './person-events.ts';
import { formatPersonId, parsePersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** What became of a person's number. */
export interface PersonHistory {
  readonly person: PersonId;
  /** Who it is today: itself, or the person it was merged into; null where it has no records any more. */
  readonly today: PersonId | null;
  readonly wall: Wall;
  readonly createdAt: string | null;
  /** When it was merged into another; null where it was not, or where that was undone. */
  readonly retiredAt: string | null;
  /** Numbers that were merged into this one, directly. */
  readonly former: readonly PersonId[];
  /** Oldest first. An event undone is still there, and so is the one that undid it. */
  readonly events: readonly KeptPersonEvent[];
}

/** Finds a number among the layers seen by the user; null where none knows it. */
export async function personHistory(tx: RightsTransaction, person: PersonId): Promise<PersonHistory | null> {
  const number = parsePersonId(person);
  for (const layer of linkedLayers(tx)) {
    const { event } = layerTables(layer.id);
    const { rows } = await tx.client.query<KeptRow & { is_undone: boolean }>(
      `with mine as (
         select number from ${event} where person = $1
         union
         select number from ${event} where other = $1 and kind in ('merged', 'split')
       )
       select ${COLUMNS},
         exists (
           select from ${event} as further where further.kind = 'undone' and further.other = event.number
         ) as is_undone
       from ${event} as event
       join mine using (number)
       order by number`,
      [number],
    );
    if (rows.length === 0) continue;
    const holding = rows.filter(({ is_undone: isUndone }) => !isUndone);
    const retired = holding.findLast(({ kind, person: from }) => kind === 'merged' && from === number);
    const { member } = runTables(layer.id, layer.run);
    return {
      person: formatPersonId(number),
      today: await presentNumber(tx, event, member, number),
      wall: layer.wall,
      createdAt: rows.find(({ kind, person: whose }) => kind === 'created' && whose === number)?.happened_at ?? null,
      retiredAt: retired?.happened_at ?? null,
      former: holding
        .filter(({ kind, other }) => kind === 'merged' && other === number)
        .map(({ person: from }) => formatPersonId(from)),
      events: rows.map(presentEvent),
    };
  }
  return null;
}

async function presentNumber(
  tx: RightsTransaction,
  event: string,
  member: string,
  number: number,
): Promise<PersonId | null> {
  const { rows } = await tx.client.query<{ person: number }>(
    `with recursive became (person, step) as (
       select $1::bigint, 0
       union all
       select merged.other, became.step + 1
       from became
       cross join lateral (
         select other
         from ${event} as event
         where event.person = became.person and event.kind = 'merged'
           and not exists (select from ${event} as further where further.kind = 'undone' and further.other = event.number)
         order by number desc
         limit 1
       ) as merged
       where became.step < 1000
         and not exists (select from ${member} as member where member.person = became.person)
     )
     select became.person
     from became
     where exists (select from ${member} as member where member.person = became.person)
     order by step
     limit 1`,
    [number],
  );
  return rows[0] === undefined ? null : formatPersonId(rows[0].person);
}
