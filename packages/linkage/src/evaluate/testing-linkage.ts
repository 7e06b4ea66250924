import type { Entries } from '../link-result.ts';
import type { LinkMode } from '../spec/link-spec.ts';
import type { Linked } from './pair-counts.ts';

/** A linkage made by hand: for tests. */
export interface LinkageDraft {
  readonly mode: LinkMode;
  /** Source and entry of each record; entries are numbered from 0 without gaps. */
  readonly sources: readonly number[];
  readonly entryOf: readonly number[];
  /** Pairs of entries, left < right, sorted. */
  readonly pairs: readonly (readonly [left: number, right: number, weight: number])[];
  readonly selfWeight?: number;
}

export function draftLinkage({ mode, sources, entryOf, pairs, selfWeight = 30 }: LinkageDraft): Linked {
  const entries = entriesOf(entryOf);
  return {
    records: { size: sources.length, mode, sources: [], sourceOf: Uint16Array.from(sources) },
    entries,
    pairs: {
      count: pairs.length,
      left: Int32Array.from(pairs, ([left]) => left),
      right: Int32Array.from(pairs, ([, right]) => right),
      weight: Float64Array.from(pairs, ([, , weight]) => weight),
    },
    selfWeight: Float64Array.from({ length: entries.count }, (_, entry) =>
      (entries.starts[entry + 1] as number) - (entries.starts[entry] as number) > 1 ? selfWeight : Number.NaN,
    ),
  };
}

function entriesOf(entryOf: readonly number[]): Entries {
  const count = Math.max(-1, ...entryOf) + 1;
  const members = Array.from({ length: count }, (_, entry) =>
    entryOf.flatMap((at, record) => (at === entry ? [record] : [])),
  );
  const starts = new Int32Array(count + 1);
  for (const [entry, records] of members.entries()) starts[entry + 1] = (starts[entry] as number) + records.length;
  return {
    count,
    entryOf: Int32Array.from(entryOf),
    firstOf: Int32Array.from(members, ([first]) => first ?? -1),
    starts,
    members: Int32Array.from(members.flat()),
  };
}
