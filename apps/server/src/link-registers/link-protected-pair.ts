import { linkRecords, makeDesk, type NormalValues, recordSetOfValues } from '@leeto/linkage';
import type { RecordDeclaration } from '@leeto/registers';
import {
  beginLinkRun,
  decisionsFor,
  type EntryId,
  entriesOfRecords,
  finishLinkRun,
  type Instance,
  type LinkRun,
  type LinkState,
  openPersonsOf,
  type PersonId,
  readEntries,
  type Verdict,
} from '@leeto/store';
import { readKeptModel } from './kept-model.ts';
import { type LayerOptions, optionsOf, orInterrupt } from './link-open-registers.ts';
import type { PairStanding } from './linked-content-of.ts';

/** What linking two protected registers came to, for those with the right to both. */
export interface PairOutcome {
  readonly registers: readonly string[];
  readonly links: Readonly<Record<LinkState, number>>;
}

interface Side {
  readonly ids: readonly EntryId[];
  readonly rows: readonly NormalValues[];
  readonly persons: readonly (PersonId | null)[];
  /** The open person that each is linked to, where there is one. */
  readonly openOf: ReadonlyMap<PersonId, PersonId>;
}

/**
 * Links the persons of two protected registers with each other, by the model of the open ones, into a layer that is seen with the right
 * to both. It holds links alone: no person, no number, no event; neither register's own layer is written. One person of either is
 * linked to one of the other at most. Two who are linked to one open person are one by way of that; two who are linked to different
 * open persons are for a reviewer, as linking them would make two open persons one.
 */
export async function linkProtectedPair(
  instance: Instance,
  pair: readonly [RecordDeclaration, RecordDeclaration],
  options: LayerOptions,
): Promise<PairOutcome> {
  const run = await beginLinkRun(instance, { declarations: pair, startedBy: options.startedBy });
  const prepared = await orInterrupt(run, async () => {
    const model = await readKeptModel(run.tx);
    const [left, right] = [await readSide(run, pair[0].id), await readSide(run, pair[1].id)];
    const from = left.rows.length;
    const together = recordSetOfValues({ ...model.spec, mode: 'link' }, [...left.rows, ...right.rows], from);
    const scored =
      from === 0 || right.rows.length === 0 ? null : await linkRecords(together, optionsOf(options, model));
    const found = Array.from({ length: scored?.pairs.count ?? 0 }, (_, at) => {
      const ends = [scored?.pairs.left[at] ?? 0, scored?.pairs.right[at] ?? 0];
      const [one = 0, other = 0] = ends.map((end) => scored?.entries.firstOf[end] ?? 0).sort((a, b) => a - b);
      return { left: one, right: other - from, weight: scored?.pairs.weight[at] ?? 0 };
    });
    const said = await saidOf(run, pair, left, right);
    // What reviewers called the same is linked, however little speaks for it.
    const met = new Set(found.map((one) => `${one.left} ${one.right}`));
    const desk = makeDesk(model);
    const called = said
      .filter((one) => one.verdict === 'same' && !met.has(`${one.left} ${one.right}`))
      .map((one) => {
        const rows = [left.rows[one.left] ?? [], right.rows[one.right] ?? []];
        return { left: one.left, right: one.right, ...desk.scorerOf(rows)(0, 1) };
      });
    const pairs = [...found, ...called];
    const width = model.comparisons.length;
    const levels = new Uint8Array(pairs.length * width);
    if (scored !== null) levels.set(scored.pairs.levels.subarray(0, found.length * width));
    for (const [at, one] of called.entries()) levels.set(one.levels, (found.length + at) * width);
    const verdicts = new Map(said.map(({ key, verdict }) => [key, verdict]));
    const standing = standPairs(pairs, left, right, verdicts, model.thresholds.match);
    return { left, right, pairs, levels, width, standing };
  });
  const { left, right, pairs, levels, width, standing } = prepared;
  const links: Record<LinkState, number> = { accepted: 0, held_back: 0, review: 0, below: 0 };
  for (const { state } of standing) links[state] += 1;
  await finishLinkRun(run, {
    content: {
      entries: { count: 0, contentOf: () => ({ fields: [], uniqueSource: null }) },
      members: { count: 0, recordOf: () => ({ source: '', id: '' }), entryOf: new Int32Array(), personOf: () => '' },
      keys: { count: 0, key: new BigInt64Array(), entry: new Int32Array() },
      links: {
        count: pairs.length,
        left: Int32Array.from(pairs, (one) => one.left),
        right: Int32Array.from(pairs, (one) => left.ids.length + one.right),
        weight: Float64Array.from(pairs, ({ weight }) => weight),
        stateOf: (link) => standing[link]?.state ?? 'below',
        guardOf: (link) => standing[link]?.guard ?? null,
        levels,
        width,
      },
      elsewhere: [...left.ids, ...right.ids],
    },
    events: [],
    counts: { ...links },
  });
  return { registers: pair.map(({ id }) => id), links };
}

/** The entries of a register that somebody stands behind. */
async function readSide(run: LinkRun, register: string): Promise<Side> {
  const side = { ids: [] as EntryId[], rows: [] as NormalValues[], persons: [] as (PersonId | null)[] };
  for await (const { entry, fields, person } of readEntries(run.tx, [register])) {
    if (person === null) continue;
    side.ids.push(entry);
    side.rows.push(fields);
    side.persons.push(person);
  }
  return { ...side, openOf: await openPersonsOf(run.tx, [register]) };
}

/** What reviewers said of a record of the one and one of the other, by entries and persons; what keeps apart comes last. */
async function saidOf(
  run: LinkRun,
  [one, other]: readonly [RecordDeclaration, RecordDeclaration],
  left: Side,
  right: Side,
): Promise<
  readonly { readonly left: number; readonly right: number; readonly key: string; readonly verdict: Verdict }[]
> {
  const said = (await decisionsFor(run.tx)).filter(
    (decision) => [decision.left.source, decision.right.source].sort().join() === [one.id, other.id].sort().join(),
  );
  const found = [];
  for (const decision of said) {
    const isTurned = decision.left.source !== one.id;
    const [mine] = await entriesOfRecords(run.tx, [one.id], [isTurned ? decision.right : decision.left]);
    const [theirs] = await entriesOfRecords(run.tx, [other.id], [isTurned ? decision.left : decision.right]);
    const ends = { left: left.ids.indexOf(mine?.entry ?? ''), right: right.ids.indexOf(theirs?.entry ?? '') };
    if (ends.left < 0 || ends.right < 0) continue;
    found.push({ ...ends, key: `${mine?.person} ${theirs?.person}`, verdict: decision.verdict });
  }
  const weaker = ['unsure', 'same', 'not_the_same'];
  return found.sort((a, b) => weaker.indexOf(a.verdict) - weaker.indexOf(b.verdict));
}

function standPairs(
  pairs: readonly { readonly left: number; readonly right: number; readonly weight: number }[],
  left: Side,
  right: Side,
  verdicts: ReadonlyMap<string, Verdict>,
  match: number,
): readonly PairStanding[] {
  const personsOf = (pair: { left: number; right: number }) => {
    const [mine, theirs] = [left.persons[pair.left] ?? '', right.persons[pair.right] ?? ''];
    const open = [left.openOf.get(mine), right.openOf.get(theirs)];
    const isBothOpen = open[0] !== undefined && open[1] !== undefined;
    return { mine, theirs, key: `${mine} ${theirs}`, isBothOpen, isOneOpen: isBothOpen && open[0] === open[1] };
  };
  const partnerOf = new Map<PersonId, PersonId>();
  const choose = (mine: PersonId, theirs: PersonId) => {
    if (partnerOf.has(mine) || partnerOf.has(theirs)) return;
    partnerOf.set(mine, theirs).set(theirs, mine);
  };
  for (const [key, verdict] of verdicts) {
    const [mine = '', theirs = ''] = key.split(' ');
    if (verdict === 'same') choose(mine, theirs);
  }
  const strongest = [...pairs.keys()].sort((a, b) => (pairs[b]?.weight ?? 0) - (pairs[a]?.weight ?? 0) || a - b);
  for (const at of strongest) {
    const pair = pairs[at];
    if (pair === undefined || pair.weight < match) break;
    const { mine, theirs, key, isBothOpen } = personsOf(pair);
    if (verdicts.get(key) === undefined && !isBothOpen) choose(mine, theirs);
  }
  return pairs.map((pair): PairStanding => {
    const { mine, theirs, key, isOneOpen } = personsOf(pair);
    const verdict = verdicts.get(key);
    if (verdict === 'not_the_same') return { state: 'held_back', guard: 'reviewer' };
    if (verdict === 'same') return { state: 'accepted', guard: null };
    if (verdict === 'unsure') return { state: 'review', guard: null };
    if (isOneOpen) return { state: 'below', guard: null };
    if (partnerOf.get(mine) !== theirs) return { state: 'review', guard: null };
    return { state: pair.weight >= match ? 'accepted' : 'below', guard: null };
  });
}
