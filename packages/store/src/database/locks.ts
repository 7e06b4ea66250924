import type pg from 'pg';

/** First halves of PostgreSQL's two-number advisory locks: what is being locked. */
const DELIVERY = 7_319_002;
const REGISTER = 7_319_003;

/** Held by the session that receives a delivery, until it ends in whatever way: its absence says that nobody receives it. */
export async function lockDelivery(client: pg.ClientBase, deliveryId: number): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', [DELIVERY, deliveryId]);
}

export async function unlockDelivery(client: pg.ClientBase, deliveryId: number): Promise<void> {
  await client.query('select pg_advisory_unlock($1, $2)', [DELIVERY, deliveryId]);
}

export async function tryLockDelivery(client: pg.ClientBase, deliveryId: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    DELIVERY,
    deliveryId,
  ]);
  return rows[0]?.held === true;
}

/**
 * One import or withdrawal at a time works in a register, so that keys seen as new stay new. Held to the end of the
 * transaction. `onWait` is called before waiting for another.
 */
export async function lockRegister(client: pg.ClientBase, register: string, onWait: () => void): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as held', [
    REGISTER,
    register,
  ]);
  if (rows[0]?.held === true) return;
  onWait();
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [REGISTER, register]);
}
