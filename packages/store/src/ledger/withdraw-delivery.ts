import { lockRegister } from '../database/locks.ts';
import type { Instance } from '../instance/instance.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';

export interface Withdrawal {
  /** Records taken out. */
  readonly removed: number;
  /** Records put back to what they were before. */
  readonly restored: number;
  /** Records kept, because another delivery holds them word for word. */
  readonly passedOn: number;
}

/**
 * Undoes a whole delivery; the row in the ledger stays, with reason and person, and so does the history of the records. The
 * same file may be imported again afterwards.
 */
export async function withdrawDelivery(
  instance: Instance,
  withdrawal: {
    readonly id: number;
    readonly reason: string;
    readonly withdrawnBy: string;
    readonly onWait?: () => void;
  },
): Promise<Withdrawal> {
  const client = await instance.application.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ register: string }>('select register from ledger.delivery where id = $1', [
      withdrawal.id,
    ]);
    if (rows[0] !== undefined) await lockRegister(client, rows[0].register, withdrawal.onWait ?? (() => {}));
    const result = await client.query<{ removed: number; restored: number; passed_on: number }>(
      'select removed, restored, passed_on from ledger.withdraw_delivery($1, $2, $3)',
      [withdrawal.id, withdrawal.reason, withdrawal.withdrawnBy],
    );
    await client.query('commit');
    const { removed = 0, restored = 0, passed_on: passedOn = 0 } = result.rows[0] ?? {};
    return { removed, restored, passedOn };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw explain(error, withdrawal.id);
  } finally {
    client.release();
  }
}

function explain(error: unknown, id: number): StoreProblem {
  const code = (error as { code?: string }).code;
  if (code === 'LE001') {
    return new StoreProblem(
      'delivery_missing',
      `There is no delivery ${id}.`,
      'See the list of deliveries for their numbers.',
    );
  }
  if (code === 'LE002') {
    return new StoreProblem(
      'delivery_not_taken',
      `Delivery ${id} holds no records: it was withdrawn or interrupted.`,
      'Nothing is to be done.',
    );
  }
  return toStoreProblem(error);
}
