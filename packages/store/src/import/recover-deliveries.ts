import { type Database, withClient } from '../database/connect.ts';
import { tryLockDelivery, unlockDelivery } from '../database/locks.ts';
import { interruptDelivery } from './delivery-row.ts';

/**
 * Marks deliveries that no session receives any more as interrupted, and says so, one sentence a file. Their records were
 * never committed: nothing has to be taken back.
 */
export async function recoverDeliveries(database: Database): Promise<readonly string[]> {
  return withClient(database.configFor('application'), async (client) => {
    const { rows } = await client.query<{ id: number; file_name: string; register: string }>(
      `select id, file_name, register from ledger.delivery where status = 'receiving' order by id`,
    );
    const notices: string[] = [];
    for (const row of rows) {
      if (!(await tryLockDelivery(client, row.id))) continue;
      await interruptDelivery(client, row.id);
      await unlockDelivery(client, row.id);
      notices.push(
        `The import of ${row.file_name} into ${row.register} was cut short: nothing of it was taken; import it again.`,
      );
    }
    return notices;
  });
}
