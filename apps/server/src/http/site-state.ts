import type { DeliveryCounts, Provenance } from '@leeto/registers';

/** One delivery as the status page shows it: counts and origin, nothing of its content. */
export interface DeliveryLine {
  readonly register: string;
  /** The register in words. */
  readonly registerLabel: string;
  readonly fileName: string;
  readonly provenance: Provenance;
  readonly status: string;
  readonly finishedAt: string;
  readonly counts: DeliveryCounts;
}

/** One measure as released: how many rows, how many cells protected. */
export interface MeasureLine {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly suppressed: number;
  readonly status: string;
  readonly missing: string;
}

/** One form of the finished Profile on disk. */
export interface EditionFile {
  readonly kind: 'html' | 'pdf' | 'docx' | 'xlsx';
  readonly path: string;
  readonly bytes: number;
}

export interface EditionState {
  readonly title: string;
  readonly compiledOn: string;
  readonly snapshot: string;
  readonly files: readonly EditionFile[];
  readonly measures: readonly MeasureLine[];
}

/** All that the pages show. Read afresh for each request, so that a page is never older than the instance. */
export interface SiteState {
  readonly instance: { readonly id: string; readonly kind: 'demonstration' | 'operational'; readonly database: string };
  readonly country: string;
  readonly edition: EditionState | null;
  readonly deliveries: readonly DeliveryLine[];
}
