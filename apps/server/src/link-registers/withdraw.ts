import type { Catalogue } from '@leeto/registers';
import { type Instance, listDeliveries, type Withdrawal, withdrawDelivery } from '@leeto/store';
import { type ArrivalsOutcome, followRegister } from './link-arrivals.ts';
import { personRegisters } from './person-registers.ts';

export interface WithdrawOptions {
  readonly id: number;
  readonly reason: string;
  readonly withdrawnBy: string;
  readonly catalogue: Pick<Catalogue, 'records'>;
  readonly onWait?: () => void;
}

/**
 * Undoes a delivery, and lets the persons follow at once: records that went leave theirs, as events, and those put back to what they
 * were are linked anew. Throws as `withdrawDelivery` does. `persons` is null where the register is of none.
 */
export async function withdraw(
  instance: Instance,
  { catalogue, ...withdrawal }: WithdrawOptions,
): Promise<Withdrawal & { readonly persons: ArrivalsOutcome | null }> {
  const register = (await listDeliveries(instance)).find(({ id }) => id === withdrawal.id)?.register;
  const done = await withdrawDelivery(instance, withdrawal);
  const { open, protected: behind } = personRegisters(catalogue);
  const declaration = [...open, ...behind].find(({ id }) => id === register);
  if (declaration === undefined) return { ...done, persons: null };
  return {
    ...done,
    persons: await followRegister(instance, declaration, { catalogue, causedBy: withdrawal.withdrawnBy }),
  };
}
