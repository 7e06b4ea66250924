import { keyOfRef, type Undo, undoEvent } from '@leeto/linkage';
import {
  entriesOfRecords,
  eventsAround,
  type Instance,
  type KeptPersonEvent,
  keepDecision,
  type PersonEvent,
  type RecordRef,
  type RightsTransaction,
  StoreProblem,
  undo,
  type Wall,
} from '@leeto/store';
import { remakePersons } from './answer-at-desk.ts';
import { linkInTransaction } from './desk.ts';
import { atDesk, type OpenDesk } from './get-desk.ts';

export interface UndoOptions {
  /** Number of the event in its layer. */
  readonly event: number;
  /** The layer whose event it is; the caller has the rights to it. */
  readonly wall: Wall;
  readonly by: string;
  readonly reason?: string;
  /** Undoes the later events that build on it as well, the latest first. */
  readonly withLater?: boolean;
}

/** What undoing an event does, or did. */
export interface UndoPlan {
  /** Events that are undone, the latest first: the one asked for, and those that build on it. */
  readonly undone: readonly KeptPersonEvent[];
  /** Pairs of records that are marked as the same or not the same, so that no later linking does it again. */
  readonly decisions: number;
  /** Records that have no person then and are linked anew. */
  readonly linkedAnew: number;
}

/** Says what `undoPersonEvent` would do, and changes nothing. Throws as it does. */
export function planUndo(instance: Instance, options: UndoOptions): Promise<UndoPlan> {
  return atDesk(
    instance,
    options.wall,
    () => [],
    async (tx) => planOf(await prepare(tx, options)),
  );
}

/**
 * Undoes an event by a further one. What it moved goes back, and stays so in later linkings. Throws `StoreProblem`: `event_missing`;
 * `event_not_undoable` with the reason, which names the later events that stand in the way.
 */
export function undoPersonEvent(
  instance: Instance,
  options: UndoOptions,
): Promise<UndoPlan & { readonly events: readonly PersonEvent[] }> {
  return atDesk(
    instance,
    options.wall,
    () => null,
    async (tx, desk) => {
      const prepared = await prepare(tx, options);
      const { wall, by } = options;
      for (const event of prepared.found.events)
        if (event.kind === 'undone') await undo(tx, wall, event.event, { causedBy: by });
      for (const { decidedAt: _, ...decision } of prepared.found.decisions) await keepDecision(tx, wall, decision);
      const events: PersonEvent[] = [...prepared.found.events];
      for (const record of prepared.found.unplaced) events.push(...(await linkAnew(tx, desk, wall, record, by)));
      const moved = prepared.undone.flatMap(({ event }) => ('records' in event ? event.records : []));
      events.push(...(await remakePersons(tx, desk, wall, moved, by)).events);
      return { ...planOf(prepared), events };
    },
  );
}

interface Prepared {
  readonly found: Extract<Undo, { readonly isPossible: true }>;
  readonly undone: readonly KeptPersonEvent[];
}

const planOf = ({ found, undone }: Prepared): UndoPlan => ({
  undone,
  decisions: found.decisions.length,
  linkedAnew: found.unplaced.length,
});

async function prepare(tx: RightsTransaction, options: UndoOptions): Promise<Prepared> {
  const log = await eventsAround(tx, options.wall, options.event);
  const wanted = log.find(({ number }) => number === options.event);
  if (wanted === undefined) {
    throw new StoreProblem(
      'event_missing',
      `There is no event ${options.event}.`,
      'See their numbers: leeto persons --events',
    );
  }
  if (wanted.event.kind === 'left') {
    throw notUndoable(
      `By event ${options.event} records left that are in their register no longer.`,
      'Bring them in again and link them: leeto link --arrivals',
    );
  }
  const entries = new Map<string, string>();
  const records = log.flatMap(({ event }) => ('records' in event ? event.records : []));
  for (const { record, entry } of await entriesOfRecords(tx, options.wall, records))
    entries.set(keyOfRef(record), entry);
  const found = undoEvent(log, options.event, {
    reviewer: options.by,
    decidedAt: new Date().toISOString(),
    entryOf: (ref) => entries.get(keyOfRef(ref)) ?? keyOfRef(ref),
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(options.withLater === undefined ? {} : { withLater: options.withLater }),
  });
  if (!found.isPossible) {
    const remedy =
      found.later.length > 0
        ? 'Undo those first, or all of them together (--with-later).'
        : 'See what happened to the person: leeto persons NUMBER';
    throw notUndoable(`${found.reason.charAt(0).toUpperCase()}${found.reason.slice(1)}`, remedy);
  }
  const numbers = found.events.flatMap((event) => (event.kind === 'undone' ? [event.event] : []));
  return { found, undone: numbers.flatMap((number) => log.find((one) => one.number === number) ?? []) };
}

async function linkAnew(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  record: RecordRef,
  causedBy: string,
): Promise<readonly PersonEvent[]> {
  const [kept] = await entriesOfRecords(tx, wall, [record]);
  if (kept === undefined) return [];
  const values = kept.fields;
  return (await linkInTransaction(tx, desk, wall, { record, values, keys: desk.keysOf(values) }, causedBy)).events;
}

const notUndoable = (message: string, remedy: string): StoreProblem =>
  new StoreProblem('event_not_undoable', message, remedy);
