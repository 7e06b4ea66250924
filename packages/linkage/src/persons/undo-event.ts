import type { PersonEvent, ReviewDecision, Verdict } from './person-event.ts';
import type { RecordRef } from './person-ids.ts';
import { compareRefs, keyOfRef } from './person-ids.ts';
import type { NumberedEvent } from './person-log.ts';
import type { PersonHistory } from './replay-events.ts';
import { replayHistory } from './replay-events.ts';

export interface UndoRequest {
  readonly reviewer: string;
  /** ISO instant. */
  readonly decidedAt: string;
  readonly reason?: string;
  /** Undo the later events that build on this one as well, the latest first. Without it such an event is refused. */
  readonly withLater?: boolean;
  /** One name for records that are alike in all compared fields: a decision on one of them is enough. */
  readonly entryOf?: (ref: RecordRef) => string | number;
}

export type Undo =
  | {
      readonly isPossible: true;
      /** To be appended to the log, in this order. */
      readonly events: readonly PersonEvent[];
      /** To be kept with the reviewers' decisions, so that the next run does not do again what was undone. */
      readonly decisions: readonly ReviewDecision[];
      /** Records that have no person now: to be linked again, as new records are. */
      readonly unplaced: readonly RecordRef[];
    }
  | {
      readonly isPossible: false;
      /** In words, for the person who asked. */
      readonly reason: string;
      /** Later events that stand in the way and could be undone with it (`withLater`). */
      readonly later: readonly number[];
    };

/**
 * Undoes an event by a further one: its records go back to where they were. Nothing is changed in `events`. What left since (or left and
 * came back) stays where it is. An event on which later ones build is refused, or undone with them if `withLater`.
 *
 * Undoing a merge leaves the decision that the two groups are not the same; undoing a split that they are; undoing that a record
 * joined a person that it is not that person.
 */
export function undoEvent(events: readonly NumberedEvent[], number: number, request: UndoRequest): Undo {
  const today = replayHistory(events);
  const obstacle = findObstacle(today, number);
  if (obstacle) return { isPossible: false, reason: obstacle, later: [] };
  const chain = new Set<number>();
  const refusal = collectLater(today, number, chain);
  if (refusal) return { isPossible: false, reason: refusal, later: [] };
  chain.delete(number);
  const later = [...chain].sort((a, b) => a - b);
  if (later.length > 0 && !request.withLater) {
    const named = later.map((n) => `${n} (${today.eventOf.get(n)?.kind ?? ''})`).join(', ');
    const reason = `later events build on event ${number}: ${named}. Undo them first, or together with it.`;
    return { isPossible: false, reason, later };
  }
  const undone = [...later, number].sort((a, b) => b - a);
  const decisions = new Map<string, ReviewDecision>();
  const unplaced = new Map<string, RecordRef>();
  for (const target of undone) {
    const event = today.eventOf.get(target);
    if (!event || event.kind === 'undone') continue;
    for (const decision of decisionsFor(events, today, target, event, request)) {
      decisions.set(`${keyOfRef(decision.left)} ${keyOfRef(decision.right)}`, decision);
    }
    if (event.kind !== 'joined') continue;
    for (const ref of event.records) if (today.personOf.has(keyOfRef(ref))) unplaced.set(keyOfRef(ref), ref);
  }
  return {
    isPossible: true,
    events: undone.map((event) => ({ kind: 'undone', event })),
    decisions: [...decisions.values()],
    unplaced: [...unplaced.values()],
  };
}

/** Why an event can't be undone at all, whatever is undone with it. */
function findObstacle(today: PersonHistory, number: number): string | null {
  const event = today.eventOf.get(number);
  if (!event) return `there is no event ${number}.`;
  if (event.kind === 'undone') return `event ${number} is itself an undoing; merge or split again instead.`;
  if (today.undone.has(number)) return `event ${number} is undone already.`;
  if (event.kind === 'created') return `event ${number} created a person; remove its records instead.`;
  if (event.kind === 'left' && event.records.some((ref) => !isOnTop(today, ref, number)))
    return `records that left by event ${number} came back since.`;
  const hasEffect = event.records.some((ref) =>
    today.placementsOf.get(keyOfRef(ref))?.some((p) => p.number === number),
  );
  const isAllGone = event.kind !== 'left' && event.records.every((ref) => hasLeftSince(today, ref, number));
  return hasEffect && !isAllGone ? null : `all records of event ${number} left since; there is nothing to move back.`;
}

/** Adds what has to be undone with an event, itself included; a text where one of them can't be. */
function collectLater(today: PersonHistory, number: number, chain: Set<number>): string | null {
  if (chain.has(number)) return null;
  chain.add(number);
  const event = today.eventOf.get(number);
  if (!event || event.kind === 'undone') return null;
  const above = new Set<number>();
  for (const ref of event.records) {
    if (hasLeftSince(today, ref, number)) continue;
    const placements = today.placementsOf.get(keyOfRef(ref)) ?? [];
    for (const placement of placements) if (placement.number > number) above.add(placement.number);
  }
  // Records can't go back to a person who was merged into another since.
  const receiver = event.kind === 'split' ? event.from : event.kind === 'left' ? event.person : null;
  const retiredBy = receiver === null ? undefined : today.retiredBy.get(receiver);
  if (retiredBy !== undefined && retiredBy > number) above.add(retiredBy);
  for (const later of [...above].sort((a, b) => b - a)) {
    const obstacle = findObstacle(today, later);
    if (obstacle) return `event ${later} builds on event ${number}, but ${obstacle}`;
    const refusal = collectLater(today, later, chain);
    if (refusal) return refusal;
  }
  return null;
}

function isOnTop(today: PersonHistory, ref: RecordRef, number: number): boolean {
  return today.placementsOf.get(keyOfRef(ref))?.at(-1)?.number === number;
}

function hasLeftSince(today: PersonHistory, ref: RecordRef, number: number): boolean {
  return (today.placementsOf.get(keyOfRef(ref)) ?? []).some((p) => p.number > number && p.person === null);
}

function decisionsFor(
  events: readonly NumberedEvent[],
  today: PersonHistory,
  number: number,
  event: Exclude<PersonEvent, { kind: 'undone' }>,
  request: UndoRequest,
): ReviewDecision[] {
  if (event.kind === 'created' || event.kind === 'left') return [];
  const receiver = event.kind === 'joined' ? event.person : event.kind === 'split' ? event.from : event.into;
  const then = replayHistory(events.filter((e) => e.number < number));
  const moved = new Set(event.records.map(keyOfRef));
  const stays = [...(then.recordsOf.get(receiver) ?? [])].filter(([key]) => !moved.has(key)).map(([, ref]) => ref);
  const isHere = (ref: RecordRef) => today.personOf.has(keyOfRef(ref));
  const one = representatives(event.records.filter(isHere), request);
  const other = representatives(stays.filter(isHere), request);
  const verdict: Verdict = event.kind === 'split' ? 'same' : 'not_the_same';
  const reason = request.reason ?? `event ${number} (${event.kind}) was undone`;
  return pairsBetween(one, other, verdict).map(([a, b]) => {
    const [left, right] = compareRefs(a, b) <= 0 ? [a, b] : [b, a];
    return { left, right, verdict, reviewer: request.reviewer, decidedAt: request.decidedAt, reason };
  });
}

/** One record of each entry, in the order of `compareRefs`. */
function representatives(records: readonly RecordRef[], { entryOf }: UndoRequest): RecordRef[] {
  const sorted = [...records].sort(compareRefs);
  if (!entryOf) return sorted;
  const seen = new Set<string | number>();
  return sorted.filter((ref) => {
    const entry = entryOf(ref);
    const isNew = !seen.has(entry);
    seen.add(entry);
    return isNew;
  });
}

/** Most pairs for which each record of one group is set apart from each of the other. */
const MOST_CROSSED = 256;

/**
 * "Same" needs one pair. "Not the same" is said of every pair, as one pair would leave the others free to join; of large groups each
 * record is set apart from the first of the other group.
 */
function pairsBetween(one: readonly RecordRef[], other: readonly RecordRef[], verdict: Verdict) {
  const [first, second] = [one[0], other[0]];
  if (!first || !second) return [];
  if (verdict === 'same') return [[first, second] as const];
  if (one.length * other.length <= MOST_CROSSED) return one.flatMap((a) => other.map((b) => [a, b] as const));
  return [...one.map((a) => [a, second] as const), ...other.slice(1).map((b) => [first, b] as const)];
}
