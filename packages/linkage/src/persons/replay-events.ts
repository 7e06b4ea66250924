import type { PersonEvent } from './person-event.ts';
import type { PersonId, RecordRef } from './person-ids.ts';
import { keyOfRef } from './person-ids.ts';
import type { NumberedEvent } from './person-log.ts';

/** The persons that follow from a log of events. */
export interface PersonsOfToday {
  /** By `keyOfRef`: the person of each record that has one. */
  readonly personOf: ReadonlyMap<string, PersonId>;
  /** Records of each person alive, by `keyOfRef`. */
  readonly recordsOf: ReadonlyMap<PersonId, ReadonlyMap<string, RecordRef>>;
  /** Retired persons that were merged: who has their records now. Follow it until there is no further one. */
  readonly mergedInto: ReadonlyMap<PersonId, PersonId>;
}

/** An event moved a record; `person` is null where it left. */
interface Placement {
  readonly number: number;
  readonly person: PersonId | null;
}

/** What a log says besides the persons of today: enough to undo. */
export interface PersonHistory extends PersonsOfToday {
  readonly eventOf: ReadonlyMap<number, PersonEvent>;
  readonly undone: ReadonlySet<number>;
  /** By `keyOfRef`: what placed a record, oldest first, without what was undone. */
  readonly placementsOf: ReadonlyMap<string, readonly Placement[]>;
  /** The event by which a merged person was retired. */
  readonly retiredBy: ReadonlyMap<PersonId, number>;
}

/** A log that contradicts itself: a defect in what wrote it. Names the event, and no record. */
export class EventLogError extends Error {
  readonly event: number;

  constructor(event: number, problem: string) {
    super(`event ${event}: ${problem}`);
    this.name = 'EventLogError';
    this.event = event;
  }
}

/** The persons of today, as a fold over all events in their order. Throws `EventLogError` where an event can't have happened. */
export function replayEvents(events: Iterable<NumberedEvent>): PersonsOfToday {
  return replayHistory(events);
}

export function replayHistory(events: Iterable<NumberedEvent>): PersonHistory {
  const personOf = new Map<string, PersonId>();
  const recordsOf = new Map<PersonId, Map<string, RecordRef>>();
  const mergedInto = new Map<PersonId, PersonId>();
  const retiredBy = new Map<PersonId, number>();
  const eventOf = new Map<number, PersonEvent>();
  const undone = new Set<number>();
  const placementsOf = new Map<string, Placement[]>();

  const move = (ref: RecordRef, key: string, to: PersonId | null): void => {
    const from = personOf.get(key);
    if (from !== undefined) {
      const rest = recordsOf.get(from);
      rest?.delete(key);
      if (rest?.size === 0) recordsOf.delete(from);
    }
    if (to === null) {
      personOf.delete(key);
      return;
    }
    personOf.set(key, to);
    const records = recordsOf.get(to);
    if (records) records.set(key, ref);
    else recordsOf.set(to, new Map([[key, ref]]));
  };

  const place = (number: number, records: readonly RecordRef[], from: PersonId | null, to: PersonId | null): void => {
    if (to !== null && mergedInto.has(to)) throw new EventLogError(number, `${to} is retired`);
    for (const ref of records) {
      const key = keyOfRef(ref);
      if ((personOf.get(key) ?? null) !== from) {
        throw new EventLogError(number, from === null ? 'a record has a person already' : `a record is not of ${from}`);
      }
      const placements = placementsOf.get(key);
      if (placements) placements.push({ number, person: to });
      else placementsOf.set(key, [{ number, person: to }]);
      move(ref, key, to);
    }
  };

  const takeBack = (number: number, target: number): void => {
    const event = eventOf.get(target);
    if (!event || event.kind === 'undone') throw new EventLogError(number, `there is nothing to undo in ${target}`);
    if (undone.has(target)) throw new EventLogError(number, `event ${target} is undone already`);
    undone.add(target);
    if (event.kind === 'merged') {
      mergedInto.delete(event.from);
      retiredBy.delete(event.from);
    }
    for (const ref of event.records) {
      const key = keyOfRef(ref);
      const placements = placementsOf.get(key) ?? [];
      const at = placements.findLastIndex((placement) => placement.number === target);
      // A record that left since (and perhaps came back) is not where the event put it.
      if (placements.some(({ person }, later) => later > at && person === null)) continue;
      if (at !== placements.length - 1) throw new EventLogError(number, `a later event builds on event ${target}`);
      placements.pop();
      move(ref, key, placements.at(-1)?.person ?? null);
    }
    if (event.kind === 'split' && !recordsOf.has(event.into)) {
      mergedInto.set(event.into, event.from);
      retiredBy.set(event.into, number);
    }
  };

  let last = Number.NEGATIVE_INFINITY;
  for (const { number, event } of events) {
    if (number <= last) throw new EventLogError(number, 'numbers must rise');
    last = number;
    eventOf.set(number, event);
    switch (event.kind) {
      case 'created':
        if (recordsOf.has(event.person)) throw new EventLogError(number, `${event.person} exists already`);
        place(number, event.records, null, event.person);
        break;
      case 'joined':
        place(number, event.records, null, event.person);
        break;
      case 'merged':
        place(number, event.records, event.from, event.into);
        if (recordsOf.has(event.from)) throw new EventLogError(number, `${event.from} is merged in part`);
        mergedInto.set(event.from, event.into);
        retiredBy.set(event.from, number);
        break;
      case 'split':
        place(number, event.records, event.from, event.into);
        break;
      case 'left':
        place(number, event.records, event.person, null);
        break;
      case 'undone':
        takeBack(number, event.event);
        break;
    }
  }
  return { personOf, recordsOf, mergedInto, eventOf, undone, placementsOf, retiredBy };
}

/** Who has a retired person's number now: the end of the chain of merges; the person itself where it was not merged. */
export function followPerson(persons: Pick<PersonsOfToday, 'mergedInto'>, person: PersonId): PersonId {
  let at = person;
  const seen = new Set<PersonId>();
  for (
    let next = persons.mergedInto.get(at);
    next !== undefined && !seen.has(next);
    next = persons.mergedInto.get(at)
  ) {
    seen.add(at);
    at = next;
  }
  return at;
}
