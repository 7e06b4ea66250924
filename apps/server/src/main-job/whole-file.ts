import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instance, listDeliveries, openInstance, withdrawDelivery } from '@leeto/store';

/** A file under way whose tables go to several registers: what to look for if it never ends. */
interface Journal {
  readonly fileName: string;
  readonly sha256: string;
  /** Deliveries of this file with a greater number belong to this import. */
  readonly afterDelivery: number;
  readonly processId: number;
}

type File = Pick<Journal, 'fileName' | 'sha256'>;

const journals = (instance: Pick<Instance, 'folder'>) => join(instance.folder, 'files-under-way');

/**
 * Takes the parts of one file, all or none. Each part (the tables that go to one register) is whole by its own transaction;
 * what binds them together is a journal, so that after a failure, or a kill, the parts already taken are withdrawn.
 */
export async function takeWhole<Part, Outcome>(
  instance: Instance,
  file: File,
  { parts, take }: { readonly parts: readonly Part[]; readonly take: (part: Part) => Promise<Outcome> },
): Promise<readonly Outcome[]> {
  if (parts.length < 2) return Promise.all(parts.map(take));
  const known = await listDeliveries(instance);
  const journal: Journal = {
    ...file,
    afterDelivery: Math.max(0, ...known.map(({ id }) => id)),
    processId: process.pid,
  };
  const path = join(journals(instance), `${file.sha256}-${process.pid}.json`);
  await mkdir(journals(instance), { recursive: true, mode: 0o700 });
  await writeFile(path, JSON.stringify(journal), { mode: 0o600 });
  const outcomes: Outcome[] = [];
  try {
    for (const part of parts) outcomes.push(await take(part));
  } catch (error) {
    await withdrawParts(instance, journal);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
  return outcomes;
}

/** Opens an instance as `openInstance` does, and withdraws the parts of files that were cut short between their registers. */
export async function openWholeInstance(options: Parameters<typeof openInstance>[0]): Promise<Instance> {
  const instance = await openInstance(options);
  try {
    const notices = await withdrawCutShort(instance);
    return notices.length === 0 ? instance : { ...instance, notices: [...instance.notices, ...notices] };
  } catch (error) {
    await instance.close();
    throw error;
  }
}

async function withdrawCutShort(instance: Instance): Promise<readonly string[]> {
  const names = await readdir(journals(instance)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const notices: string[] = [];
  for (const name of names) {
    const path = join(journals(instance), name);
    const journal = JSON.parse(await readFile(path, 'utf8')) as Journal;
    // Numbers of processes come back: our own is never somebody else at work.
    if (journal.processId !== process.pid && isRunning(journal.processId)) continue;
    await withdrawParts(instance, journal);
    await rm(path, { force: true });
    notices.push(`The import of ${journal.fileName} was cut short: nothing of it was taken. Import it again.`);
  }
  return notices;
}

async function withdrawParts(instance: Instance, { sha256, afterDelivery }: Journal): Promise<void> {
  const taken = await listDeliveries(instance, { status: 'taken' });
  const parts = taken.filter((delivery) => delivery.sha256 === sha256 && delivery.id > afterDelivery);
  for (const { id } of parts.toReversed()) {
    await withdrawDelivery(instance, { id, reason: 'the import of its file was cut short', withdrawnBy: 'leeto' });
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
