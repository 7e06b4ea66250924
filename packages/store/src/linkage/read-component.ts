import { decisionJson, type KeptDecision, standing } from './decisions.ts';
import { getLinkedLayer, layerTables, runTables } from './layer-tables.ts';
import type { EntryId, LinkState, PersonId, RecordRef, ReviewDecision, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** What hangs together with some entries: these, those linked to them or said to be the same, and so on. */
export interface LinkedComponent {
  /** By register, then by id, as texts. */
  readonly members: readonly {
    readonly record: RecordRef;
    readonly entry: EntryId;
    readonly person: PersonId | null;
    readonly fields: readonly (string | null)[];
  }[];
  /** All pairs of these entries that are kept. */
  readonly links: readonly {
    readonly left: EntryId;
    readonly right: EntryId;
    readonly weight: number;
    readonly state: LinkState;
    readonly guard: string | null;
  }[];
  /** The newest decision on each pair that a member is in, oldest first. */
  readonly decisions: readonly ReviewDecision[];
}

/**
 * Reads whole components of one layer in one round trip: entries that links of `atLeast` so many bits join, whether they were followed or
 * held back, all entries of the persons met, and those that a reviewer said to be the same.
 */
export async function readComponent(
  tx: RightsTransaction,
  wall: Wall,
  start: readonly EntryId[],
  atLeast: number,
): Promise<LinkedComponent> {
  if (start.length === 0) return { members: [], links: [], decisions: [] };
  const layer = getLinkedLayer(tx, wall);
  const tables = { ...runTables(layer.id, layer.run), ...layerTables(layer.id) };
  const { rows } = await tx.client.query<ComponentRow>({
    // A name: the plan is kept by the connection, and planning takes longer than reading.
    name: `component_${layer.id}_${layer.run}`,
    text: componentOf(tables),
    values: [start, atLeast],
  });
  const members = rows.flatMap(({ entry, fields, registers, ids, persons }) =>
    (registers ?? []).map((source, at) => ({
      record: { source, id: ids?.[at] ?? '' },
      entry: (entry ?? '').replaceAll('-', ''),
      person: persons?.[at] == null ? null : formatPersonId(Number(persons[at])),
      fields: fields ?? [],
    })),
  );
  members.sort(
    (one, other) =>
      compareTexts(one.record.source, other.record.source) || compareTexts(one.record.id, other.record.id),
  );
  const links = rows.flatMap(({ link }) =>
    link === null ? [] : [{ ...link, left: hex(link.left), right: hex(link.right) }],
  );
  const said = rows.flatMap(({ said }) => (said === null ? [] : [said]));
  return { members, links, decisions: standing(said) };
}

interface ComponentRow {
  readonly entry: string | null;
  readonly fields: (string | null)[] | null;
  readonly registers: string[] | null;
  readonly ids: string[] | null;
  readonly persons: (string | null)[] | null;
  readonly link: LinkedComponent['links'][number] | null;
  readonly said: KeptDecision | null;
}

/**
 * Entries and persons are met in turn: from an entry its persons and the entries linked to it, from a person its entries. Links to entries
 * of other layers lead nowhere, as those have no members in this one.
 */
function componentOf({
  entry,
  member,
  link,
  decision,
}: Record<'entry' | 'member' | 'link' | 'decision', string>): string {
  const said = (own: string, other: string) => `
        select other.entry, null
        from ${member} as mine
        join ${decision} as decision on decision.${own}_register = mine.register and decision.${own}_id = mine.record_id
        join ${member} as other on other.register = decision.${other}_register and other.record_id = decision.${other}_id
        where mine.entry = reach.entry and decision.verdict = 'same'`;
  const concerned = (own: string) => `
      select decision.number
      from met
      join ${member} as member on member.entry = met.entry and member.person is not null
      join ${decision} as decision on decision.${own}_register = member.register and decision.${own}_id = member.record_id`;
  return `
    with recursive reach (entry, person) as (
      select unnest($1::uuid[]), null::bigint
      union
      select next.entry, next.person
      from reach
      cross join lateral (
        select right_entry, null::bigint from ${link} where left_entry = reach.entry and weight >= $2
        union all
        select left_entry, null from ${link} where right_entry = reach.entry and weight >= $2
        union all
        select null, person from ${member} where entry = reach.entry and person is not null
        union all
        select entry, null from ${member} where person = reach.person
        union all ${said('left', 'right')}
        union all ${said('right', 'left')}
      ) as next (entry, person)
    ),
    met as materialized (
      select reach.entry, alike.registers, alike.ids, alike.persons
      from reach
      cross join lateral (
        select array_agg(register) as registers, array_agg(record_id::text) as ids, array_agg(person::text) as persons
        from ${member} as member where member.entry = reach.entry and member.person is not null
      ) as alike
      where reach.entry is not null and alike.registers is not null
    )
    select met.entry::text as entry, kept.fields, met.registers, met.ids, met.persons, null::jsonb as link, null::jsonb as said
    from met
    join ${entry} as kept on kept.entry = met.entry
    union all
    select null, null, null, null, null,
      jsonb_build_object('left', left_entry, 'right', right_entry, 'weight', weight, 'state', state, 'guard', guard), null
    from met
    join ${link} as link on link.left_entry = met.entry
    where exists (select from met as other where other.entry = link.right_entry)
    union all
    select null, null, null, null, null, null, ${decisionJson}
    from (${concerned('left')} union ${concerned('right')}) as concerned
    join ${decision} as decision using (number)`;
}

const hex = (uuid: string): EntryId => uuid.replaceAll('-', '');

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
