import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { RecordDeclaration } from '@leeto/registers';
import type { Selectable } from 'kysely';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Instance } from '../instance/instance.ts';
import type { DeliveryTable } from '../ledger/ledger-tables.ts';
import type { Delivery } from '../ledger/list-deliveries.ts';
import { presentDelivery } from '../ledger/list-deliveries.ts';
import { runTables } from '../linkage/layer-tables.ts';
import { columnTypes } from '../migration/column-type.ts';
import { quote } from '../migration/propose-migration.ts';
import { PROVENANCE_COLUMNS } from '../migration/table-design.ts';
import { toStoreProblem } from '../problem.ts';

/** All records of a register as CSV (UTF-8, header, `,`, `"`; an empty field is null), ordered by record_id. */
export interface RecordStream {
  readonly csv: Readable;
  /** record_id, delivery_id, source_sheet, source_row, then the declared fields. */
  readonly columns: readonly string[];
  /** SQL type of each column, such that its values in the CSV can be read as one: text, bigint, integer, numeric, date, boolean. */
  readonly types: readonly string[];
}

/** One look at the database for several registers: what is imported meanwhile is not seen. Close it when done. */
export interface RecordExport {
  /** Streams a register. One stream at a time: the one before must have ended. */
  readonly stream: (declaration: RecordDeclaration) => RecordStream;
  readonly count: (declaration: RecordDeclaration) => Promise<number>;
  /**
   * Whose each record of an open register is, as CSV (register, record_id, person_id, with a header); null where nothing was
   * ever linked. A stream as the registers are. What protected registers know of persons is never in it.
   */
  readonly persons: (() => Readable) | null;
  /** Taken deliveries, as of the same moment. */
  readonly deliveries: () => Promise<readonly Delivery[]>;
  readonly close: () => Promise<void>;
}

export async function openExport(instance: Instance): Promise<RecordExport> {
  const client = await instance.reader.connect().catch((error) => {
    throw toStoreProblem(error);
  });
  const ignoreLoss = () => {};
  client.on('error', ignoreLoss);
  let current: Readable | null = null;
  const members = await lookFromNow(client);
  let isClosed = false;
  return {
    stream: (declaration) => {
      const stream = openStream(client, declaration);
      current = stream.csv;
      return stream;
    },
    persons:
      members === null
        ? null
        : () => {
            const csv = client.query(
              to(`copy (${members}) to stdout (format csv, header)`, { highWaterMark: 1 << 18 }),
            );
            current = csv;
            return csv;
          },
    count: async (declaration) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*) as count from register.${declaration.id}`,
      );
      return rows[0]?.count ?? 0;
    },
    deliveries: async () => {
      const { rows } = await client.query<Selectable<DeliveryTable>>(
        `select delivery.* from ledger.delivery where status = 'taken' order by id`,
      );
      return rows.map(presentDelivery);
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      const isUnread = current !== null && !current.readableEnded && !current.destroyed;
      if (isUnread) await finished(current as unknown as Readable).catch(() => {});
      const isSound = await client.query('commit').then(
        () => true,
        () => false,
      );
      client.off('error', ignoreLoss);
      client.release(!isSound);
    },
  };
}

/**
 * Fixes the moment, and what is linked at it: the statement that reads the open members, or null where there are none. Held by a lock,
 * so that a linking that ends meanwhile cannot drop the tables of the one before.
 */
async function lookFromNow(client: pg.PoolClient): Promise<string | null> {
  for (;;) {
    // The moment is fixed by the first query, not by `begin`.
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ id: number; run: number | null }>(
      `select id, current_run as run from linkage.layer where wall = '{}'`,
    );
    const [layer] = rows;
    if (layer === undefined || layer.run === null) return null;
    const { member } = runTables(layer.id, layer.run);
    const isHeld = await client.query(`select from ${member} limit 0`).then(
      () => true,
      () => false,
    );
    if (isHeld) return `select register, record_id, person as person_id from ${member} where person is not null`;
    await client.query('rollback');
  }
}

function openStream(client: pg.PoolClient, declaration: RecordDeclaration): RecordStream {
  const fields = declaration.fields.map(({ name, kind }) => ({ name, type: columnTypes[kind] }));
  const columns = [...PROVENANCE_COLUMNS, ...fields.map(({ name }) => name)];
  const types = ['bigint', 'integer', 'text', 'integer', ...fields.map(({ type }) => type)];
  const expressions = [
    'record_id',
    'delivery_id',
    'source_sheet',
    'source_row',
    // PostgreSQL's own output of a boolean is t or f; the canonical form is what its text cast gives.
    ...fields.map(({ name, type }) => (type === 'boolean' ? `${quote(name)}::text as ${quote(name)}` : quote(name))),
  ];
  const text = `copy (
    select ${expressions.join(', ')}
    from register.${declaration.id}
    order by record_id
  ) to stdout (format csv, header)`;
  return { csv: client.query(to(text, { highWaterMark: 1 << 18 })), columns, types };
}

/** Opens an export for one register alone; it closes when the stream has ended. */
export async function streamRecords(instance: Instance, declaration: RecordDeclaration): Promise<RecordStream> {
  const opened = await openExport(instance);
  const stream = opened.stream(declaration);
  const close = () => void opened.close();
  stream.csv.once('end', close).once('error', close).once('close', close);
  return stream;
}
