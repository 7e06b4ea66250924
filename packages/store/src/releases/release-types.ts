import type { ReleaseState, ReleaseStep } from './release-machine.ts';

/** What signers may be; fixed when the release is made. */
export interface ReleasePolicy {
  /** Whether who made the release counts as one of the two that sign it. */
  readonly creatorMaySign: boolean;
}

/** A release, without its content. */
export interface Release {
  readonly id: number;
  readonly title: string;
  readonly state: ReleaseState;
  /** SHA-256 over the list of its files: what people sign. */
  readonly contentHash: string;
  readonly snapshot: string;
  readonly codeVersion: string;
  readonly policy: ReleasePolicy;
  /** ISO instants; null: none. */
  readonly embargoUntil: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly publishedAt: string | null;
  readonly withdrawnReason: string | null;
}

/** What happened to a release: added, never altered. */
export interface ReleaseEvent {
  readonly number: number;
  readonly step: ReleaseStep;
  readonly from: ReleaseState;
  readonly to: ReleaseState;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly contentHash: string;
  readonly embargoUntil: string | null;
  readonly reason: string | null;
}

export interface ReleaseFile {
  /** Below the folder of an export, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A release with its files and its history. */
export interface ReleaseRecord extends Release {
  readonly events: readonly ReleaseEvent[];
  readonly files: readonly ReleaseFile[];
  readonly tables: readonly { readonly measure: string; readonly title: string }[];
}

/** A protected table of a release that is public or may become so: later ones are checked against it. */
export interface EarlierTable {
  readonly release: number;
  readonly state: ReleaseState;
  readonly measure: string;
  /** A released table as JSON. */
  readonly content: unknown;
}

/** What anybody may see of a release. */
export interface PublishedRelease {
  readonly id: number;
  readonly title: string;
  readonly state: 'published' | 'withdrawn';
  readonly contentHash: string;
  /** ISO instant: when it was published, or its embargo ended. */
  readonly visibleFrom: string;
  readonly withdrawnReason: string | null;
}
