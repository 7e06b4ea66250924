import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { contentId } from './content-id.ts';
import { type Manifest, readManifest, type Snapshot, type SnapshotFile } from './manifest.ts';
import { hashFile } from './snapshot-file.ts';

/** Lists the snapshots of a folder, newest first. Unfinished ones, and folders that are none, are not among them. */
export async function listSnapshots(folder: string): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const name of await namesIn(folder)) {
    if (!/^[0-9a-f]{16}$/.test(name)) continue;
    snapshots.push(await readSnapshot(resolve(folder, name)));
  }
  return snapshots.sort((left, right) => (left.manifest.created < right.manifest.created ? 1 : -1));
}

/** Finds a snapshot by its id, or the newest one. */
export async function findSnapshot(folder: string, id?: string): Promise<Snapshot | undefined> {
  const snapshots = await listSnapshots(folder);
  return id === undefined ? snapshots[0] : snapshots.find((snapshot) => snapshot.id === id);
}

/** Opens a snapshot by its id, or the newest one. Throws where there is none. */
export async function openSnapshot(folder: string, id?: string): Promise<Snapshot> {
  const snapshot = await findSnapshot(folder, id);
  if (snapshot === undefined)
    throw new Error(id === undefined ? 'There is no snapshot yet.' : `There is no snapshot ${id}.`);
  return snapshot;
}

/** One thing that is not as it was when the snapshot was made. */
export interface SnapshotDamage {
  readonly file: string;
  readonly what: 'missing' | 'changed' | 'not_of_the_snapshot';
}

/** Hashes every file again; an empty list says that the snapshot is as it was made. */
export async function verifySnapshot(snapshot: Snapshot): Promise<readonly SnapshotDamage[]> {
  const manifest = await readManifest(snapshot.folder);
  const damages: SnapshotDamage[] = [];
  // The id is the hash of the manifest's content: whoever rewrites a file's hash there would have to rename the folder too.
  if (contentId(manifest) !== manifest.id || manifest.id !== snapshot.id) {
    damages.push({ file: 'manifest.json', what: 'changed' });
  }
  const files = filesOf(manifest);
  for (const file of files) {
    const path = join(snapshot.folder, file.name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) damages.push({ file: file.name, what: 'missing' });
    else if (found.size !== file.bytes || (await hashFile(path)) !== file.sha256) {
      damages.push({ file: file.name, what: 'changed' });
    }
  }
  const known = new Set(['manifest.json', ...files.map((file) => file.name)]);
  for (const name of await readdir(snapshot.folder)) {
    if (!known.has(name)) damages.push({ file: name, what: 'not_of_the_snapshot' });
  }
  return damages;
}

function filesOf(manifest: Manifest): readonly SnapshotFile[] {
  const { tables, classificationFile, deliveryFile, personFile } = manifest;
  return [...tables, classificationFile, deliveryFile, ...(personFile === undefined ? [] : [personFile])];
}

async function readSnapshot(folder: string): Promise<Snapshot> {
  const manifest = await readManifest(folder);
  return { id: manifest.id, folder, manifest };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}
