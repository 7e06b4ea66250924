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
  // The moment is fixed by the first query, not by `begin`.
  await client.query('begin isolation level repeatable read read only; select 1');
  let isClosed = false;
  return {
    stream: (declaration) => {
      const stream = openStream(client, declaration);
      current = stream.csv;
      return stream;
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
