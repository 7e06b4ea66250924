import type { Catalogue } from '@leeto/registers';
import {
  countReviewQueue,
  type Instance,
  type KeptPersonEvent,
  lastEvent,
  listEvents,
  type PersonHistory,
  personHistory,
  personOf,
  type RecordRef,
  recordsOfPerson,
  StoreProblem,
  type Wall,
  withRights,
} from '@leeto/store';
import type { Rights } from './review-persons.ts';

/** One person with what their records say, as far as the user may see. */
export interface PersonRead {
  readonly person: string;
  /** Numbers that are this person for who may see the links between them. */
  readonly persons: readonly string[];
  readonly records: readonly (RecordRef & { readonly fields: Readonly<Record<string, string | null>> })[];
  readonly history: PersonHistory | null;
}

export interface PersonCounts {
  readonly records: number;
  readonly persons: number;
  readonly personsOfSeveralRecords: number;
  readonly recordsByRegister: Readonly<Record<string, number>>;
  readonly waitingForReview: number;
}

/** How many persons there are behind the open registers, and how many pairs wait for a reviewer who has these rights. */
export async function countPersons(instance: Instance, rights: Rights): Promise<PersonCounts> {
  return withRights(instance, { ...rights, role: 'reader' }, async (tx) => {
    const layers = tx.layers.filter(({ run }) => run !== null);
    if (layers.length === 0) throw notLinked();
    const rows: { register: string; records: number; persons: number; several: number }[] = [];
    for (const { id, run } of layers) {
      const found = await tx.client.query<(typeof rows)[number]>(
        `with sizes as (select person, count(*) as size from linkage.member_${id}_${run} where person is not null group by person),
         whole as (select count(*) as persons, count(*) filter (where size > 1) as several from sizes)
         select register, count(*) as records, whole.persons, whole.several
         from linkage.member_${id}_${run}
         cross join whole
         where person is not null
         group by register, whole.persons, whole.several
         order by register`,
      );
      rows.push(...found.rows);
    }
    const [first] = rows;
    return {
      records: rows.reduce((sum, row) => sum + Number(row.records), 0),
      persons: Number(first?.persons ?? 0),
      personsOfSeveralRecords: Number(first?.several ?? 0),
      recordsByRegister: Object.fromEntries(rows.map((row) => [row.register, Number(row.records)])),
      waitingForReview: await countReviewQueue(tx),
    };
  });
}

/** One person, by number or by a record; null where this user sees none. A former number leads to who it is today. */
export async function readPerson(
  instance: Instance,
  rights: Rights,
  wanted: string | RecordRef,
  catalogue: Pick<Catalogue, 'records'>,
): Promise<PersonRead | null> {
  return withRights(instance, { ...rights, role: 'reader' }, async (tx) => {
    const start = typeof wanted === 'string' ? await recordsOfToday(wanted) : [wanted];
    const seen = start[0] === undefined ? null : await personOf(tx, start[0]);
    if (seen === null) return null;
    const records: PersonRead['records'][number][] = [];
    for (const ref of seen.records) {
      const declaration = catalogue.records.get(ref.source);
      if (declaration === undefined) continue;
      const names = declaration.fields.map(({ name }) => name);
      const { rows } = await tx.client.query<{ fields: Record<string, string | null> }>(
        `select to_jsonb(named) as fields
         from (
           select ${names.map((name) => `"${name}"::text`).join(', ')}
           from register.${declaration.id} where record_id = $1::bigint
         ) as named`,
        [ref.id],
      );
      records.push({ ...ref, fields: rows[0]?.fields ?? {} });
    }
    return { ...seen, records, history: await personHistory(tx, seen.person) };

    async function recordsOfToday(person: string): Promise<readonly RecordRef[]> {
      const own = await recordsOfPerson(tx, person);
      if (own.length > 0) return own;
      const today = (await personHistory(tx, person))?.today ?? null;
      return today === null ? [] : recordsOfPerson(tx, today);
    }
  });
}

/** The newest events of a layer, newest first; behind a wall for those with the right to each of its registers. */
export async function newestEvents(
  instance: Instance,
  limit: number,
  wall: Wall = [],
): Promise<readonly KeptPersonEvent[]> {
  return withRights(instance, { registers: wall, role: 'reader' }, async (tx) => {
    const last = await lastEvent(tx, wall);
    const events = await listEvents(tx, wall, { after: Math.max(0, last - limit), limit });
    return events.toReversed();
  });
}

const notLinked = (): StoreProblem =>
  new StoreProblem('not_linked', 'The registers have not been linked yet.', 'Link them first: npx leeto link');
