import type { ReleaseState } from './release-machine.ts';
import type { Release, ReleasePolicy } from './release-types.ts';

export interface ReleaseRow {
  readonly id: number;
  readonly title: string;
  readonly state: ReleaseState;
  readonly content_hash: string;
  readonly snapshot: string;
  readonly code_version: string;
  readonly policy: ReleasePolicy;
  readonly embargo_until: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly published_at: string | null;
  readonly withdrawn_reason: string | null;
}

export const releaseColumns = `id, title, state, content_hash, snapshot, code_version, policy, embargo_until, created_at,
  created_by, published_at, withdrawn_reason`;

export function presentRelease(row: ReleaseRow): Release {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    contentHash: row.content_hash,
    snapshot: row.snapshot,
    codeVersion: row.code_version,
    policy: row.policy,
    embargoUntil: row.embargo_until,
    createdAt: row.created_at,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    withdrawnReason: row.withdrawn_reason,
  };
}
