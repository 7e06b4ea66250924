import type { Catalogue } from '@leeto/registers';
import type { Instance } from '@leeto/store';
import { type LayerOptions, type LayerOutcome, linkOpenRegisters } from './link-open-registers.ts';
import { linkProtectedRegister } from './link-protected-register.ts';
import { personRegisters } from './person-registers.ts';

export interface LinkRegistersOptions extends LayerOptions {
  readonly catalogue: Pick<Catalogue, 'records'>;
}

export interface LinkRegistersOutcome {
  readonly open: LayerOutcome;
  /** One for each protected register, each behind its wall. Not to be shown to those without the right. */
  readonly protected: readonly LayerOutcome[];
}

/**
 * Links all registers of persons: the open ones with each other, from open records alone; then each protected register to what was
 * found, with the model of the open ones and in rows that only the right to that register shows. Run again on the same records it
 * changes no person.
 */
export async function linkRegisters(
  instance: Instance,
  { catalogue, ...options }: LinkRegistersOptions,
): Promise<LinkRegistersOutcome> {
  const registers = personRegisters(catalogue);
  const open = await linkOpenRegisters(instance, registers.open, options);
  const behind: LayerOutcome[] = [];
  for (const declaration of registers.protected) {
    behind.push(await linkProtectedRegister(instance, declaration, options));
  }
  return { open, protected: behind };
}
