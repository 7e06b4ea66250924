import { checkName } from '../ledger/find-record-history.ts';
import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { EntryId, Wall } from './linkage-types.ts';
import type { RightsTransaction } from './with-rights.ts';

/** Ids of a register's records that have no person yet, in the order of their texts. */
export async function findUnlinked(tx: RightsTransaction, wall: Wall, register: string): Promise<readonly string[]> {
  const layer = getLinkedLayer(tx, wall);
  const { member } = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<{ id: string }>(
    `select record.record_id::text as id
     from register.${checkName(register)} as record
     where not exists (
       select from ${member} as member
       where member.record_id = record.record_id and member.register = $1 and member.person is not null
     )
     order by record.record_id::text collate "C"`,
    [register],
  );
  return rows.map(({ id }) => id);
}

/** Ids of records that have a person and are in the register no longer: their delivery was withdrawn, or they were erased. */
export async function findGone(tx: RightsTransaction, wall: Wall, register: string): Promise<readonly string[]> {
  const layer = getLinkedLayer(tx, wall);
  const { member } = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<{ id: string }>(
    `select member.record_id::text as id
     from ${member} as member
     where member.register = $1 and member.person is not null
       and not exists (select from register.${checkName(register)} as record where record.record_id = member.record_id)
     order by member.record_id::text collate "C"`,
    [register],
  );
  return rows.map(({ id }) => id);
}

/**
 * Records of a register that have a person and that an import or a withdrawal changed since shortly before the layer was linked as a
 * whole, with the entry that they are in: whether they say something else now is for the caller to see.
 */
export async function findTouched(
  tx: RightsTransaction,
  wall: Wall,
  register: string,
): Promise<readonly { readonly id: string; readonly entry: EntryId }[]> {
  const layer = getLinkedLayer(tx, wall);
  const { member } = runTables(layer.id, layer.run);
  const { rows } = await tx.client.query<{ id: string; entry: string }>(
    // An import that began before the run and ended after it was not seen by the run: hence the day.
    `with touched as (
       select distinct change.record_id
       from ledger.record_change as change
       join linkage.run on run.layer = $2 and run.number = $3
       where change.register = $1 and change.operation in ('updated', 'restored')
         and change.changed_at > run.started_at - interval '1 day'
     )
     select member.record_id::text as id, member.entry::text as entry
     from touched
     join ${member} as member on member.record_id = touched.record_id and member.register = $1 and member.person is not null
     order by member.record_id::text collate "C"`,
    [register, layer.id, layer.run],
  );
  return rows.map(({ id, entry }) => ({ id, entry: entry.replaceAll('-', '') }));
}

/** The registers whose records a layer holds, and the model that it was linked with. */
export async function linkedWith(
  tx: RightsTransaction,
  wall: Wall,
): Promise<{ readonly registers: readonly string[]; readonly model: number }> {
  const layer = getLinkedLayer(tx, wall);
  const { rows } = await tx.client.query<{ registers: string[]; model: number }>(
    'select registers, model from linkage.run where layer = $1 and number = $2',
    [layer.id, layer.run],
  );
  return rows[0] ?? { registers: [], model: 0 };
}
