import { createInterface } from 'node:readline';
import { to } from 'pg-copy-streams';
import { getLinkedLayer, runTables } from './layer-tables.ts';
import type { PersonId, RecordRef, Wall } from './linkage-types.ts';
import { formatPersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** The records of a layer and whose they are today, ordered by nothing: what a whole run starts from. Read it to its end. */
export async function* readMembers(
  tx: RightsTransaction,
  wall: Wall,
): AsyncGenerator<{ readonly record: RecordRef; readonly person: PersonId | null }> {
  const layer = getLinkedLayer(tx, wall);
  const { member } = runTables(layer.id, layer.run);
  const stream = tx.client.query(to(`copy (select register, record_id, person from ${member}) to stdout`));
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const [source = '', id = '', person = ''] = line.split('\t');
    yield { record: { source, id }, person: person === '\\N' ? null : formatPersonId(Number(person)) };
  }
}
