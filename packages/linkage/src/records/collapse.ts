import type { Entries } from '../link-result.ts';
import type { FieldColumn, RecordSet } from './record-set.ts';

/**
 * Collapses records that are alike in every field into entries (numbered by their first record). Where persons may stand only once
 * in a source, or only links between sources or within them count, records of different sources stay apart, as the pair of them has to be judged.
 */
export function collapse(records: RecordSet): Entries {
  const { size, fields } = records;
  const keepsSources =
    records.mode === 'link' ||
    (records.mode === 'dedupe' && records.sources.length > 1) ||
    records.sources.some(({ isUnique }) => isUnique);
  const entryOf = new Int32Array(new SharedArrayBuffer(size * 4));
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, size * 2)))).fill(-1);
  const mask = slots.length - 1;
  let firstOf = new Int32Array(1 << 10);
  let count = 0;
  const isAlike = (a: number, b: number) =>
    (!keepsSources || records.sourceOf[a] === records.sourceOf[b]) && fields.every((field) => sameValues(field, a, b));
  for (let record = 0; record < size; record += 1) {
    let slot = hashOf(records, record, keepsSources) & mask;
    let entry = slots[slot] as number;
    while (entry >= 0 && !isAlike(firstOf[entry] as number, record)) {
      slot = (slot + 1) & mask;
      entry = slots[slot] as number;
    }
    if (entry < 0) {
      entry = count;
      if (count === firstOf.length) {
        const wider = new Int32Array(count * 2);
        wider.set(firstOf);
        firstOf = wider;
      }
      firstOf[count] = record;
      slots[slot] = count;
      count += 1;
    }
    entryOf[record] = entry;
  }
  return { count, entryOf, firstOf: firstOf.slice(0, count), ...membersOf(entryOf, count) };
}

function membersOf(entryOf: Int32Array, count: number): Pick<Entries, 'starts' | 'members'> {
  const starts = new Int32Array(count + 1);
  for (const entry of entryOf) starts[entry + 1] = (starts[entry + 1] as number) + 1;
  for (let e = 0; e < count; e += 1) starts[e + 1] = (starts[e + 1] as number) + (starts[e] as number);
  const at = starts.slice(0, count);
  const members = new Int32Array(entryOf.length);
  for (let record = 0; record < entryOf.length; record += 1) {
    const entry = entryOf[record] as number;
    members[at[entry] as number] = record;
    at[entry] = (at[entry] as number) + 1;
  }
  return { starts, members };
}

function hashOf(records: RecordSet, record: number, keepsSources: boolean): number {
  let hash = keepsSources ? (records.sourceOf[record] as number) + 1 : 0;
  for (const field of records.fields) {
    hash = Math.imul(hash ^ (field.valueOf[record] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function sameValues(field: FieldColumn, a: number, b: number): boolean {
  if (field.valueOf[a] !== field.valueOf[b]) return false;
  const { further } = field;
  if (further === null) return true;
  const { starts, values } = further;
  const from = starts[a] as number;
  const other = starts[b] as number;
  const length = (starts[a + 1] as number) - from;
  if ((starts[b + 1] as number) - other !== length) return false;
  for (let i = 0; i < length; i += 1) if (values[from + i] !== values[other + i]) return false;
  return true;
}

/** The columns of a record set by entry: each entry has the values of its first record. */
export function columnsOfEntries(
  records: RecordSet,
  entries: Entries,
): readonly { readonly valueOf: Int32Array; readonly further: FieldColumn['further'] }[] {
  return records.fields.map((field) => {
    const { further } = field;
    const own = new Int32Array(new SharedArrayBuffer(entries.count * 4));
    for (let e = 0; e < entries.count; e += 1) own[e] = field.valueOf[entries.firstOf[e] as number] as number;
    return { valueOf: own, further: further === null ? null : furtherOfEntries(further, entries) };
  });
}

function furtherOfEntries(further: NonNullable<FieldColumn['further']>, entries: Entries): FieldColumn['further'] {
  const starts = new Int32Array(new SharedArrayBuffer((entries.count + 1) * 4));
  for (let e = 0; e < entries.count; e += 1) {
    const record = entries.firstOf[e] as number;
    const length = (further.starts[record + 1] as number) - (further.starts[record] as number);
    starts[e + 1] = (starts[e] as number) + length;
  }
  const values = new Int32Array(new SharedArrayBuffer((starts[entries.count] as number) * 4));
  for (let e = 0; e < entries.count; e += 1) {
    const record = entries.firstOf[e] as number;
    values.set(further.values.subarray(further.starts[record], further.starts[record + 1]), starts[e] as number);
  }
  return { starts, values };
}
