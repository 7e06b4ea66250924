import { checkName } from '../ledger/find-record-history.ts';
import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { Wall } from './linkage-types.ts';
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
