import type { CellTable } from '../protect-table/cell-table.ts';

/** Gives the perturbation of a count: by its pcv (see `pcvOf`) and its cell key. */
export interface PerturbationTable {
  /** Keys run from 0 to one less than this: 256 or 4096. */
  readonly keys: 256 | 4096;
  readonly look: (pcv: number, cellKey: number) => number;
}

/** The count by which the perturbation table is entered: itself up to 750, then again and again through 501 to 750. */
export function pcvOf(count: number): number {
  return count <= 750 ? count : ((count - 1) % 250) + 501;
}

/** The cell key: the sum of the keys of all records in the cell, modulo the number of keys. Record keys are drawn once and never again. */
export function cellKeyOf(recordKeys: Iterable<number>, keys: 256 | 4096): number {
  let sum = 0;
  for (const key of recordKeys) sum = (sum + key) % keys;
  return sum;
}

/** The table "10-5" of the Office for National Statistics' published method, for tests: under ten nothing is left, else to the nearest five. */
export const tenFive: PerturbationTable = {
  keys: 256,
  look: (pcv) => (pcv < 10 ? -pcv : ([0, -1, -2, 2, 1][pcv % 5] ?? 0)),
};

/**
 * The cell-key method: each count is changed by what the perturbation table says for its pcv and cell key; what is then below the threshold is
 * suppressed, zeros among it. Nothing but the result is handed out: counts, keys and perturbations stay inside.
 */
export function perturbCounts(
  { cells }: CellTable,
  {
    threshold,
    keys,
    table,
  }: {
    readonly threshold: number;
    readonly keys: readonly (number | null)[];
    readonly table: PerturbationTable;
  },
): readonly (number | null)[] {
  return cells.map(({ key, value }, index) => {
    if (value === 0) return threshold > 0 ? null : 0;
    const cellKey = (((keys[index] ?? keyOfCodes(key)) % table.keys) + table.keys) % table.keys;
    const changed = value + table.look(pcvOf(value), cellKey);
    return changed < threshold ? null : changed;
  });
}

/** A fixed number for a combination of codes (FNV-1a). */
function keyOfCodes(key: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const character of key.join('\u001f'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 8) % 4096;
}
