import type { ClassificationItem } from '../declaration.ts';

/** A code, its English label, its aliases, its Sesotho label. */
export type ItemLine = readonly [code: string, label: string, aliases?: readonly string[], sesotho?: string];

/** Writes the items of a short code list from one line each. */
export function itemsOf(...lines: readonly ItemLine[]): readonly ClassificationItem[] {
  return lines.map(([code, label, aliases, sesotho]) => ({
    code,
    label: sesotho === undefined ? { en: label } : { en: label, st: sesotho },
    ...(aliases === undefined || aliases.length === 0 ? {} : { aliases }),
  }));
}
