/** A record of some register or file: `border_movement` and its id. */
export interface RecordRef {
  readonly source: string;
  readonly id: string;
}

/** Number of a person, given once, kept for ever, never given to another: `P-00000042`. It says nothing about the person. */
export type PersonId = string;

/** Gives numbers of persons, each once. `last` is to be stored with the persons, in one transaction with them. */
export interface PersonNumbers {
  /** The number given last. */
  readonly last: number;
  next(): number;
}

/** Numbers after `last`, which is the highest number ever given, retired persons included. */
export function personNumbers(last = 0): PersonNumbers {
  if (!Number.isSafeInteger(last) || last < 0) throw new RangeError(`not a number of a person: ${last}`);
  let given = last;
  return {
    get last() {
      return given;
    },
    next() {
      given += 1;
      return given;
    },
  };
}

/** Numbers that were drawn beforehand (from a database's sequence, or at random behind the wall). Throws when there are no more. */
export function drawnNumbers(drawn: readonly number[]): PersonNumbers {
  let used = 0;
  return {
    get last() {
      return drawn[used - 1] ?? 0;
    },
    next() {
      const number = drawn[used];
      if (number === undefined) throw new RangeError(`all ${drawn.length} numbers drawn for new persons are used`);
      used += 1;
      return number;
    },
  };
}

/** 42 → `P-00000042`. Numbers past eight digits are written in full. */
export function personIdOf(number: number): PersonId {
  return `P-${String(number).padStart(8, '0')}`;
}

/** `P-00000042` → 42; null where the text is no person's number. */
export function parsePersonId(id: string): number | null {
  const number = /^P-\d{8,}$/.test(id) ? Number(id.slice(2)) : Number.NaN;
  return Number.isSafeInteger(number) && number > 0 && personIdOf(number) === id ? number : null;
}

/** One text for a record, to look it up by. No two records have the same: the source's length stands before it. */
export function keyOfRef({ source, id }: RecordRef): string {
  return `${source.length}:${source}:${id}`;
}

/** The order in which records are taken wherever an order decides something: by source, then by id, by code units. */
export function compareRefs(a: RecordRef, b: RecordRef): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
