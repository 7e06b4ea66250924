import pg from 'pg';

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

const LINK_RUN = 7_319_004;
const LAYER = 7_319_005;
const PERSONS = 7_319_007;

/** Held by the session that makes a link run, until it ends in whatever way. False where another makes one for this layer. */
export async function tryLockLinkRun(client: pg.ClientBase, layer: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    LINK_RUN,
    layer,
  ]);
  return rows[0]?.held === true;
}

export async function unlockLinkRun(client: pg.ClientBase, layer: number): Promise<void> {
  await client.query('select pg_advisory_unlock($1, $2)', [LINK_RUN, layer]);
}

/** To the end of the transaction: taken by a run that puts its tables in place of the ones that desks write to. */
export async function lockLayer(client: pg.ClientBase, layer: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [LAYER, layer]);
}

/** To the end of the transaction: who changes persons that are there follows whoever does so in the same layer. */
export async function lockPersonsOf(client: pg.ClientBase, layer: number): Promise<void> {
  await client.query({ name: 'lock_persons', text: 'select pg_advisory_xact_lock($1, $2)', values: [PERSONS, layer] });
}

/**
 * Statements that lock a layer to the end of the transaction, for the session that holds its rights: `shared` by whoever links single
 * records, `alone` by whoever changes persons from several sides. Then come the keys, in an order that is the same for all: two desks
 * whose records share a blocking key follow one another. A lock of one layer never makes another layer wait.
 */
export function lockStatements(
  wall: readonly string[],
  how: 'shared' | 'alone',
  keys: readonly bigint[],
): readonly string[] {
  const take = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  const ofWall = `from linkage.layer where wall = ${pg.escapeLiteral(`{${wall.join(',')}}`)}`;
  const layer = `select ${take}(${LAYER}, id) ${ofWall}`;
  if (keys.length === 0) return [layer];
  return [
    layer,
    `with place as (
       select distinct hashint8extended(key, ${LAYER} + id) as place
       from (select id ${ofWall}) as layer, unnest('{${keys.join(',')}}'::bigint[]) as key
       order by place
     )
     select count(pg_advisory_xact_lock(place)) from place`,
  ];
}
