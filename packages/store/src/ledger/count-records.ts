import type { Instance } from '../instance/instance.ts';
import { checkName } from './find-record-history.ts';

/** Counts the records of a register as they stand now. */
export async function countRecords(instance: Pick<Instance, 'reader'>, register: string): Promise<number> {
  const { rows } = await instance.reader.query<{ count: number }>(
    `select count(*) as count from register.${checkName(register)}`,
  );
  return rows[0]?.count ?? 0;
}
