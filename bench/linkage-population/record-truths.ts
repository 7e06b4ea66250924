import type { Country, ErrorKind, OnRecord } from '@leeto/population';

/** Whose a record is (the person's index) and what is wrong in it. */
export interface RecordTruth {
  readonly person: number;
  readonly errors: readonly ErrorKind[];
}

/** The truth on every record of every file, in eight bytes a record: sixteen million of them are 130 MB. */
export interface RecordTruths {
  /** To be called for each record, while its file is written. */
  readonly add: OnRecord;
  readonly count: () => number;
  readonly find: (file: string, sheet: string, row: number) => RecordTruth | undefined;
}

interface Rows {
  person: Uint32Array;
  errors: Uint32Array;
}

const noErrors: readonly ErrorKind[] = [];

/** Collects what the population knows of the files that it writes. */
export function makeRecordTruths(country: Country): RecordTruths {
  const kinds = Object.keys(country.pack.errors.rates) as ErrorKind[];
  if (kinds.length > 32) throw new RangeError('more kinds of error than bits');
  const bitOf = new Map(kinds.map((kind, index) => [kind, 1 << index]));
  const files = new Map<string, Rows>();
  let lastKey = '';
  let last: Rows | undefined;
  let records = 0;
  const add: OnRecord = (truth) => {
    const key = `${truth.file}\t${truth.sheet}`;
    if (key !== lastKey || last === undefined) {
      lastKey = key;
      last = files.get(key) ?? { person: new Uint32Array(1024), errors: new Uint32Array(1024) };
      files.set(key, last);
    }
    if (truth.row >= last.person.length) grow(last, truth.row + 1);
    let errors = 0;
    for (const kind of truth.errors) errors |= bitOf.get(kind) ?? 0;
    // A person's number begins with 1, so that 0 is left for rows that are no record.
    last.person[truth.row] = Number(truth.personId.slice(1));
    last.errors[truth.row] = errors;
    records += 1;
  };

  const find = (file: string, sheet: string, row: number): RecordTruth | undefined => {
    const rows = files.get(`${file}\t${sheet}`);
    const number = rows?.person[row] ?? 0;
    if (rows === undefined || number === 0) return undefined;
    const bits = rows.errors[row] ?? 0;
    const errors = bits === 0 ? noErrors : kinds.filter((_kind, index) => (bits & (1 << index)) !== 0);
    return { person: number - 1, errors };
  };
  return { add, count: () => records, find };
}

function grow(rows: Rows, needed: number): void {
  const capacity = Math.max(needed, rows.person.length * 2);
  const person = new Uint32Array(capacity);
  person.set(rows.person);
  rows.person = person;
  const errors = new Uint32Array(capacity);
  errors.set(rows.errors);
  rows.errors = errors;
}
