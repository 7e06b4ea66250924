import type { Catalogue } from '@leeto/registers';
import type { Instance } from '@leeto/store';
import { type LayerOptions, type LayerOutcome, linkOpenRegisters } from './link-open-registers.ts';
import { linkProtectedPair, type PairOutcome } from './link-protected-pair.ts';
import { linkProtectedRegister } from './link-protected-register.ts';
import { personRegisters } from './person-registers.ts';

export interface LinkRegistersOptions extends LayerOptions {
  readonly catalogue: Pick<Catalogue, 'records'>;
}

export interface LinkRegistersOutcome {
  readonly open: LayerOutcome;
  /** One for each protected register, each behind its wall. Not to be shown to those without the right. */
  readonly protected: readonly LayerOutcome[];
  /** One for each two protected registers, for those with the right to both. */
  readonly pairs: readonly PairOutcome[];
}

/** Each two of some registers. */
export function pairsOf<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));
}

/**
 * Links all registers of persons: the open ones with each other, from open records alone; then each protected register to what was
 * found, with the model of the open ones and in rows that only the right to that register shows; then each two protected ones with
 * each other, in rows that the right to both shows. Run again on the same records it changes no person.
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
  const pairs: PairOutcome[] = [];
  for (const pair of pairsOf(registers.protected)) pairs.push(await linkProtectedPair(instance, pair, options));
  return { open, protected: behind, pairs };
}
