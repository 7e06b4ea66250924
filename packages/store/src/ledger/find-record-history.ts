import type { Instance } from '../instance/instance.ts';

export interface RecordChange {
  readonly recordId: number;
  readonly operation: 'updated' | 'restored' | 'removed';
  /** ISO instant in UTC. */
  readonly changedAt: string;
  readonly changedBy: string;
  readonly byDelivery: number | null;
  readonly sourceSheet: string | null;
  readonly sourceRow: number | null;
  /** The whole row as it was before, provenance columns included. */
  readonly before: Readonly<Record<string, unknown>>;
}

export interface RecordHistory {
  /** The row as it is now; null where it was removed, or never was. */
  readonly present: Readonly<Record<string, unknown>> | null;
  /** What was before, oldest first. */
  readonly changes: readonly RecordChange[];
}

/** Finds a record by its number or by its key (32 hex digits) and what it was before each change. */
export async function findRecordHistory(
  instance: Instance,
  register: string,
  wanted: { readonly recordId: number } | { readonly recordKey: string },
): Promise<RecordHistory> {
  const column = 'recordId' in wanted ? 'record_id' : 'record_key';
  const value = 'recordId' in wanted ? wanted.recordId : wanted.recordKey;
  const { rows } = await instance.reader.query<{ present: Record<string, unknown> }>(
    `select to_jsonb(record) as present from register.${checkName(register)} as record where ${column} = $1`,
    [value],
  );
  const changes = await instance.ledger
    .selectFrom('ledger.record_change')
    .selectAll()
    .where('register', '=', register)
    .where(column, '=', value)
    .orderBy('id')
    .execute();
  return {
    present: rows[0]?.present ?? null,
    changes: changes.map((row) => ({
      recordId: row.record_id,
      operation: row.operation,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      byDelivery: row.by_delivery,
      sourceSheet: row.source_sheet,
      sourceRow: row.source_row,
      before: row.before,
    })),
  };
}

/** Names of registers are snake_case and go into SQL as they are; anything else is a fault of the caller. */
export function checkName(register: string): string {
  if (/^[a-z][a-z0-9_]*$/.test(register)) return register;
  throw new TypeError('a register is named in snake_case');
}
