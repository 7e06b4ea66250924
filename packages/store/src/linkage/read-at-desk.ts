import { decisionJson, type KeptDecision, standing } from './decisions.ts';
import { layersToAsk } from './find-entries-by-keys.ts';
import { getLinkedLayer, type LinkedLayer, layerTables, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, RecordRef, ReviewDecision, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** An entry that shares a blocking key with a record. */
export interface Candidate {
  readonly entry: EntryId;
  readonly wall: Wall;
  readonly fields: readonly (string | null)[];
}

/** What has to be known to link one record. */
export interface DeskView {
  /** Entries that share a key with it, of the layers within its wall. */
  readonly found: readonly Candidate[];
  /** Where it stands if it was linked before. */
  readonly before: {
    readonly entry: EntryId;
    readonly fields: readonly (string | null)[];
    readonly person: PersonId | null;
  } | null;
  /** What reviewers said of it, oldest first. */
  readonly decisions: readonly ReviewDecision[];
  /** Entries of its layer that hold the other record of a decision. */
  readonly decided: readonly EntryId[];
}

/** Reads all of it in one round trip. At most 2,000 entries of each layer. */
export async function readAtDesk(
  tx: RightsTransaction,
  wall: Wall,
  record: RecordRef,
  keys: readonly bigint[],
): Promise<DeskView> {
  const layer = getLinkedLayer(tx, wall);
  const layers = layersToAsk(tx, wall);
  const { entry, member, decision } = { ...runTables(layer.id, layer.run), ...layerTables(layer.id) };
  const { rows } = await tx.client.query<DeskRow>({
    name: `desk_${layers.map(({ id, run }) => `${id}_${run}`).join('_')}`,
    text: `
      with said as (
        select number, right_register as other_register, right_id as other_id, ${decisionJson} as said
        from ${decision} as decision where left_register = $3 and left_id = $4::bigint
        union all
        select number, left_register, left_id, ${decisionJson}
        from ${decision} as decision where right_register = $3 and right_id = $4::bigint
      )
      ${layers.map(candidatesOf).join(' union all ')}
      union all
      select 'before', null, kept.entry::text, kept.fields, member.person, null
      from ${member} as member
      join ${entry} as kept on kept.entry = member.entry
      where member.register = $3 and member.record_id = $4::bigint
      union all
      select 'said', null, member.entry::text, null, null, said.said
      from said
      left join ${member} as member on member.register = said.other_register and member.record_id = said.other_id`,
    values: [keys.map(String), 2000, record.source, record.id],
  });
  const walls = new Map(layers.map((one) => [one.id, one.wall]));
  const before = rows.find(({ kind }) => kind === 'before');
  const said = rows.flatMap((row) => (row.said === null ? [] : [{ said: row.said, entry: row.entry }]));
  return {
    found: rows.flatMap(({ kind, layer: from, entry: of, fields }) =>
      kind === 'found'
        ? [{ entry: (of ?? '').replaceAll('-', ''), wall: walls.get(from) ?? [], fields: fields ?? [] }]
        : [],
    ),
    before:
      before === undefined
        ? null
        : {
            entry: (before.entry ?? '').replaceAll('-', ''),
            fields: before.fields ?? [],
            person: before.person === null ? null : formatPersonId(before.person),
          },
    decisions: standing(said.map((one) => one.said)),
    decided: said.flatMap(({ entry: of }) => (of === null ? [] : [of.replaceAll('-', '')])),
  };
}

interface DeskRow {
  readonly kind: 'found' | 'before' | 'said';
  readonly layer: number;
  readonly entry: string | null;
  readonly fields: (string | null)[] | null;
  readonly person: number | null;
  readonly said: KeptDecision | null;
}

/** Entries of records that are there: of those that left, a row without a person stays. */
function candidatesOf({ id, run }: LinkedLayer): string {
  const tables = runTables(id, run);
  return `
      select 'found' as kind, ${id} as layer, kept.entry::text as entry, kept.fields, null::bigint as person, null::jsonb as said
      from (select distinct entry from ${tables.key} where key = any($1::bigint[]) limit $2) as hit
      join ${tables.entry} as kept on kept.entry = hit.entry
      where exists (select from ${tables.member} as member where member.entry = hit.entry and member.person is not null)`;
}
