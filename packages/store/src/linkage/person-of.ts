import { type LinkedLayer, linkedLayers, runTables } from './layer-tables.ts';
import type { EntryId, PersonId, RecordRef } from './linkage-types.ts';
import { FIRST_PROTECTED_NUMBER, formatPersonId, parsePersonId } from './person-number.ts';
import type { RightsTransaction } from './with-rights.ts';

/** What a user sees as one person. */
export interface SeenPerson {
  /** The oldest number among those seen; an open one where there is one. */
  readonly person: PersonId;
  /** All numbers that links seen by this user bring together. */
  readonly persons: readonly PersonId[];
  readonly records: readonly RecordRef[];
}

/** The person of a record, as this user sees it; null where the record is in no layer that they see. */
export async function personOf(tx: RightsTransaction, record: RecordRef): Promise<SeenPerson | null> {
  const layers = linkedLayers(tx);
  const start = await query<{ person: number | null }>(
    tx,
    layers,
    ({ member }) => `select person from ${member} where register = $1 and record_id = $2::bigint`,
    [record.source, record.id],
  );
  const numbers = start.flatMap(({ person }) => (person === null ? [] : [person]));
  return numbers.length === 0 ? null : gather(tx, layers, numbers);
}

/** All records of a person that this user sees. A former number has none: see `personHistory`. */
export async function recordsOfPerson(tx: RightsTransaction, person: PersonId): Promise<readonly RecordRef[]> {
  const found = await gather(tx, linkedLayers(tx), [parsePersonId(person)]);
  return found?.records ?? [];
}

/**
 * Goes from persons to their entries, from these over accepted links of protected layers to other entries, and on to the
 * persons of those, until nothing new is met. Within a layer the number says who is one person; only links through a wall are
 * followed, so an open user takes one step.
 */
async function gather(
  tx: RightsTransaction,
  layers: readonly LinkedLayer[],
  start: readonly number[],
): Promise<SeenPerson | null> {
  const walled = layers.filter(({ wall }) => wall.length > 0);
  const persons = new Set<number>();
  const records = new Map<string, RecordRef>();
  for (let fresh = [...new Set(start)]; fresh.length > 0; ) {
    for (const number of fresh) persons.add(number);
    const members = await query<RecordRef & { entry: string }>(
      tx,
      layers,
      ({ member }) =>
        `select register as source, record_id::text as id, entry::text as entry from ${member} where person = any($1::bigint[])`,
      [fresh],
    );
    for (const { source, id } of members) records.set(`${source} ${id}`, { source, id });
    if (walled.length === 0) break;
    const entries = await acrossLinks(tx, walled, new Set(members.map(({ entry }) => entry)));
    const met = await query<{ person: number }>(
      tx,
      layers,
      ({ member }) => `select distinct person from ${member} where entry = any($1::uuid[]) and person is not null`,
      [entries],
    );
    fresh = [...new Set(met.map(({ person }) => person))].filter((number) => !persons.has(number));
  }
  if (records.size === 0) return null;
  const numbers = [...persons].sort((one, other) => one - other);
  const oldest = numbers.find((number) => number < FIRST_PROTECTED_NUMBER) ?? numbers[0] ?? 0;
  const sorted = [...records.values()].sort(
    (one, other) => compare(one.source, other.source) || Number(one.id) - Number(other.id),
  );
  return { person: formatPersonId(oldest), persons: numbers.map(formatPersonId), records: sorted };
}

/** The entries that accepted links of protected layers join to these, these left out. */
async function acrossLinks(
  tx: RightsTransaction,
  walled: readonly LinkedLayer[],
  entries: ReadonlySet<EntryId>,
): Promise<readonly EntryId[]> {
  const rows = await query<{ entry: string }>(
    tx,
    walled,
    ({ link }) => `
      select right_entry::text as entry from ${link} where left_entry = any($1::uuid[]) and state = 'accepted'
      union
      select left_entry::text from ${link} where right_entry = any($1::uuid[]) and state = 'accepted'`,
    [[...entries]],
  );
  return rows.map(({ entry }) => entry).filter((entry) => !entries.has(entry));
}

async function query<Row extends object>(
  tx: RightsTransaction,
  layers: readonly LinkedLayer[],
  sql: (tables: ReturnType<typeof runTables>) => string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  if (layers.length === 0) return [];
  const parts = layers.map(({ id, run }) => `(${sql(runTables(id, run))})`);
  const { rows } = await tx.client.query<Row>(parts.join('\nunion all\n'), [...values]);
  return rows;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
