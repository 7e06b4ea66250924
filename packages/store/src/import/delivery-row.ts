import type { DeliveryCounts } from '@leeto/registers';
import type pg from 'pg';
import { lockDelivery } from '../database/locks.ts';
import { StoreProblem } from '../problem.ts';
import type { DeliveryDescription } from './import-types.ts';

interface CountRow {
  id: number;
  rows_read: number;
  rows_taken: number;
  rows_unchanged: number;
  rows_duplicate: number;
  rows_refused: number;
  rows_left_out: number;
}

/** Finds the delivery that took the same file by the same mapping into the same register. */
export async function findTakenDelivery(
  client: pg.ClientBase,
  register: string,
  delivery: DeliveryDescription,
): Promise<{ readonly id: number; readonly counts: DeliveryCounts } | null> {
  const { rows } = await client.query<CountRow>(
    `select id, rows_read, rows_taken, rows_unchanged, rows_duplicate, rows_refused, rows_left_out
     from ledger.delivery
     where register = $1 and file_sha256 = $2 and mapping_hash = $3 and status = 'taken'`,
    [register, delivery.sha256, delivery.mappingHash],
  );
  const row = rows[0];
  return row === undefined ? null : { id: row.id, counts: countsOf(row) };
}

export const countsOf = (row: Omit<CountRow, 'id'>): DeliveryCounts => ({
  read: row.rows_read,
  taken: row.rows_taken,
  unchanged: row.rows_unchanged,
  duplicates: row.rows_duplicate,
  refused: row.rows_refused,
  leftOut: row.rows_left_out,
});

/** Writes the row that says a delivery is being received, committed before its records and locked while the session lives. */
export async function beginDelivery(
  client: pg.ClientBase,
  register: string,
  delivery: DeliveryDescription,
  receivedBy: string,
): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<{ id: number }>(
    `insert into ledger.delivery
       (register, agency, file_name, file_sha256, file_bytes, mapping, mapping_hash, provenance,
        reference_from, reference_until, status, received_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'receiving', $11)
     returning id`,
    [
      register,
      delivery.provenance.agency,
      delivery.fileName,
      delivery.sha256,
      delivery.bytes,
      JSON.stringify(delivery.mapping),
      delivery.mappingHash,
      JSON.stringify(delivery.provenance),
      delivery.referencePeriod?.from ?? null,
      delivery.referencePeriod?.until ?? null,
      receivedBy,
    ],
  );
  const id = rows[0]?.id ?? 0;
  // Locked before anyone can see the row, so that no other process takes it for one cut short.
  await lockDelivery(client, id);
  await client.query('commit');
  return id;
}

/** Marks the delivery taken, within the transaction that brings its records. */
export async function finishDelivery(client: pg.ClientBase, id: number, counts: DeliveryCounts): Promise<void> {
  const { rowCount } = await client.query(
    `update ledger.delivery
     set status = 'taken', finished_at = clock_timestamp(), rows_read = $2, rows_taken = $3, rows_unchanged = $4,
       rows_duplicate = $5, rows_refused = $6, rows_left_out = $7
     where id = $1 and status = 'receiving'`,
    [id, counts.read, counts.taken, counts.unchanged, counts.duplicates, counts.refused, counts.leftOut],
  );
  if (rowCount !== 1) {
    throw new StoreProblem('delivery_lost', `Delivery ${id} was ended by another process.`, 'Import the file again.');
  }
}

export async function interruptDelivery(client: pg.ClientBase | pg.Pool, id: number): Promise<void> {
  await client.query(
    `update ledger.delivery set status = 'interrupted', finished_at = clock_timestamp()
     where id = $1 and status = 'receiving'`,
    [id],
  );
}
