import pg from 'pg';
import type { Instance } from '../instance/instance.ts';
import { checkName } from '../ledger/find-record-history.ts';
import { toStoreProblem } from '../problem.ts';
import type { Layer } from './linkage-types.ts';

/** A transaction that sees what the rights to some protected registers let it see. */
export interface RightsTransaction {
  readonly client: pg.ClientBase;
  /** The protected registers whose right is held. */
  readonly registers: readonly string[];
  /** The layers that are seen, the open one first; each with the tables that held when the transaction began. */
  readonly layers: readonly Layer[];
}

export interface RightsOptions {
  /** Protected registers that the user has a right to; none: the open layer alone. */
  readonly registers: readonly string[];
  /** `reader` where nothing is written; `application` where absent. */
  readonly role?: 'reader' | 'application';
}

/**
 * Runs `work` in a transaction that holds the rights to the named protected registers and no others: row-level security hides
 * all else, from counts and joins too. The rights end with the transaction. Whatever `work` throws rolls it back; errors of
 * the database come out as `StoreProblem`, without values.
 */
export async function withRights<Result>(
  instance: Pick<Instance, 'application' | 'reader'>,
  options: RightsOptions,
  work: (tx: RightsTransaction) => Promise<Result>,
): Promise<Result> {
  return inRightsTransaction(instance, options, [], work);
}

/** As `withRights`, with statements that come before the layers are read, such as locks: all of it in one round trip. */
export async function inRightsTransaction<Result>(
  instance: Pick<Instance, 'application' | 'reader'>,
  options: RightsOptions,
  first: readonly string[],
  work: (tx: RightsTransaction) => Promise<Result>,
): Promise<Result> {
  const registers = options.registers.map(checkName);
  const client = await instance[options.role ?? 'application'].connect().catch((error) => {
    throw toStoreProblem(error);
  });
  const ignoreLoss = () => {};
  client.on('error', ignoreLoss);
  let isBroken = false;
  try {
    const tx = { client, registers, layers: await takeRights(client, registers, ['begin'], first) };
    const result = await work(tx);
    await client.query('commit');
    return result;
  } catch (error) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw isOwnError(error) ? error : toStoreProblem(error);
  } finally {
    client.off('error', ignoreLoss);
    client.release(isBroken);
  }
}

/**
 * Sets the rights of a transaction and reads the layers that they open, in one round trip: each statement sees what was committed when
 * it began, so layers read after a lock are those of today. `before` and `then` stand before and after the rights.
 */
export async function takeRights(
  client: pg.ClientBase,
  registers: readonly string[],
  before: readonly string[] = [],
  then: readonly string[] = [],
): Promise<readonly Layer[]> {
  const rights = `select set_config('leeto.registers', ${pg.escapeLiteral(registers.join(','))}, true)`;
  const statements = [...before, rights, ...then, LAYERS];
  const results: unknown = await client.query(statements.join('; '));
  return (results as readonly pg.QueryResult<Layer>[]).at(-1)?.rows ?? [];
}

const LAYERS = 'select id, wall, current_run as run from linkage.layer order by cardinality(wall), wall';

/** Errors of PostgreSQL and of the network carry a code; those of the caller's own work pass as they are. */
const isOwnError = (error: unknown): boolean =>
  !(error instanceof Error && 'code' in error && typeof error.code === 'string');
