import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { ClassificationDeclaration } from '@leeto/registers';
import { contentId } from './content-id.ts';
import { freezeClassifications, freezeDeliveries } from './freeze-catalogue.ts';
import { freezePersons } from './freeze-persons.ts';
import { type FreezeTable, freezeTable } from './freeze-table.ts';
import {
  type DeliverySummary,
  type FrozenTable,
  type InstanceIdentity,
  type Manifest,
  manifestName,
  type Snapshot,
} from './manifest.ts';
import { openSession } from './session.ts';
import { openSnapshot } from './snapshot.ts';
import { syncFile } from './snapshot-file.ts';

export interface FreezeOptions {
  /** The folder of all snapshots; made if absent. */
  readonly folder: string;
  /** Read one after the other, so that each may be opened only when its turn comes. */
  readonly tables: Iterable<FreezeTable> | AsyncIterable<FreezeTable>;
  /** CSV of whose each record is, as linkage has found it: register, record_id, person_id. Absent: never linked. Read after the tables. */
  readonly persons?: () => Readable;
  readonly deliveries: readonly DeliverySummary[];
  readonly catalogue: { readonly classifications: ReadonlyMap<string, ClassificationDeclaration> };
  readonly codeVersion: string;
  readonly instance: InstanceIdentity;
  readonly now: Date;
  readonly memoryLimit?: string;
  readonly threads?: number;
  readonly onProgress?: (progress: FreezeProgress) => void;
}

export interface FreezeProgress {
  readonly register: string;
  readonly rows: number;
  readonly tablesDone: number;
}

/**
 * Writes a snapshot: every register as Parquet, with the deliveries and the classifications as they are now. It comes into
 * being by one rename at the end, so that a kill at any moment leaves the whole snapshot or none. The same content gives
 * the same snapshot: where it is there already, it is returned as it stands.
 */
export async function freeze(options: FreezeOptions): Promise<Snapshot> {
  const folder = resolve(options.folder);
  // Snapshots hold records of persons: nobody but their owner may look in.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await removeLeftovers(folder);
  const unfinished = join(folder, `.unfinished-${process.pid}-${randomUUID()}`);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const manifest = await writeContent(unfinished, options);
    const finished = join(folder, manifest.id);
    if (await exists(finished)) return await openSnapshot(folder, manifest.id);
    await writeFile(join(unfinished, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    await syncFile(join(unfinished, manifestName));
    for (const name of await readdir(unfinished)) await chmod(join(unfinished, name), 0o400);
    await rename(unfinished, finished).catch(async (error: unknown) => {
      // Another process may have finished the same snapshot since we looked.
      if (!(await exists(finished))) throw error;
    });
    return await openSnapshot(folder, manifest.id);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function writeContent(folder: string, options: FreezeOptions): Promise<Manifest> {
  const spill = join(folder, 'spill');
  const session = await openSession({
    temporaryFolder: spill,
    folders: [folder],
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  try {
    const tables: FrozenTable[] = [];
    for await (const table of options.tables) {
      if (tables.some((done) => done.register === table.declaration.id)) {
        throw new Error(`${table.declaration.id} was given twice.`);
      }
      const frozen = await freezeTable(session, folder, table);
      tables.push(frozen);
      options.onProgress?.({ register: frozen.register, rows: frozen.rows, tablesDone: tables.length });
    }
    tables.sort((left, right) => compare(left.register, right.register));
    const classifications = [...options.catalogue.classifications.values()].sort((a, b) => compare(a.id, b.id));
    const deliveries = [...options.deliveries].sort((left, right) => compare(left.id, right.id));
    const content = {
      format: 1 as const,
      tables,
      classificationFile: await freezeClassifications(session, folder, classifications),
      classifications: classifications.map(({ id, version, source, status, items }) => ({
        id,
        version,
        source,
        status,
        items: items.length,
      })),
      deliveryFile: await freezeDeliveries(session, folder, deliveries),
      deliveries,
      ...(options.persons === undefined ? {} : { personFile: await freezePersons(session, folder, options.persons()) }),
      instance: options.instance,
    };
    return { id: contentId(content), created: options.now.toISOString(), codeVersion: options.codeVersion, ...content };
  } finally {
    session.close();
    await rm(spill, { recursive: true, force: true });
  }
}

/** Removes what a killed process left; the unfinished folder of one that still runs is not touched. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /^\.unfinished-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

// Not by locale: the order must be the same on every machine.
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
