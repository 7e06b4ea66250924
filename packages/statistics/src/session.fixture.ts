import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, openSession, type Session } from '@leeto/warehouse';
import { inputColumns } from './inputs.ts';
import type { MeasureParameters } from './measure.ts';
import type { MeasureTable } from './table.ts';

/** A record of a hand-made register; fields left out are not stated. */
export type Row = Readonly<Record<string, Cell>>;

/** Parameters of the tests: a land-locked country `LSO` within `ZAF`. */
export const parameters: MeasureParameters = {
  country: 'LSO',
  citizenshipGroups: [
    { code: 'own', countries: ['LSO'] },
    { code: 'ZAF', countries: ['ZAF'] },
    { code: 'sadc', countries: ['BWA', 'ZWE', 'MOZ', 'ZAF'] },
  ],
  asOf: '2025-12-31',
  snapshot: 'snapshot-1',
};

const deliveryColumns = {
  delivery_id: 'varchar',
  register: 'varchar',
  agency: 'varchar',
  citation: 'varchar',
  is_synthetic: 'boolean',
  licence: 'varchar',
  published_on: 'varchar',
  file_name: 'varchar',
  received_at: 'varchar',
  rows_read: 'bigint',
  rows_taken: 'bigint',
  rows_unchanged: 'bigint',
  rows_duplicate: 'bigint',
  rows_refused: 'bigint',
  rows_left_out: 'bigint',
};
const classificationColumns = { classification_id: 'varchar', code: 'varchar', label_en: 'varchar' };
const positionColumns = { record_id: 'varchar', delivery_id: 'varchar', source_sheet: 'varchar', source_row: 'bigint' };

/** A session with small hand-made registers: each a table with the columns that measures read, and `delivery`, `classification`. */
export async function sessionWith(registers: Readonly<Record<string, readonly Row[]>>): Promise<Session> {
  const { delivery = [], classification = [], ...records } = registers;
  const session = await openSession({ temporaryFolder: await mkdtemp(join(tmpdir(), 'measures-')), threads: 2 });
  await createTable(session, 'delivery', { columns: deliveryColumns, rows: delivery });
  await createTable(session, 'classification', { columns: classificationColumns, rows: classification });
  for (const [register, rows] of Object.entries(records)) {
    const columns = { ...positionColumns, ...inputColumns[register] };
    const placed = rows.map((row, index) => ({
      record_id: `${register}-${index + 1}`,
      delivery_id: 'd1',
      source_sheet: '',
      source_row: index + 2,
      ...row,
    }));
    await createTable(session, register, { columns, rows: placed });
  }
  return session;
}

interface HandMade {
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

async function createTable(session: Session, name: string, { columns, rows }: HandMade): Promise<void> {
  const unknown = rows.flatMap((row) => Object.keys(row)).find((column) => !Object.hasOwn(columns, column));
  if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}.`);
  await session.run(
    `create table ${name} as
    select unnest(rows, recursive := true)
    from (select from_json($rows, '${JSON.stringify([columns])}') as rows)`,
    { rows: JSON.stringify(rows) },
  );
}

/** The value of one cell: by the codes of its key (`a/b/c`) and the name of the value. `undefined` where there is no such row. */
export function cellOf(table: MeasureTable, key: string, value: string): number | null | undefined {
  const index = table.values.findIndex(({ name }) => name === value);
  if (index < 0) throw new Error(`${table.measure} has no value ${value}.`);
  return table.rows.find((row) => row.key.join('/') === key)?.values[index];
}

/** A crossing on a passport of the traveller: `crossing('P1', 'ZAF', 'arrival', '2025-01-01')`. */
export function crossing(
  document: string | null,
  nationality: string | null,
  direction: string,
  on: string,
  more: Row = {},
): Row {
  const [day = on] = on.split('T');
  return {
    document_number: document,
    document_issuing_state: nationality,
    nationality,
    direction,
    crossed_on: day,
    crossed_at: on.includes('T') ? on : null,
    port: 'LS-MSB',
    ...more,
  };
}

/** A delivery with its provenance. */
export function delivery(id: string, register: string, more: Row = {}): Row {
  return {
    delivery_id: id,
    register,
    agency: 'agency',
    citation: `Delivery ${id}`,
    is_synthetic: true,
    file_name: `${id}.csv`,
    received_at: '2025-06-01T00:00:00Z',
    rows_read: 10,
    rows_taken: 10,
    rows_unchanged: 0,
    rows_duplicate: 0,
    rows_refused: 0,
    rows_left_out: 0,
    ...more,
  };
}
