import {
  addRecords,
  changeRecords,
  type DeskScore,
  keyOfRef,
  type NormalValues,
  parsePersonId,
  personIdOf,
  type ReclusterOutcome,
  removeRecords,
} from '@leeto/linkage';
import {
  type Arrival,
  type ArrivingLink,
  type Candidate,
  entriesOfRecords,
  entryIdOf,
  type LinkedComponent,
  lockPersons,
  type PersonEvent,
  type PersonId,
  type RecordRef,
  type RightsTransaction,
  readAtDesk,
  readComponent,
  replaceLinksAcross,
  type Wall,
  writeAtDesk,
} from '@leeto/store';
import { atDesk, type DeskInstance, type OpenDesk } from './get-desk.ts';
import { relinkAcross } from './link-across.ts';
import { type StandingOf, settledLinks, standingsIn } from './settle-links.ts';
import { PLACEHOLDER, type TakenUp, takeUpComponent } from './take-up-component.ts';

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

/** Links one record with the persons there are, in one transaction. A record that was linked before with other values moves. */
export async function linkAtOneDesk(
  instance: DeskInstance,
  wall: Wall,
  arriving: ArrivingRecord,
  causedBy: string,
): Promise<DeskOutcome> {
  let values: NormalValues = [];
  let keys: readonly bigint[] = [];
  const keysOf = (desk: OpenDesk) => {
    values = desk.normalise(arriving.cells);
    keys = desk.keysOf(values);
    return keys;
  };
  return atDesk(instance, wall, keysOf, (tx, desk) =>
    linkInTransaction(tx, desk, wall, { record: arriving.record, values, keys }, causedBy),
  );
}

/** Links one record in a transaction under way. */
export async function linkInTransaction(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  arriving: { readonly record: RecordRef; readonly values: NormalValues; readonly keys: readonly bigint[] },
  causedBy: string,
): Promise<DeskOutcome> {
  const { record, values, keys } = arriving;
  const { found: all, before, decisions, decided } = await readAtDesk(tx, wall, record, keys);
  const found = all.filter((entry) => entry.wall.length === wall.length);
  const content = { fields: values, uniqueSource: null };
  const own = entryIdOf(content, wall);
  if (before?.entry === own && before.person !== null)
    return { person: before.person, events: [], compared: found.length, toReview: 0 };
  const scoreOf = scoreCandidates(desk, values, found);
  const { match } = desk.model.thresholds;
  const linked = found.filter((entry) => scoreOf(entry).weight >= match);
  const start = [...linked.map(({ entry }) => entry), ...decided, ...(before === null ? [] : [before.entry])];
  if (start.length > 0) await lockPersons(tx, wall);
  const component = await readComponent(tx, wall, [...new Set(start)], match);
  const said = [...decisions, ...component.decisions];
  const taken = takeUpComponent(desk, component, said, [{ record, values }]);
  const last = component.members.length;
  const from = taken.places.get(keyOfRef(record));
  const outcome =
    from === undefined
      ? addRecords(taken.state, taken.engine, [last])
      : changeRecords(taken.state, taken.engine, [{ from, to: last }]);
  const entryOf = (at: number) => (at === last ? own : at === from ? '' : (component.members[at]?.entry ?? ''));
  const standing = standingsIn(taken, outcome, said, desk.model, entryOf);
  const links = linksOf(desk, found, scoreOf, standing, own);
  const ids = await keepChange(
    tx,
    wall,
    component,
    taken,
    { outcome, standing, causedBy },
    { record, content, keys, links },
  );
  const person = outcome.persons.find((one) => one.record === last)?.person ?? 0;
  await relinkBehindWall(tx, desk, wall, { outcome, taken, leaving: from === undefined ? [] : [from] }, ids);
  return {
    person: renumbered(personIdOf(person), ids),
    events: outcome.events.map((event) => numbered(event, ids)),
    compared: found.length,
    toReview: links.filter(({ state }) => state === 'review').length,
  };
}

/** Takes records out that are no longer there: their persons lose them, and what held together by them alone falls apart. */
export async function removeAtDesk(
  instance: DeskInstance,
  wall: Wall,
  records: readonly RecordRef[],
  causedBy: string,
): Promise<readonly PersonEvent[]> {
  return atDesk(
    instance,
    wall,
    () => null,
    async (tx, desk) => {
      const component = await readComponentOf(tx, desk, wall, records);
      const taken = takeUpComponent(desk, component, component.decisions);
      const gone = records.flatMap((record) => taken.places.get(keyOfRef(record)) ?? []);
      if (gone.length === 0) return [];
      const outcome = removeRecords(taken.state, taken.engine, gone);
      const entryOf = (at: number) => (gone.includes(at) ? '' : (component.members[at]?.entry ?? ''));
      const standing = standingsIn(taken, outcome, component.decisions, desk.model, entryOf);
      const ids = await keepChange(tx, wall, component, taken, { outcome, standing, causedBy }, null);
      await relinkBehindWall(tx, desk, wall, { outcome, taken, leaving: gone }, ids);
      return outcome.events.map((event) => numbered(event, ids));
    },
  );
}

/** The components of some records of a layer; records that it does not hold are in none. */
export async function readComponentOf(
  tx: RightsTransaction,
  { model }: Pick<OpenDesk, 'model'>,
  wall: Wall,
  records: readonly RecordRef[],
): Promise<LinkedComponent> {
  const kept = await entriesOfRecords(tx, wall, records);
  return readComponent(tx, wall, [...new Set(kept.map(({ entry }) => entry))], model.thresholds.match);
}

/** Writes what became of a component; returns the numbers of new persons. */
export function keepChange(
  tx: RightsTransaction,
  wall: Wall,
  component: LinkedComponent,
  { numbers }: TakenUp,
  change: { readonly outcome: ReclusterOutcome; readonly standing: StandingOf; readonly causedBy: string },
  arrival: Arrival | null,
): Promise<readonly PersonId[]> {
  return writeAtDesk(tx, wall, {
    arrival,
    events: change.outcome.events,
    placeholder: PLACEHOLDER,
    fresh: numbers.last - PLACEHOLDER,
    settled: settledLinks(component, change.standing),
    causedBy: change.causedBy,
  });
}

/**
 * Behind a wall, persons that changed are linked to the open ones anew, and entries that nobody is left of to none; open persons are
 * linked with open records alone. `leaving` are members who left their entry.
 */
export async function relinkBehindWall(
  tx: RightsTransaction,
  desk: OpenDesk,
  wall: Wall,
  changed: { readonly outcome: ReclusterOutcome; readonly taken: TakenUp; readonly leaving: readonly number[] },
  ids: readonly PersonId[],
): Promise<void> {
  if (wall.length === 0) return;
  const { outcome, taken, leaving } = changed;
  const deserted = [...taken.membersOf].filter(([, members]) => members.every((member) => leaving.includes(member)));
  const entries = deserted.map(([entry]) => entry);
  if (entries.length > 0) await replaceLinksAcross(tx, wall, entries, []);
  const here = outcome.persons.filter(({ person }) => person >= 0);
  const persons = here.map(({ person }) => renumbered(personIdOf(person), ids));
  await relinkAcross(tx, desk, wall, [...new Set(persons)]);
}

function scoreCandidates(
  desk: OpenDesk,
  values: NormalValues,
  found: readonly Candidate[],
): (entry: Candidate) => DeskScore {
  if (found.length === 0) return () => NOT_SCORED;
  const score = desk.scorerOf([values, ...found.map(({ fields }) => fields)]);
  const scores = new Map(found.map((entry, at) => [entry.entry, score(0, at + 1)]));
  return ({ entry }) => scores.get(entry) ?? NOT_SCORED;
}

const NOT_SCORED: DeskScore = { weight: Number.NEGATIVE_INFINITY, levels: new Uint8Array() };

/** Links to be kept: to those of its person, to others above the threshold that were held back, to those to be asked about. */
function linksOf(
  { model }: OpenDesk,
  found: readonly Candidate[],
  scoreOf: (entry: Candidate) => DeskScore,
  standing: StandingOf,
  own: string,
): readonly ArrivingLink[] {
  const { match, review } = model.thresholds;
  return found.flatMap((entry): ArrivingLink[] => {
    const { weight, levels } = scoreOf(entry);
    if (weight < Math.min(review, match) || entry.entry === own) return [];
    const stands = standing(own, entry.entry, weight);
    return stands === null ? [] : [{ other: entry.entry, weight, levels, ...stands }];
  });
}

export function numbered(event: PersonEvent, taken: readonly PersonId[]): PersonEvent {
  if (event.kind === 'undone') return event;
  if ('from' in event) return { ...event, from: renumbered(event.from, taken), into: renumbered(event.into, taken) };
  return { ...event, person: renumbered(event.person, taken) };
}

function renumbered(person: PersonId, taken: readonly PersonId[]): PersonId {
  const number = parsePersonId(person) ?? 0;
  return number > PLACEHOLDER ? (taken[number - PLACEHOLDER - 1] ?? person) : person;
}
