import type { Catalogue, RecordDeclaration } from '@leeto/registers';
import { type Instance, StoreProblem, type Wall } from '@leeto/store';
import { type DeskOutcome, linkAtOneDesk } from './desk.ts';
import { getDesk } from './get-desk.ts';
import { isProtected } from './person-registers.ts';
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

export const wallAround = (declaration: RecordDeclaration): Wall => (isProtected(declaration) ? [declaration.id] : []);

const missing = (): StoreProblem =>
  new StoreProblem('record_missing', 'There is no such record.', 'Check the register and the number of the record.');
