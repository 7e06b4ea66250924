import {
  addRecords,
  type Desk,
  type DeskScore,
  keyOfRef,
  type LinkageModel,
  type LinkEngine,
  makeDesk,
  type NormalValues,
  parsePersonId,
  personIdOf,
  personNumbers,
  type ReviewDecision,
  removeRecords,
  restoreLinkState,
} from '@leeto/linkage';
import {
  type ArrivingLink,
  appendEvents,
  decisionsFor,
  entriesOfRecords,
  type FoundEntry,
  findEntriesByKeys,
  type Instance,
  type LinkedComponent,
  linkAtDesk,
  type PersonEvent,
  type PersonId,
  type RecordRef,
  type RightsTransaction,
  readComponent,
  takePersonIds,
  type Wall,
  withRights,
  writeEntry,
} from '@leeto/store';
import { readKeptModel } from './kept-model.ts';

/** A record that is to be linked, with its cells in the order of the model's fields. */
export interface ArrivingRecord {
  readonly record: RecordRef;
  readonly cells: readonly (string | null)[];
}

/** What linking one record came to. */
export interface DeskOutcome {
  readonly person: PersonId | null;
  readonly events: readonly PersonEvent[];
  /** Entries that share a key with it. */
  readonly compared: number;
  /** Pairs that a reviewer should look at. */
  readonly toReview: number;
}

/** Numbers that no person has, given until it is known how many new persons there are. */
const PLACEHOLDER = 2 ** 52;

/** A desk with the run whose model it has. */
export interface OpenDesk extends Desk {
  readonly run: number;
}

const desks = new WeakMap<object, OpenDesk>();

/** The desk of an instance, made ready once for each run of the open registers. */
export async function getDesk(instance: DeskInstance): Promise<OpenDesk> {
  const known = desks.get(instance.application);
  if (known !== undefined) return known;
  const made = await withRights(instance, { registers: [], role: 'reader' }, async (tx) => ({
    ...makeDesk(await readKeptModel(tx)),
    run: runOf(tx),
  }));
  desks.set(instance.application, made);
  return made;
}

type DeskInstance = Pick<Instance, 'application' | 'reader'>;

const runOf = (tx: RightsTransaction): number => tx.layers.find(({ wall }) => wall.length === 0)?.run ?? 0;

/** The registers were linked as a whole since the desk was made ready: its model is not theirs. */
class StaleDesk extends Error {}

/** Links one record with the persons there are, in one transaction. A record that was linked before with other values moves. */
export async function linkAtOneDesk(
  instance: DeskInstance,
  wall: Wall,
  arriving: ArrivingRecord,
  causedBy: string,
): Promise<DeskOutcome> {
  const desk = await getDesk(instance);
  const values = desk.normalise(arriving.cells);
  const keys = desk.keysOf(values);
  try {
    return await linkAtDesk(instance, { wall, keys }, async (tx) => {
      if (runOf(tx) !== desk.run) throw new StaleDesk('the desk is stale');
      return linkInTransaction(tx, desk, wall, { record: arriving.record, values, keys }, causedBy);
    });
  } catch (error) {
    if (!(error instanceof StaleDesk)) throw error;
    desks.delete(instance.application);
    return linkAtOneDesk(instance, wall, arriving, causedBy);
  }
}

async function linkInTransaction(
  tx: RightsTransaction,
  desk: Desk,
  wall: Wall,
  arriving: { readonly record: RecordRef; readonly values: NormalValues; readonly keys: readonly bigint[] },
  causedBy: string,
): Promise<DeskOutcome> {
  const { record, values, keys } = arriving;
  const found = await findEntriesByKeys(tx, keys, { wall });
  const [before] = await entriesOfRecords(tx, wall, [record]);
  const isKnown = before?.fields.every((value, at) => value === values[at]) === true;
  if (isKnown && before?.person != null)
    return { person: before.person, events: [], compared: found.length, toReview: 0 };
  const scoring = scoreCandidates(desk, values, found);
  const { match } = desk.model.thresholds;
  const linked = found.filter(
    (entry) => entry.wall.length === wall.length && (scoring.weightOf(entry) >= match || scoring.isAlike(entry)),
  );
  const decisions = [...(await decisionsFor(tx, [record]))];
  const partners = decisions.flatMap(({ left, right }) => [left, right]);
  const decided = partners.length === 0 ? [] : await entriesOfRecords(tx, wall, partners);
  const start = [...linked, ...decided, ...(before === undefined ? [] : [before])].map(({ entry }) => entry);
  const component = start.length === 0 ? NOBODY : await readComponent(tx, wall, [...new Set(start)], match);
  if (component.members.length > 0) {
    decisions.push(
      ...(await decisionsFor(
        tx,
        component.members.map((member) => member.record),
      )),
    );
  }
  const change = changeComponent(desk, component, record, values, decisions);
  const links = linksOf(desk.model, found, scoring, change.isOnePerson, wall);
  await writeEntry(tx, wall, { record, content: { fields: values, uniqueSource: null }, keys, links });
  const events = await appendNumbered(tx, wall, change, causedBy);
  return {
    person: renumbered(change.person, events.taken),
    events: events.events,
    compared: found.length,
    toReview: links.filter(({ state }) => state === 'review').length,
  };
}

/** Takes records out that are no longer there: their persons lose them, and what held together by them alone falls apart. */
export async function removeAtDesk(
  instance: DeskInstance,
  wall: Wall,
  record: RecordRef,
  causedBy: string,
): Promise<readonly PersonEvent[]> {
  const desk = await getDesk(instance);
  return linkAtDesk(instance, { wall, keys: [] }, async (tx) => {
    const [before] = await entriesOfRecords(tx, wall, [record]);
    if (before === undefined) return [];
    const component = await readComponent(tx, wall, [before.entry], desk.model.thresholds.match);
    const decisions = await decisionsFor(
      tx,
      component.members.map((member) => member.record),
    );
    const { state, engine, places, numbers } = takeUp(desk, component, decisions, []);
    const { events } = removeRecords(state, engine, [places.get(keyOfRef(record)) ?? 0]);
    return (await appendNumbered(tx, wall, { events, fresh: numbers.last - PLACEHOLDER }, causedBy)).events;
  });
}

const NOBODY: LinkedComponent = { members: [], links: [] };

async function appendNumbered(
  tx: RightsTransaction,
  wall: Wall,
  change: { readonly events: readonly PersonEvent[]; readonly fresh: number },
  causedBy: string,
) {
  const taken = change.fresh === 0 ? [] : await takePersonIds(tx.client, wall, change.fresh);
  const events = change.events.map((event) => numbered(event, taken));
  await appendEvents(tx, wall, events, { causedBy });
  return { taken, events };
}

interface Scoring {
  readonly weightOf: (entry: FoundEntry) => number;
  readonly scoreOf: (entry: FoundEntry) => DeskScore;
  readonly isAlike: (entry: FoundEntry) => boolean;
}

function scoreCandidates(desk: Desk, values: NormalValues, found: readonly FoundEntry[]): Scoring {
  const score = desk.scorerOf([values, ...found.map(({ fields }) => fields)]);
  const scores = new Map(found.map((entry, at) => [entry.entry, score(0, at + 1)]));
  const scoreOf = ({ entry }: FoundEntry): DeskScore =>
    scores.get(entry) ?? { weight: Number.NEGATIVE_INFINITY, levels: new Uint8Array() };
  return {
    scoreOf,
    weightOf: (entry) => scoreOf(entry).weight,
    isAlike: ({ fields }) => fields.every((value, at) => value === values[at]),
  };
}

/** Makes persons anew of the component that the record touches, as a whole run over everything would. */
function changeComponent(
  desk: Desk,
  component: LinkedComponent,
  record: RecordRef,
  values: NormalValues,
  decisions: readonly ReviewDecision[],
) {
  const taken = takeUp(desk, component, decisions, [{ record, values }]);
  const { state, engine, entryPlaces, numbers } = taken;
  const last = component.members.length;
  const before = component.members.findIndex((member) => keyOfRef(member.record) === keyOfRef(record));
  const left = before < 0 ? [] : removeRecords(state, engine, [before]).events;
  const outcome = addRecords(state, engine, [last]);
  const personAt = new Map(outcome.persons.map((one) => [one.record, one.person]));
  const person = personAt.get(last) ?? 0;
  return {
    events: [...left, ...outcome.events],
    person: personIdOf(person),
    isOnePerson: (entry: string) => personAt.get(entryPlaces.get(entry) ?? -1) === person,
    fresh: numbers.last - PLACEHOLDER,
  };
}

/** Takes up a component as it was kept, with room for further records after its members. */
function takeUp(
  desk: Desk,
  { members, links }: LinkedComponent,
  decisions: readonly ReviewDecision[],
  further: readonly { readonly record: RecordRef; readonly values: NormalValues }[],
) {
  const refs = [...members, ...further].map(({ record }) => record);
  const rows = [...members.map(({ fields }) => fields), ...further.map(({ values }) => values)];
  const score = desk.scorerOf(rows);
  const places = new Map(refs.map((ref, at) => [keyOfRef(ref), at]));
  const entryPlaces = new Map<string, number>();
  for (const [at, { entry }] of members.entries()) if (!entryPlaces.has(entry)) entryPlaces.set(entry, at);
  const alikeTo = (record: number) =>
    members.findIndex(
      ({ fields }, at) => at !== record && fields.every((value, field) => value === rows[record]?.[field]),
    );
  const engine: LinkEngine = {
    refOf: (record) => refs[record] ?? { source: '', id: '' },
    candidatesOf: () => entryPlaces.values(),
    score: (left, right) => score(left, right).weight,
    alikeOf: alikeTo,
  };
  const numbers = personNumbers(PLACEHOLDER);
  const { match, review } = desk.model.thresholds;
  const state = restoreLinkState({ threshold: match, keepAbove: Math.min(review, match) }, numbers, engine, {
    records: members.map(({ person, entry }, record) => ({
      record,
      person: person === null ? -1 : (parsePersonId(person) ?? -1),
      entry: entryPlaces.get(entry) ?? record,
    })),
    edges: links.map(({ left, right, weight }) => ({
      left: entryPlaces.get(left) ?? 0,
      right: entryPlaces.get(right) ?? 0,
      weight,
    })),
    decisions,
    recordOf: (ref) => places.get(keyOfRef(ref)) ?? -1,
  });
  return { state, engine, places, entryPlaces, numbers };
}

/** Links to be kept: to those of its person, to others above the threshold that a guard held back, to those to be asked about. */
function linksOf(
  model: LinkageModel,
  found: readonly FoundEntry[],
  scoring: Scoring,
  isOnePerson: (entry: string) => boolean,
  wall: Wall,
): readonly ArrivingLink[] {
  const { match, review } = model.thresholds;
  return found.flatMap((entry): ArrivingLink[] => {
    const { weight, levels } = scoring.scoreOf(entry);
    if (weight < review || (scoring.isAlike(entry) && entry.wall.length === wall.length)) return [];
    const isOne = entry.wall.length === wall.length ? isOnePerson(entry.entry) : weight >= match;
    const state = isOne ? (weight >= match ? 'accepted' : 'below') : weight >= match ? 'held_back' : 'review';
    return [{ other: entry.entry, weight, state, guard: state === 'held_back' ? 'giant' : null, levels }];
  });
}

function numbered(event: PersonEvent, taken: readonly PersonId[]): PersonEvent {
  if (event.kind === 'undone') return event;
  if ('from' in event) return { ...event, from: renumbered(event.from, taken), into: renumbered(event.into, taken) };
  return { ...event, person: renumbered(event.person, taken) };
}

function renumbered(person: PersonId, taken: readonly PersonId[]): PersonId {
  const number = parsePersonId(person) ?? 0;
  return number > PLACEHOLDER ? (taken[number - PLACEHOLDER - 1] ?? person) : person;
}
