import { hash } from 'node:crypto';
import type { LinkSpec, RecordSetBuilder } from '@leeto/linkage';
import type { RecordDeclaration } from '@leeto/registers';
import type { Instance, RightsTransaction } from '@leeto/store';

type Client = RightsTransaction['client'];

const PORTION = 20_000;

/**
 * Adds the records of a register to a record set: its cells in the order of the spec's fields. They come in the order of their ids as
 * texts, which is the order in which linking takes records wherever an order decides.
 */
export async function readPersonRecords(
  client: Client,
  declaration: RecordDeclaration,
  spec: LinkSpec,
  builder: RecordSetBuilder,
  onRead: (records: number) => void = () => {},
): Promise<number> {
  await client.query(
    `declare person_record no scroll cursor for
     select record_id::text as id, ${cellsOf(declaration, spec)} as cells
     from register.${declaration.id}
     order by record_id::text collate "C"`,
  );
  let read = 0;
  for (;;) {
    const { rows } = await client.query<{ id: string; cells: (string | null)[] }>(
      `fetch ${PORTION} from person_record`,
    );
    for (const { id, cells } of rows) builder.add(id, cells);
    read += rows.length;
    onRead(rows.length);
    if (rows.length < PORTION) break;
  }
  await client.query('close person_record');
  return read;
}

/** The cells of one record; null where it is not there. */
export async function readPersonRecord(
  client: Pick<Instance['reader'], 'query'>,
  declaration: RecordDeclaration,
  spec: LinkSpec,
  id: string,
): Promise<readonly (string | null)[] | null> {
  const { rows } = await client.query<{ cells: (string | null)[] }>({
    // A name: the plan is kept by the connection. Another spec has other cells, and their names in its own.
    name: `person_${declaration.id}_${hash('sha256', cellsOf(declaration, spec)).slice(0, 12)}`,
    text: `select ${cellsOf(declaration, spec)} as cells from register.${declaration.id} where record_id = $1::bigint`,
    values: [id],
  });
  return rows[0]?.cells ?? null;
}

/** The cells of some records, by id; those that are not there are not in it. */
export async function readCellsOf(
  client: Pick<Instance['reader'], 'query'>,
  declaration: RecordDeclaration,
  spec: LinkSpec,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const { rows } = await client.query<{ id: string; cells: (string | null)[] }>(
    `select record_id::text as id, ${cellsOf(declaration, spec)} as cells
     from register.${declaration.id} where record_id = any($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, cells }) => [id, cells]));
}

/** Names come from declarations, which allow snake_case alone. */
function cellsOf({ fields }: RecordDeclaration, spec: LinkSpec): string {
  const names = new Set(fields.map(({ name }) => name));
  const cells = Object.keys(spec.fields).map((name) => (names.has(name) ? `"${name}"::text` : 'null::text'));
  return `array[${cells.join(', ')}]`;
}
