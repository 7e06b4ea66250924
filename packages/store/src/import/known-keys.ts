import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { KeySet } from './key-set.ts';

/** Ordinal that stands for "in the database already" in a key set. */
export const IN_DATABASE = 0xffff_fffe;

/** Beyond this many keys (some 250 MB of memory) rows are compared within the database instead. */
const MOST_KEYS = 6_000_000;

/**
 * Loads the keys of the records that an agency has in a register; null where they are too many. Keys hold the agency, so
 * records of others cannot collide. A register without deliveries of the agency costs one query.
 */
export async function loadKnownKeys(
  client: pg.ClientBase,
  register: string,
  agency: string,
  mostKeys = MOST_KEYS,
): Promise<{ readonly keys: KeySet; readonly isComplete: boolean }> {
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
