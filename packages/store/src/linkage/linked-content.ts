import type { EntryContent } from './entry-id.ts';
import type { EntryId, LinkState, PersonId, RecordRef } from './linkage-types.ts';

/** What a run found, in columns: entries are numbered from 0, and the rest names them by number. */
export interface LinkedContent {
  readonly entries: { readonly count: number; readonly contentOf: (entry: number) => EntryContent };
  readonly members: {
    readonly count: number;
    readonly recordOf: (member: number) => RecordRef;
    readonly entryOf: Int32Array;
    readonly personOf: (member: number) => PersonId;
  };
  /** Blocking keys, hashed to 64 bits; those of a pair must be equal to meet. */
  readonly keys: { readonly count: number; readonly key: BigInt64Array; readonly entry: Int32Array };
  /** A number from `entries.count` on stands for `elsewhere[number - count]`: an entry of another layer. */
  readonly links: {
    readonly count: number;
    readonly left: Int32Array;
    readonly right: Int32Array;
    /** Bits. */
    readonly weight: Float64Array;
    readonly stateOf: (link: number) => LinkState;
    /** Why it is held back; null where it is not. */
    readonly guardOf: (link: number) => string | null;
    /** `width` bytes for each link. */
    readonly levels: Uint8Array;
    readonly width: number;
  };
  readonly elsewhere?: readonly EntryId[];
}
