import type { RecordDeclaration } from '@leeto/registers';
import type pg from 'pg';
import { quote } from '../migration/propose-migration.ts';
import { DUPLICATES_LISTED, type DuplicateRow } from './import-types.ts';
import { keepLaterEditions } from './keep-later-editions.ts';

export const STAGING_TABLE = 'staged_record';

/** Columns of a record that a delivery writes, in the order of its COPY lines. */
export const writtenColumns = (columns: readonly string[]): readonly string[] => [
  'record_key',
  'delivery_id',
  'source_row',
  'source_sheet',
  ...columns.map(quote),
];

export async function createStaging(
  client: pg.ClientBase,
  register: string,
  columns: readonly string[],
): Promise<void> {
  await client.query(`
    create temp table ${STAGING_TABLE} on commit drop as
    select ${writtenColumns(columns).join(', ')}
    from register.${register}
    with no data`);
}

export interface Merged {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly conflictRows: readonly DuplicateRow[];
}

/**
 * Brings staged rows, whose records may be there already, into the register: equal content is noted as seen again, changed
 * content replaces what was before (kept in ledger.record_change), and is a conflict in a movement log or where a later
 * edition of a dataset is recorded. Fields that the delivery does not bring stay as they are.
 */
export async function mergeStaged(
  client: pg.ClientBase,
  declaration: RecordDeclaration,
  columns: readonly string[],
  deliveryId: number,
  changedBy: string,
): Promise<Merged> {
  const table = `register.${declaration.id}`;
  const isLog = declaration.shape === 'movement_log';
  const content = (alias: string) => `row(${columns.map((name) => `${alias}.${quote(name)}`).join(', ')})`;
  await client.query(`analyze ${STAGING_TABLE}`);
  await client.query(`
    create temp table met_record on commit drop as
    select record.record_id, record.record_key, record.delivery_id as of_delivery,
      ${content('staged')} is distinct from ${content('record')} as differs, false as is_outdated
    from ${STAGING_TABLE} as staged
    join ${table} as record on record.record_key = staged.record_key`);
  await client.query('analyze met_record');
  if (declaration.shape === 'dataset') {
    await keepLaterEditions(client, { declaration, deliveryId, staging: STAGING_TABLE });
  }
  const unchanged = await run(
    client,
    `insert into ledger.record_sighting (register, record_id, of_delivery, delivery_id, source_sheet, source_row)
     select '${declaration.id}', met.record_id, met.of_delivery, staged.delivery_id, staged.source_sheet, staged.source_row
     from met_record as met
     join ${STAGING_TABLE} as staged on staged.record_key = met.record_key
     where not met.differs`,
  );
  const inserted = await run(
    client,
    `insert into ${table} (${writtenColumns(columns).join(', ')})
     select ${writtenColumns(columns).join(', ')}
     from ${STAGING_TABLE} as staged
     where not exists (select from met_record as met where met.record_key = staged.record_key)`,
  );
  if (isLog) {
    const conflictRows = await listConflicts(client, 'differs_from_recorded', 'met.differs');
    const conflicts = await run(client, 'select from met_record where differs');
    return { inserted, updated: 0, unchanged, conflicts, conflictRows };
  }
  await client.query(
    `insert into ledger.record_change
       (register, record_id, record_key, operation, changed_by, by_delivery, source_sheet, source_row, before)
     select $1, record.record_id, record.record_key, 'updated', $2, staged.delivery_id,
       staged.source_sheet, staged.source_row, to_jsonb(record)
     from met_record as met
     join ${STAGING_TABLE} as staged on staged.record_key = met.record_key
     join ${table} as record on record.record_id = met.record_id
     where met.differs and not met.is_outdated`,
    [declaration.id, changedBy],
  );
  const assignments = writtenColumns(columns)
    .slice(1)
    .map((name) => `${name} = staged.${name}`);
  const updated = await run(
    client,
    `update ${table} as record
     set ${assignments.join(', ')}, recorded_at = now()
     from ${STAGING_TABLE} as staged
     join met_record as met on met.record_key = staged.record_key
     where record.record_id = met.record_id and met.differs and not met.is_outdated
       and staged.delivery_id = ${deliveryId}`,
  );
  const conflictRows = await listConflicts(client, 'later_edition_recorded', 'met.is_outdated');
  const conflicts = await run(client, 'select from met_record where is_outdated');
  return { inserted, updated, unchanged, conflicts, conflictRows };
}

async function listConflicts(
  client: pg.ClientBase,
  reason: DuplicateRow['reason'],
  condition: 'met.differs' | 'met.is_outdated',
): Promise<readonly DuplicateRow[]> {
  const { rows } = await client.query<{ sheet: string; row: number }>(
    `select coalesce(staged.source_sheet, '') as sheet, staged.source_row as row
     from met_record as met
     join ${STAGING_TABLE} as staged on staged.record_key = met.record_key
     where ${condition}
     order by sheet, row
     limit ${DUPLICATES_LISTED}`,
  );
  return rows.map(({ sheet, row }) => ({ sheet, row, reason }));
}

const run = async (client: pg.ClientBase, sql: string): Promise<number> => (await client.query(sql)).rowCount ?? 0;
