import type { Catalogue, RecordDeclaration } from '@leeto/registers';
import { findGone, findUnlinked, type Instance, StoreProblem, type Wall, withRights } from '@leeto/store';
import { type DeskOutcome, linkAtOneDesk, removeAtDesk } from './desk.ts';
import { getDesk } from './get-desk.ts';
import { isProtected, personRegisters } from './person-registers.ts';
import { readPersonRecord } from './read-person-records.ts';

export interface LinkOneOptions {
  readonly catalogue: Pick<Catalogue, 'records'>;
  /** The user, or the import, that linked it. */
  readonly causedBy: string;
}

/**
 * Links one record of a register with the persons there are, as a desk needs it: an open record with open ones alone, a protected
 * one behind its wall. Throws `StoreProblem` `not_linked` before the first run, `record_missing` where there is no such record.
 */
export async function linkOne(
  instance: Instance,
  record: { readonly register: string; readonly recordId: string },
  { catalogue, causedBy }: LinkOneOptions,
): Promise<DeskOutcome> {
  const declaration = catalogue.records.get(record.register);
  if (declaration === undefined) throw missing();
  const desk = await getDesk(instance);
  const cells = await readPersonRecord(instance.reader, declaration, desk.model.spec, record.recordId);
  if (cells === null) throw missing();
  const ref = { source: declaration.id, id: record.recordId };
  return linkAtOneDesk(instance, wallAround(declaration), { record: ref, cells }, causedBy);
}

/** Records taken out in one transaction: desks of the layer wait so long. */
const PORTION = 200;

export interface ArrivalsOutcome {
  readonly linked: number;
  readonly removed: number;
  readonly events: Readonly<Record<string, number>>;
}

/**
 * Links what came since the registers were last linked, record by record with the model of that time, and takes out what is no longer
 * there. The persons are those that linking everything at once with that model gives.
 */
export async function linkArrivals(
  instance: Instance,
  options: LinkOneOptions & {
    readonly onProgress?: (done: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<ArrivalsOutcome> {
  const registers = personRegisters(options.catalogue);
  const counts: Record<string, number> = {};
  const total = { linked: 0, removed: 0 };
  const note = (events: DeskOutcome['events']) => {
    for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
    options.onProgress?.(total.linked + total.removed);
  };
  for (const declaration of [...registers.open, ...registers.protected]) {
    const wall = wallAround(declaration);
    const { arrived, gone } = await withRights(instance, { registers: wall, role: 'reader' }, async (tx) => ({
      arrived: await findUnlinked(tx, wall, declaration.id),
      gone: await findGone(tx, wall, declaration.id),
    }));
    for (let at = 0; at < gone.length; at += PORTION) {
      options.signal?.throwIfAborted();
      const records = gone.slice(at, at + PORTION).map((id) => ({ source: declaration.id, id }));
      total.removed += records.length;
      note(await removeAtDesk(instance, wall, records, options.causedBy));
    }
    for (const recordId of arrived) {
      options.signal?.throwIfAborted();
      total.linked += 1;
      note((await linkOne(instance, { register: declaration.id, recordId }, options)).events);
    }
  }
  return { ...total, events: counts };
}

export const wallAround = (declaration: RecordDeclaration): Wall => (isProtected(declaration) ? [declaration.id] : []);

const missing = (): StoreProblem =>
  new StoreProblem('record_missing', 'There is no such record.', 'Check the register and the number of the record.');
