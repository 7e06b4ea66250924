import {
  applyDecisions,
  compareRefs,
  type Guard,
  keyOfRef,
  type LinkageModel,
  type ReclusterOutcome,
  type ReviewDecision,
} from '@leeto/linkage';
import type { DeskChange, LinkedComponent } from '@leeto/store';
import type { PairStanding } from './linked-content-of.ts';
import type { TakenUp } from './take-up-component.ts';

/** How a pair of entries stands once a component was made persons anew; null: as it did, neither was looked at again. */
export type StandingOf = (left: string, right: string, weight: number) => PairStanding | null;

/** What decides how a pair stands, whoever asks. */
export interface PairFacts {
  readonly weight: number;
  readonly isOnePerson: boolean;
  readonly verdict: ReviewDecision['verdict'] | undefined;
  /** Why it was held back, where it was. */
  readonly guard: Guard | undefined;
}

/**
 * Linked, held back by a guard or a reviewer, to be asked about, or settled by others: two entries that are one person by way of a
 * third are not asked about.
 */
export function standingOf({ weight, isOnePerson, verdict, guard }: PairFacts, model: LinkageModel): PairStanding {
  const { match, review } = model.thresholds;
  if (verdict === 'not_the_same') return { state: 'held_back', guard: 'reviewer' };
  if (verdict === 'same' && isOnePerson) return { state: 'accepted', guard: null };
  if (verdict === 'unsure') return { state: isOnePerson ? 'below' : 'review', guard: null };
  if (weight >= match)
    return isOnePerson ? { state: 'accepted', guard: null } : { state: 'held_back', guard: guard ?? 'giant' };
  return { state: !isOnePerson && weight >= review ? 'review' : 'below', guard: null };
}

/** Finds how pairs of entries of a component stand; `entryOf` names the entry of a record number. */
export function standingsIn(
  taken: TakenUp,
  outcome: ReclusterOutcome,
  decisions: readonly ReviewDecision[],
  model: LinkageModel,
  entryOf: (record: number) => string,
): StandingOf {
  // Persons of all that was taken up, also of what was not looked at again.
  const touched = new Set<string>();
  const personAt = new Map<string, number>();
  const all = new Set([...[...taken.membersOf.values()].flat(), ...outcome.persons.map(({ record }) => record)]);
  for (const record of [...all].sort((one, other) => compareRefs(taken.engine.refOf(one), taken.engine.refOf(other)))) {
    const [entry, person] = [entryOf(record), taken.state.personOf.get(record)];
    if (entry !== '' && person >= 0 && !personAt.has(entry)) personAt.set(entry, person);
  }
  for (const { record } of outcome.persons) touched.add(entryOf(record));
  for (const entry of taken.membersOf.keys()) if (!personAt.has(entry)) touched.add(entry);
  const entries = [...new Set([...taken.membersOf.keys(), ...personAt.keys()])];
  const numberOf = new Map(entries.map((entry, at) => [entry, at]));
  const numberAt = (record: number) => numberOf.get(entryOf(record)) ?? -1;
  const keyOf = (one: number, other: number) => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const places = new Map(
    [...all].filter((record) => entryOf(record) !== '').map((record) => [keyOfRef(taken.engine.refOf(record)), record]),
  );
  const { constraints } = applyDecisions(decisions, (ref) => numberAt(places.get(keyOfRef(ref)) ?? -1));
  const verdicts = new Map(constraints.map(({ left, right, verdict }) => [keyOf(left, right), verdict]));
  const held = new Map(
    outcome.heldBack.map(({ left, right, guard }) => [keyOf(numberAt(left), numberAt(right)), guard]),
  );
  return (left, right, weight) => {
    const key = keyOf(numberOf.get(left) ?? -1, numberOf.get(right) ?? -1);
    const person = personAt.get(left);
    if (taken.membersOf.has(left) && taken.membersOf.has(right) && !touched.has(left) && !touched.has(right))
      return null;
    // An entry whose records have all left is nobody's any more.
    if ([left, right].some((entry) => taken.membersOf.has(entry) && !personAt.has(entry)))
      return { state: 'below', guard: null };
    const isOnePerson = person !== undefined && person === personAt.get(right);
    return standingOf({ weight, isOnePerson, verdict: verdicts.get(key), guard: held.get(key) }, model);
  };
}

/** The links of a component that stand otherwise than they did. */
export function settledLinks({ links, members }: LinkedComponent, standing: StandingOf): DeskChange['settled'] {
  const own = new Set(members.map(({ entry }) => entry));
  return links.flatMap(({ left, right, weight, state, guard }) => {
    if (!own.has(left) || !own.has(right)) return [];
    const now = standing(left, right, weight);
    return now === null || (now.state === state && now.guard === guard) ? [] : [{ left, right, ...now }];
  });
}
