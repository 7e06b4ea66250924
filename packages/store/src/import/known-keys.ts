import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { KeySet } from './key-set.ts';

/** Ordinal that stands for "in the database already" in a key set. */
export const IN_DATABASE = 0xffff_fffe;

/** Beyond this many keys (some 250 MB of memory) rows are compared within the database instead. */
const MOST_KEYS = 6_000_000;

export interface KnownKeys {
  readonly keys: KeySet;
  /** False where there are too many: rows are then compared within the database. */
  readonly isComplete: boolean;
}

/**
 * Keys kept in memory from one import to the next of the same instance, so that twelve monthly files do not load a growing
 * register twelve times. The mark says of which state of the ledger they are: whoever else imports or withdraws changes it.
 */
export class KnownKeysMemory {
  readonly #kept = new Map<string, { readonly mark: string; readonly keys: KeySet }>();

  /** Takes the keys out, if they are of the ledger's present state. Put back by `keep` when the import has succeeded. */
  take(register: string, agency: string, mark: string): KeySet | null {
    const name = `${register} ${agency}`;
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    return kept?.mark === mark ? kept.keys : null;
  }

  keep(register: string, agency: string, mark: string, keys: KeySet): void {
    keys.markAll(IN_DATABASE);
    this.#kept.set(`${register} ${agency}`, { mark, keys });
  }
}

const memories = new WeakMap<object, KnownKeysMemory>();

/** The memory of an opened instance; it goes when the instance goes. */
export function knownKeysMemory(instance: object): KnownKeysMemory {
  const memory = memories.get(instance) ?? new KnownKeysMemory();
  memories.set(instance, memory);
  return memory;
}

/**
 * The state of an agency's deliveries to a register. Asked for under the register's lock, within the transaction: it counts the
 * delivery that is being finished, and nobody else can add or withdraw one until the end.
 */
export async function readLedgerMark(client: pg.ClientBase, register: string, agency: string): Promise<string> {
  const { rows } = await client.query<{ mark: string }>(
    `select concat_ws(' ', count(*) filter (where status = 'taken'), count(*) filter (where status = 'withdrawn'),
       max(id) filter (where status = 'taken')) as mark
     from ledger.delivery where register = $1 and agency = $2`,
    [register, agency],
  );
  return rows[0]?.mark ?? '';
}

/**
 * Loads the keys of the records that an agency has in a register, from memory where they are kept there. Keys hold the agency,
 * so records of others cannot collide. A register without deliveries of the agency costs two queries.
 */
export async function loadKnownKeys(
  client: pg.ClientBase,
  register: string,
  agency: string,
  { memory, mostKeys = MOST_KEYS }: { readonly memory: KnownKeysMemory; readonly mostKeys?: number | undefined },
): Promise<KnownKeys> {
  const kept = memory.take(register, agency, await readLedgerMark(client, register, agency));
  if (kept !== null && kept.size <= mostKeys) return { keys: kept, isComplete: true };
  const { rows } = await client.query<{ count: number }>(
    `select coalesce(sum(rows_taken), 0)::bigint as count
     from ledger.delivery where register = $1 and agency = $2 and status = 'taken'`,
    [register, agency],
  );
  const count = rows[0]?.count ?? 0;
  if (count === 0) return { keys: new KeySet(), isComplete: true };
  if (count > mostKeys) return { keys: new KeySet(), isComplete: false };
  const keys = new KeySet(count);
  const text = `copy (
    select record_key from register.${register}
    where delivery_id in (select id from ledger.delivery where register = '${register}' and agency = '${agency.replaceAll("'", "''")}')
  ) to stdout (format binary)`;
  await readKeys(client.query(to(text)), keys);
  return { keys, isComplete: true };
}

const HEADER_BYTES = 19;
/** Number of columns (2), length of the value (4), the value (16). */
const TUPLE_BYTES = 22;

async function readKeys(stream: AsyncIterable<Buffer>, keys: KeySet): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let hasHeader = false;
  for await (const chunk of stream) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (!hasHeader) {
      if (data.length < HEADER_BYTES) {
        rest = data;
        continue;
      }
      at = HEADER_BYTES;
      hasHeader = true;
    }
    for (; data.length - at >= TUPLE_BYTES; at += TUPLE_BYTES) {
      keys.addWords(
        data.readUInt32BE(at + 6),
        data.readUInt32BE(at + 10),
        data.readUInt32BE(at + 14),
        data.readUInt32BE(at + 18),
        IN_DATABASE,
      );
    }
    rest = data.subarray(at);
  }
}
