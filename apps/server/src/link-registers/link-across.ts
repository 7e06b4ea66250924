import type { Desk } from '@leeto/linkage';
import {
  type ArrivingLink,
  type DecisionAcross,
  decisionsAcross,
  type EntryId,
  entriesOfPersons,
  findOpenCandidates,
  moveOpenMark,
  type OwnEntry,
  openEntriesSince,
  type PersonId,
  personsConcerned,
  type RightsTransaction,
  readOpenMark,
  replaceLinksAcross,
  type Wall,
} from '@leeto/store';

/** A link from a protected entry to an open one. */
export type LinkAcross = ArrivingLink & { readonly own: EntryId };

/** Persons linked in one portion; all entries of a person are in one. */
const PORTION = 200;

/**
 * Links protected persons to open ones, by the keys of their entries and the model of the open registers. A protected person is linked to
 * one open person at most: the one of the strongest link; of equal ones the older. What else is near is for a reviewer. Open tables are
 * read and not written. `own` holds all entries of each person.
 */
export async function linksAcross(
  tx: RightsTransaction,
  desk: Desk,
  own: readonly OwnEntry[],
  decisions: readonly DecisionAcross[],
): Promise<readonly LinkAcross[]> {
  if (own.length === 0) return [];
  const pairs = await scorePairs(tx, desk, own, decisions);
  const { match } = desk.model.thresholds;
  const verdicts = new Map(decisions.map((one) => [`${one.ownPerson} ${one.openPerson}`, one.verdict]));
  const verdictOf = (pair: ScoredPair) => verdicts.get(`${pair.person} ${pair.openPerson}`);
  const chosen = new Map<PersonId, ScoredPair>();
  for (const pair of pairs) {
    if (pair.weight < match || verdictOf(pair) !== undefined) continue;
    const known = chosen.get(pair.person);
    if (known === undefined || isBetter(pair, known)) chosen.set(pair.person, pair);
  }
  return pairs.map((pair): LinkAcross => {
    const verdict = verdictOf(pair);
    const { own: entry, other, weight, levels } = pair;
    const link = { own: entry, other, weight, levels, guard: null };
    if (verdict === 'not_the_same') return { ...link, state: 'held_back', guard: 'reviewer' };
    if (verdict === 'same') return { ...link, state: 'accepted' };
    if (verdict === 'unsure' || chosen.get(pair.person)?.openPerson !== pair.openPerson)
      return { ...link, state: 'review' };
    return { ...link, state: weight >= match ? 'accepted' : 'below' };
  });
}

/** Links some persons of a protected layer to the open ones anew, in a transaction under way that holds the layer alone. */
export async function relinkAcross(
  tx: RightsTransaction,
  desk: Desk,
  wall: Wall,
  persons: readonly PersonId[],
): Promise<void> {
  const decisions = await decisionsAcross(tx, wall);
  for (let from = 0; from < persons.length; from += PORTION) {
    const own = await entriesOfPersons(tx, wall, persons.slice(from, from + PORTION));
    const links = await linksAcross(tx, desk, own, decisions);
    await replaceLinksAcross(
      tx,
      wall,
      own.map(({ entry }) => entry),
      links,
    );
  }
}

/**
 * Takes into account what happened to open persons since a protected layer last did, behind the wall: persons who came, moved or left.
 * Returns how many persons of the layer were looked at.
 */
export async function followOpenPersons(tx: RightsTransaction, desk: Desk, wall: Wall): Promise<number> {
  const { entries, mark } = await openEntriesSince(tx, await readOpenMark(tx, wall));
  const concerned = new Set<PersonId>();
  for (let from = 0; from < entries.length; from += PORTION) {
    const portion = entries.slice(from, from + PORTION);
    const keys = new Set(portion.flatMap(({ fields }) => desk.keysOf(fields)));
    const ids = portion.map(({ entry }) => entry);
    for (const person of await personsConcerned(tx, wall, ids, [...keys])) concerned.add(person);
  }
  await relinkAcross(tx, desk, wall, [...concerned]);
  await moveOpenMark(tx, wall, mark);
  return concerned.size;
}

/** Groups entries by person, in portions that hold whole persons. */
export function portionsByPerson(entries: readonly OwnEntry[]): readonly (readonly OwnEntry[])[] {
  const byPerson = new Map<PersonId, OwnEntry[]>();
  for (const entry of entries) {
    const known = byPerson.get(entry.person);
    if (known === undefined) byPerson.set(entry.person, [entry]);
    else known.push(entry);
  }
  const persons = [...byPerson.values()];
  return Array.from({ length: Math.ceil(persons.length / PORTION) }, (_, at) =>
    persons.slice(at * PORTION, (at + 1) * PORTION).flat(),
  );
}

interface ScoredPair {
  readonly own: EntryId;
  readonly person: PersonId;
  readonly other: EntryId;
  readonly openPerson: PersonId;
  readonly weight: number;
  readonly levels: Uint8Array;
}

/** Pairs that are worth keeping, and those that reviewers said are the same, however little speaks for it. */
async function scorePairs(
  tx: RightsTransaction,
  desk: Desk,
  own: readonly OwnEntry[],
  decisions: readonly DecisionAcross[],
): Promise<readonly ScoredPair[]> {
  const places = new Map(own.map(({ entry }, at) => [entry, at]));
  const candidates = [
    ...(await findOpenCandidates(
      tx,
      own.map(({ fields }) => desk.keysOf(fields)),
    )),
  ];
  const met = new Set(candidates.map(({ own: at, entry }) => `${at} ${entry}`));
  const said = new Set<string>();
  for (const { ownEntry, openEntry, openFields, openPerson, verdict } of decisions) {
    const at = places.get(ownEntry);
    if (at === undefined || verdict !== 'same') continue;
    said.add(`${at} ${openEntry}`);
    if (met.has(`${at} ${openEntry}`)) continue;
    met.add(`${at} ${openEntry}`);
    candidates.push({ own: at, entry: openEntry, fields: openFields, person: openPerson });
  }
  const { match, review } = desk.model.thresholds;
  const pairs: ScoredPair[] = [];
  for (const [at, { entry, person, fields }] of own.entries()) {
    const mine = candidates.filter((candidate) => candidate.own === at);
    if (mine.length === 0) continue;
    const score = desk.scorerOf([fields, ...mine.map((candidate) => candidate.fields)]);
    for (const [place, candidate] of mine.entries()) {
      const { weight, levels } = score(0, place + 1);
      if (weight < Math.min(review, match) && !said.has(`${at} ${candidate.entry}`)) continue;
      pairs.push({ own: entry, person, other: candidate.entry, openPerson: candidate.person, weight, levels });
    }
  }
  return pairs;
}

function isBetter(one: ScoredPair, other: ScoredPair): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  // Numbers of one length come first where they are lower; longer ones are later.
  const [a, b] = [one.openPerson, other.openPerson];
  return a.length === b.length ? a < b : a.length < b.length;
}
