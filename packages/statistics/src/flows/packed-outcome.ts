import { type ClassifiedPerson, crossingKinds } from './classify-person.ts';
import { NEVER, UNKNOWN } from './history.ts';
import type { ResidenceRule } from './residence-rule.ts';

/** Two integers that hold what is known of one crossing, so that little is carried back into the database. */
export interface PackedOutcomes {
  size: number;
  first: Int32Array;
  second: Int32Array;
}

/** A number of days that is none. Windows are shorter (see `getResidenceRule`). */
const NONE = 4_095;

/**
 * Packs the outcomes of a person's recorded crossings, in their order, behind those already there. First: days from the crossing until the
 * status before is final (12 bits), the status after (12), both statuses (2 and 2), migration (2). Second: days until the migration
 * is final (12), days inside (12), imputed, commuter, after a gap (1 each), error (3).
 */
export function packOutcomes(person: ClassifiedPerson, { window }: ResidenceRule, packed: PackedOutcomes): void {
  const { recorded, history } = person;
  let at = 0;
  for (let row = 0; row < recorded.size; row += 1) {
    const kind = recorded.kind[row] as number;
    const target = packed.size + row;
    if (kind > crossingKinds.arrival) {
      const error = kind === crossingKinds.notObserved ? 0 : kind;
      packed.first[target] = NONE | (NONE << 12) | (UNKNOWN << 24) | (UNKNOWN << 26) | (UNKNOWN << 28);
      packed.second[target] = NONE | (error << 27);
      continue;
    }
    let isAfterGap = 0;
    while (history.row[at] !== row) {
      at += 1;
      isAfterGap = 1;
    }
    const error = person.rejected > 0 ? person.rejected : isAfterGap === 1 ? 2 : 0;
    packed.first[target] = firstOf(person, at);
    packed.second[target] = secondOf(person, at, window) | (isAfterGap << 26) | (error << 27);
    at += 1;
  }
  packed.size += recorded.size;
}

/** The first integer of one crossing of the history. */
export function firstOf({ history, outcomes }: ClassifiedPerson, at: number): number {
  const on = history.day[at] as number;
  return (
    days(outcomes.beforeOn[at] as number, on) |
    (days(outcomes.afterOn[at] as number, on) << 12) |
    ((outcomes.before[at] as number) << 24) |
    ((outcomes.after[at] as number) << 26) |
    ((outcomes.migration[at] as number) << 28)
  );
}

/** The second integer of one crossing of the history, without gap and error. */
export function secondOf(
  { history, outcomes, inside, commuting, unsureFrom }: ClassifiedPerson,
  at: number,
  window: number,
): number {
  const on = history.day[at] as number;
  const isImputed = on + window > unsureFrom ? 1 : 0;
  return (
    days(outcomes.migrationOn[at] as number, on) |
    ((inside[at] as number) << 12) |
    (isImputed << 24) |
    ((commuting[at] as number) << 25)
  );
}

function days(final: number, on: number): number {
  return final === NEVER ? NONE : final - on;
}
