import {
  type AppliedDecisions,
  applyDecisions,
  keyOfRef,
  type LinkResult,
  linkRecords,
  type NormalValues,
  normalValuesOf,
  RecordSetBuilder,
  recordSetOfValues,
} from '@leeto/linkage';
import type { RecordDeclaration } from '@leeto/registers';
import {
  beginLinkRun,
  decisionsFor,
  type Instance,
  type LinkedContent,
  type LinkRun,
  type LinkState,
  readEntries,
  readMembers,
} from '@leeto/store';
import { readKeptModel } from './kept-model.ts';
import {
  keepLinkage,
  type LayerOptions,
  type LayerOutcome,
  numberPersons,
  optionsOf,
  orInterrupt,
  recordFinder,
} from './link-open-registers.ts';
import { linkedContentOf, type PairStanding } from './linked-content-of.ts';
import { standingsOf } from './pair-standings.ts';
import { readPersonRecords } from './read-person-records.ts';

/** Links from the protected register's entries to open ones, by columns. */
interface CrossLinks {
  readonly left: readonly number[];
  /** Place of the open entry in `entries`. */
  readonly right: readonly number[];
  readonly weight: readonly number[];
  readonly levels: Uint8Array;
  readonly standing: readonly PairStanding[];
  /** Ids of open entries that are linked. */
  readonly entries: readonly string[];
}

/**
 * Links a protected register with itself and with what was found among the open ones, by the model of these. All that comes of it
 * lies behind the register's wall; open rows are read and not written.
 */
export async function linkProtectedRegister(
  instance: Instance,
  declaration: RecordDeclaration,
  options: LayerOptions,
): Promise<LayerOutcome> {
  const run = await beginLinkRun(instance, { declarations: [declaration], startedBy: options.startedBy });
  const prepared = await orInterrupt(run, async () => {
    const model = await readKeptModel(run.tx);
    const builder = new RecordSetBuilder(model.spec);
    builder.addSource(declaration.id, false);
    await readPersonRecords(run.client, declaration, model.spec, builder);
    const records = builder.build();
    const decided = applyDecisions(await decisionsFor(run.tx), recordFinder(records));
    const result = await linkRecords(records, { ...optionsOf(options, model), decisions: decided.constraints });
    const numbered = await numberPersons(run, result);
    const cross = await crossLinks(run, result, decided, options);
    const standings = standingsOf(result, decided.constraints);
    return { result, numbered, cross, standings, decided };
  });
  const { result, numbered, cross, standings, decided } = prepared;
  const content = linkedContentOf(result, numbered.nameOf, standings.of);
  const links: Record<LinkState, number> = { ...standings.counts };
  for (const { state } of cross.standing) links[state] += 1;
  return keepLinkage(run, { result, content: withCross(content, cross), links, ...numbered, decided });
}

/** Scores the register's entries against the open ones. An own person is linked to one open person at most: the best. */
async function crossLinks(
  run: LinkRun,
  result: LinkResult,
  decided: AppliedDecisions,
  options: LayerOptions,
): Promise<CrossLinks> {
  const { model, entries, clusters } = result;
  const rows: NormalValues[] = [];
  const ids: string[] = [];
  const persons: (string | null)[] = [];
  for await (const { entry, fields, person } of readEntries(run.tx, [])) {
    rows.push(fields);
    ids.push(entry);
    persons.push(person);
  }
  const openCount = rows.length;
  for (let entry = 0; entry < entries.count; entry += 1)
    rows.push(normalValuesOf(result.records, entries.firstOf[entry] ?? 0));
  const together = recordSetOfValues({ ...model.spec, mode: 'link' }, rows, openCount);
  const scored = await linkRecords(together, optionsOf(options, model));
  const pairs = Array.from({ length: scored.pairs.count }, (_, pair) => {
    const ends = [scored.pairs.left[pair] ?? 0, scored.pairs.right[pair] ?? 0].map(
      (end) => scored.entries.firstOf[end] ?? 0,
    );
    const [open = 0, own = 0] = ends.sort((one, other) => one - other);
    return { pair, open, own: own - openCount, weight: scored.pairs.weight[pair] ?? 0 };
  });
  const ownPerson = (entry: number) => clusters.personOf[entries.firstOf[entry] ?? 0] ?? 0;
  const said = await decisionsAcross(run, result, decided);
  const verdictOf = (own: number, open: number) => said.get(`${ownPerson(own)} ${persons[open]}`);
  const best = new Map<number, { readonly open: number; readonly weight: number }>();
  for (const { open, own, weight } of pairs) {
    if (weight < model.thresholds.match || verdictOf(own, open) !== undefined) continue;
    const known = best.get(ownPerson(own));
    if (known === undefined || weight > known.weight) best.set(ownPerson(own), { open, weight });
  }
  const standing = pairs.map(({ open, own, weight }): PairStanding => {
    const verdict = verdictOf(own, open);
    if (verdict === 'not_the_same') return { state: 'held_back', guard: 'reviewer' };
    if (verdict === 'same') return { state: 'accepted', guard: null };
    const chosen = best.get(ownPerson(own));
    const isChosen = chosen !== undefined && persons[chosen.open] === persons[open];
    if (weight >= model.thresholds.match && isChosen && verdict === undefined)
      return { state: 'accepted', guard: null };
    return { state: isChosen && verdict === undefined ? 'below' : 'review', guard: null };
  });
  const places = new Map<number, number>();
  for (const { open } of pairs) if (!places.has(open)) places.set(open, places.size);
  const width = scored.pairs.comparisons;
  return {
    left: pairs.map(({ own }) => own),
    right: pairs.map(({ open }) => places.get(open) ?? 0),
    weight: pairs.map(({ weight }) => weight),
    levels: scored.pairs.levels.subarray(0, pairs.length * width),
    standing,
    entries: [...places.keys()].map((open) => ids[open] ?? ''),
  };
}

/** What reviewers said of a record of this register and an open one, by own person (in this run) and open person. */
async function decisionsAcross(run: LinkRun, result: LinkResult, { waiting }: AppliedDecisions) {
  const said = new Map<string, string>();
  if (waiting.length === 0) return said;
  const find = recordFinder(result.records);
  const wanted = new Map<string, string | null>();
  for (const { left, right } of waiting) for (const ref of [left, right]) wanted.set(keyOfRef(ref), null);
  for await (const { record, person } of readMembers(run.tx, []))
    if (wanted.has(keyOfRef(record))) wanted.set(keyOfRef(record), person);
  for (const { left, right, verdict } of waiting) {
    for (const [own, open] of [
      [left, right],
      [right, left],
    ] as const) {
      const record = find(own);
      const person = wanted.get(keyOfRef(open));
      if (record >= 0 && person) said.set(`${result.clusters.personOf[record]} ${person}`, verdict);
    }
  }
  return said;
}

function withCross(content: LinkedContent, cross: CrossLinks): LinkedContent {
  const { links, entries } = content;
  const own = links.count;
  const levels = new Uint8Array(own * links.width + cross.levels.length);
  levels.set(links.levels.subarray(0, own * links.width));
  levels.set(cross.levels, own * links.width);
  const standing = (link: number) => cross.standing[link - own];
  return {
    ...content,
    links: {
      count: own + cross.left.length,
      left: Int32Array.from([...links.left.subarray(0, own), ...cross.left]),
      right: Int32Array.from([...links.right.subarray(0, own), ...cross.right.map((place) => entries.count + place)]),
      weight: Float64Array.from([...links.weight.subarray(0, own), ...cross.weight]),
      stateOf: (link) => standing(link)?.state ?? links.stateOf(link),
      guardOf: (link) => (link < own ? links.guardOf(link) : (standing(link)?.guard ?? null)),
      levels,
      width: links.width,
    },
    elsewhere: cross.entries,
  };
}
