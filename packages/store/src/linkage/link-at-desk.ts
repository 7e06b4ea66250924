import { lockPersonsOf, lockStatements } from '../database/locks.ts';
import type { Instance } from '../instance/instance.ts';
import { getLinkedLayer } from './layer-tables.ts';
import type { Wall } from './linkage-types.ts';
import { inRightsTransaction, type RightsTransaction } from './with-rights.ts';

/**
 * Every question of a desk is about a few rows found by an index. What the planner guesses of recursion and of arrays would lead it
 * elsewhere, and a plan made anew for each value takes longer than the answer.
 */
const PLANNING = [
  'set local plan_cache_mode = force_generic_plan',
  'set local jit = off',
  'set local enable_hashjoin = off',
  'set local enable_mergejoin = off',
];

/**
 * One record is linked in one transaction: `work` reads what is known (`readAtDesk`, `readComponent`) and writes what follows
 * (`writeAtDesk`). Desks whose records share a blocking key follow one another, so two records of one new person that arrive
 * together become one person; with keys `null` all other desks of the layer wait. Its rights are those of the record's wall
 * alone, whoever the user is: what is open is linked with what is open.
 */
export async function linkAtDesk<Result>(
  instance: Pick<Instance, 'application' | 'reader'>,
  record: { readonly wall: Wall; readonly keys: readonly bigint[] | null },
  work: (tx: RightsTransaction) => Promise<Result>,
): Promise<Result> {
  const { wall, keys } = record;
  // The layers are read after the locks: a run may have put its tables in place while this waited.
  const first = [...PLANNING, ...lockStatements(wall, keys === null ? 'alone' : 'shared', keys ?? [])];
  return inRightsTransaction(instance, { registers: wall }, first, (tx) => {
    getLinkedLayer(tx, wall);
    return work(tx);
  });
}

/**
 * Desks that found somebody follow one another from here on: two records that share no key may lead to one person by way of a third. To
 * be called before the persons are read (`readComponent`), by those alone who will change them; strangers need not wait.
 */
export const lockPersons = (tx: RightsTransaction, wall: Wall): Promise<void> =>
  lockPersonsOf(tx.client, getLinkedLayer(tx, wall).id);
