import { type Desk, makeDesk } from '@leeto/linkage';
import { type Instance, linkAtDesk, type RightsTransaction, type Wall, withRights } from '@leeto/store';
import { readKeptModel } from './kept-model.ts';

/** A desk with the run whose model it has. */
export interface OpenDesk extends Desk {
  readonly run: number;
}

export type DeskInstance = Pick<Instance, 'application' | 'reader'>;

const desks = new WeakMap<object, OpenDesk>();

/** The desk of an instance, made ready once for each run of the open registers. */
export async function getDesk(instance: DeskInstance): Promise<OpenDesk> {
  const known = desks.get(instance.application);
  if (known !== undefined) return known;
  const made = await withRights(instance, { registers: [], role: 'reader' }, async (tx) => ({
    ...makeDesk(await readKeptModel(tx)),
    run: runOf(tx),
  }));
  desks.set(instance.application, made);
  return made;
}

const runOf = (tx: RightsTransaction): number => tx.layers.find(({ wall }) => wall.length === 0)?.run ?? 0;

/** The registers were linked as a whole since the desk was made ready: its model is not theirs. */
class StaleDesk extends Error {}

/**
 * Works in one transaction behind a wall with a desk whose model is that of today. `keysOf` names the keys whose desks wait for this
 * one; null: all of the layer.
 */
export async function atDesk<Result>(
  instance: DeskInstance,
  wall: Wall,
  keysOf: (desk: OpenDesk) => readonly bigint[] | null,
  work: (tx: RightsTransaction, desk: OpenDesk) => Promise<Result>,
): Promise<Result> {
  const desk = await getDesk(instance);
  try {
    return await linkAtDesk(instance, { wall, keys: keysOf(desk) }, (tx) => {
      if (runOf(tx) !== desk.run) throw new StaleDesk('the desk is stale');
      return work(tx, desk);
    });
  } catch (error) {
    if (!(error instanceof StaleDesk)) throw error;
    desks.delete(instance.application);
    return atDesk(instance, wall, keysOf, work);
  }
}
