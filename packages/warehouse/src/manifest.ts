import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DeliveryCounts, Provenance } from '@leeto/registers';

/** One delivered file that has records in the snapshot, as the store knows it. */
export interface DeliverySummary {
  readonly id: string;
  /** Id of the declaration that it was delivered to. */
  readonly register: string;
  readonly provenance: Provenance;
  readonly fileName: string;
  /** Of the delivered file, hexadecimal. */
  readonly sha256: string;
  /** Instant, UTC, at which it was taken in. */
  readonly receivedAt: string;
  readonly counts: DeliveryCounts;
}

/** One Parquet file of a snapshot. */
export interface SnapshotFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** One register (movement log, dataset) as frozen. */
export interface FrozenTable extends SnapshotFile {
  readonly register: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** One classification as it was valid when the snapshot was made. */
export interface FrozenClassification {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly status: 'official' | 'interim';
  readonly items: number;
}

export interface InstanceIdentity {
  readonly id: string;
  readonly kind: 'demonstration' | 'real' | (string & {});
}

export interface Manifest {
  readonly format: 1;
  /** Hash of the content alone: the same records, deliveries and classifications give the same id at any time. */
  readonly id: string;
  /** Instant, UTC. */
  readonly created: string;
  readonly instance: InstanceIdentity;
  readonly codeVersion: string;
  readonly tables: readonly FrozenTable[];
  readonly classificationFile: SnapshotFile;
  readonly classifications: readonly FrozenClassification[];
  readonly deliveryFile: SnapshotFile;
  readonly deliveries: readonly DeliverySummary[];
  /** Whose each record is; absent where records were never linked. */
  readonly personFile?: SnapshotFile;
}

/** A snapshot on disk: its folder and its manifest. */
export interface Snapshot {
  readonly id: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

export const manifestName = 'manifest.json';

/** Reads the manifest of a snapshot's folder. Throws, naming the snapshot, where it is missing, damaged or of another format. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((cause: unknown) => {
    throw new Error(`The snapshot ${basename(folder)} has no manifest that can be read.`, { cause });
  });
  const manifest = parse(text);
  if (!isManifest(manifest)) {
    throw new Error(`The manifest of the snapshot ${basename(folder)} is damaged, or of a format that is not known.`);
  }
  return manifest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'tables' in value;
}
