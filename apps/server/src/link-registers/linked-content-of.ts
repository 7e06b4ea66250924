import { type LinkResult, makeStoredKeys, normalValuesOf } from '@leeto/linkage';
import type { LinkedContent, LinkState, RecordRef } from '@leeto/store';

/** How a pair stands after clustering and what reviewers said. */
export interface PairStanding {
  readonly state: LinkState;
  readonly guard: string | null;
}

/** The record of a number, as the database knows it. */
export function refOf({ records }: Pick<LinkResult, 'records'>, record: number): RecordRef {
  return { source: records.sources[records.sourceOf[record] ?? 0]?.name ?? '', id: records.idOf(record) };
}

/** Puts a linkage into the columns that the store writes. `personOf` gives a record's number in words (`P-00000042`). */
export function linkedContentOf(
  result: LinkResult,
  personOf: (record: number) => string,
  standingOf: (pair: number) => PairStanding,
): LinkedContent {
  const { records, entries, pairs, model } = result;
  const contentOf = (entry: number) => ({
    fields: normalValuesOf(records, entries.firstOf[entry] ?? 0),
    uniqueSource: null,
  });
  return {
    entries: { count: entries.count, contentOf },
    members: {
      count: records.size,
      recordOf: (record) => refOf(result, record),
      entryOf: entries.entryOf,
      personOf,
    },
    keys: keysOf(result, makeStoredKeys(records.fields, model.blocking)),
    links: {
      count: pairs.count,
      left: pairs.left,
      right: pairs.right,
      weight: pairs.weight,
      stateOf: (pair) => standingOf(pair).state,
      guardOf: (pair) => standingOf(pair).guard,
      levels: pairs.levels,
      width: pairs.comparisons,
    },
  };
}

function keysOf(
  { records, entries }: LinkResult,
  keysOfValues: ReturnType<typeof makeStoredKeys>,
): LinkedContent['keys'] {
  let key = new BigInt64Array(1 << 12);
  let entry = new Int32Array(1 << 12);
  let count = 0;
  for (let at = 0; at < entries.count; at += 1) {
    for (const own of keysOfValues(normalValuesOf(records, entries.firstOf[at] ?? 0))) {
      if (count === key.length) {
        const wider = new BigInt64Array(count * 2);
        wider.set(key);
        key = wider;
        const widerEntry = new Int32Array(count * 2);
        widerEntry.set(entry);
        entry = widerEntry;
      }
      key[count] = own;
      entry[count] = at;
      count += 1;
    }
  }
  return { count, key, entry };
}
