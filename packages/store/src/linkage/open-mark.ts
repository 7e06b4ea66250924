import { getLinkedLayer } from './layer-tables.ts';
import type { Wall } from './linkage-types.ts';
import type { RightsTransaction } from './with-rights.ts';

/**
 * The last event of the open layer that a protected layer has taken into account. What comes after (`listEvents(tx, [], …)`) is
 * linked with the layer's records by a job of its own, never in the transaction or the waiting time of an open desk.
 */
export async function readOpenMark(tx: RightsTransaction, wall: Wall): Promise<number> {
  const layer = getLinkedLayer(tx, wall);
  const { rows } = await tx.client.query<{ mark: number }>(
    'select open_event as mark from linkage.run where layer = $1 and number = $2',
    [layer.id, layer.run],
  );
  return rows[0]?.mark ?? 0;
}

/** To be called in the transaction that wrote the links. */
export async function moveOpenMark(tx: RightsTransaction, wall: Wall, event: number): Promise<void> {
  const layer = getLinkedLayer(tx, wall);
  await tx.client.query('update linkage.run set open_event = $3 where layer = $1 and number = $2', [
    layer.id,
    layer.run,
    event,
  ]);
}
