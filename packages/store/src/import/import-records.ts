import type { DeliveryCounts } from '@leeto/registers';
import type pg from 'pg';
import { lockRegister, unlockDelivery } from '../database/locks.ts';
import type { Instance } from '../instance/instance.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { beginDelivery, findTakenDelivery, finishDelivery, interruptDelivery } from './delivery-row.ts';
import { DUPLICATES_LISTED, type ImportOptions, type ImportResult } from './import-types.ts';
import { type KnownKeysMemory, knownKeysMemory, loadKnownKeys, readLedgerMark } from './known-keys.ts';
import { type Merged, mergeStaged } from './merge-staged.ts';
import { type Received, receiveBatches } from './receive-batches.ts';

/**
 * Takes one file into one register: all of it or nothing, in one transaction. The same file by the same mapping again changes
 * nothing and gives `already_imported`. Imports of one register follow one another; the second waits and says so.
 * Throws `StoreProblem`; then nothing of the file is in the register.
 */
export async function importRecords(instance: Instance, options: ImportOptions): Promise<ImportResult> {
  const { declaration, delivery } = options;
  const client = await instance.application.connect().catch((error) => {
    throw toStoreProblem(error);
  });
  const ignoreLoss = () => {};
  client.on('error', ignoreLoss);
  let deliveryId: number | null = null;
  let isBroken = false;
  try {
    const before = await findTakenDelivery(client, declaration.id, delivery);
    if (before !== null) return alreadyImported(before.id, before.counts);
    deliveryId = await beginDelivery(client, declaration.id, delivery, options.receivedBy);
    return await takeDelivery(client, deliveryId, knownKeysMemory(instance), options);
  } catch (error) {
    isBroken = !(await rollBack(client));
    if (deliveryId !== null) await interruptDelivery(instance.application, deliveryId).catch(() => {});
    if (options.signal?.aborted === true) {
      throw new StoreProblem(
        'cancelled',
        'The import was cancelled: nothing of the file was taken.',
        'Import it again when ready.',
      );
    }
    throw toStoreProblem(error);
  } finally {
    if (deliveryId !== null && !isBroken) await unlockDelivery(client, deliveryId).catch(() => {});
    client.off('error', ignoreLoss);
    client.release(isBroken);
  }
}

async function takeDelivery(
  client: pg.ClientBase,
  deliveryId: number,
  memory: KnownKeysMemory,
  options: ImportOptions,
): Promise<ImportResult> {
  const { declaration, delivery, onProgress } = options;
  await client.query('begin');
  await lockRegister(client, declaration.id, () =>
    onProgress?.({
      step: 'waiting',
      rows: 0,
      message: `Another import into ${declaration.id} is under way; this one follows when it has ended.`,
    }),
  );
  // The other import may have brought this very file.
  const meanwhile = await findTakenDelivery(client, declaration.id, delivery);
  if (meanwhile !== null) {
    await client.query('rollback');
    await interruptDelivery(client, deliveryId);
    return alreadyImported(meanwhile.id, meanwhile.counts);
  }
  const { agency } = delivery.provenance;
  const known = await loadKnownKeys(client, declaration.id, agency, { memory, mostKeys: options.mostKeysInMemory });
  const received = await receiveBatches(client, deliveryId, known, options);
  if (received.staged > 0) onProgress?.({ step: 'comparing', rows: received.rows });
  const merged =
    received.staged === 0
      ? nothingMerged
      : await mergeStaged(client, declaration, received.columns, deliveryId, options.receivedBy);
  const counts = countRows(received, merged, options);
  await finishDelivery(client, deliveryId, counts);
  const mark = await readLedgerMark(client, declaration.id, agency);
  await client.query('commit');
  if (known.isComplete) memory.keep(declaration.id, agency, mark, known.keys);
  onProgress?.({ step: 'done', rows: received.rows });
  const duplicateRows = [...received.duplicateRows, ...merged.conflictRows].slice(0, DUPLICATES_LISTED);
  return { status: 'taken', deliveryId, counts, duplicateRows };
}

const nothingMerged: Merged = { inserted: 0, updated: 0, unchanged: 0, conflicts: 0, conflictRows: [] };

function countRows(received: Received, merged: Merged, options: ImportOptions): DeliveryCounts {
  const intake = options.delivery.intakeCounts?.() ?? { read: received.rows, refused: 0, leftOut: 0 };
  return {
    read: intake.read,
    taken: received.added + merged.inserted + merged.updated,
    unchanged: merged.unchanged,
    duplicates: received.duplicates + merged.conflicts,
    refused: intake.refused,
    leftOut: intake.leftOut,
  };
}

const alreadyImported = (deliveryId: number, counts: DeliveryCounts): ImportResult => ({
  status: 'already_imported',
  deliveryId,
  counts: { ...counts, taken: 0, unchanged: counts.taken + counts.unchanged },
  duplicateRows: [],
});

/** False where the connection is gone; the server then rolls back by itself. */
const rollBack = (client: pg.ClientBase): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  );
