import { Buffer } from 'node:buffer';
import { BinaryRows } from './binary-rows.ts';
import { entryIdOf } from './entry-id.ts';
import { type RunTables, runTables } from './layer-tables.ts';
import type { LinkRun } from './link-run.ts';
import type { LinkedContent } from './linked-content.ts';
import { parsePersonId } from './person-number.ts';

/** Rows written, by table. */
export interface Written {
  readonly entries: number;
  readonly members: number;
  readonly keys: number;
  readonly links: number;
  readonly events: number;
}

export type WriteStage = 'entry' | 'member' | 'key' | 'link' | 'indexes' | 'events';

/** Rows of the present stage that are written so far. */
export type WriteProgress = (progress: { readonly stage: WriteStage; readonly rows: number }) => void;

const ID_BYTES = 16;

/** Fills the tables of a run by COPY, in the transaction that made them. */
export async function writePersons(run: LinkRun, content: LinkedContent, onProgress?: WriteProgress): Promise<Written> {
  const { entries, members, keys, links, elsewhere = [] } = content;
  const ids = Buffer.alloc((entries.count + elsewhere.length) * ID_BYTES);
  for (const [index, id] of elsewhere.entries()) ids.write(id, (entries.count + index) * ID_BYTES, 'hex');

  await copy(run, 'entry', 'entry, unique_source, fields', entries.count, onProgress, (rows, entry) => {
    const told = entries.contentOf(entry);
    ids.write(entryIdOf(told, run.wall), entry * ID_BYTES, 'hex');
    rows.begin(3);
    rows.bytes(ids, entry * ID_BYTES, ID_BYTES);
    told.uniqueSource === null ? rows.null() : rows.text(told.uniqueSource);
    rows.textArray(told.fields);
  });
  await copy(run, 'member', 'register, record_id, entry, person', members.count, onProgress, (rows, member) => {
    const { source, id } = members.recordOf(member);
    rows.begin(4);
    rows.text(source);
    rows.int8(BigInt(id));
    rows.bytes(ids, (members.entryOf[member] ?? 0) * ID_BYTES, ID_BYTES);
    rows.integer(parsePersonId(members.personOf(member)));
  });
  await copy(run, 'key', 'key, entry', keys.count, onProgress, (rows, key) => {
    rows.begin(2);
    rows.int8(keys.key[key] ?? 0n);
    rows.bytes(ids, (keys.entry[key] ?? 0) * ID_BYTES, ID_BYTES);
  });
  const columns = 'left_entry, right_entry, weight, state, guard, levels';
  await copy(run, 'link', columns, links.count, onProgress, (rows, link) => {
    rows.begin(6);
    rows.bytes(ids, (links.left[link] ?? 0) * ID_BYTES, ID_BYTES);
    rows.bytes(ids, (links.right[link] ?? 0) * ID_BYTES, ID_BYTES);
    rows.float8(links.weight[link] ?? 0);
    rows.text(links.stateOf(link));
    const guard = links.guardOf(link);
    guard === null ? rows.null() : rows.text(guard);
    rows.bytes(links.levels, link * links.width, links.width);
  });
  return { entries: entries.count, members: members.count, keys: keys.count, links: links.count, events: 0 };
}

async function copy(
  run: LinkRun,
  stage: keyof RunTables,
  columns: string,
  count: number,
  onProgress: WriteProgress | undefined,
  write: (rows: BinaryRows, index: number) => void,
): Promise<void> {
  const table = runTables(run.layer, run.number)[stage];
  const rows = new BinaryRows(run.client, `${table} (${columns})`, true);
  try {
    for (let index = 0; index < count; index += 1) {
      write(rows, index);
      if (!rows.isFull) continue;
      await rows.flush();
      onProgress?.({ stage, rows: index + 1 });
    }
    await rows.end();
    onProgress?.({ stage, rows: count });
  } catch (error) {
    await rows.abandon();
    throw error;
  }
}
