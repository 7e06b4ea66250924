import {
  applyDecisions,
  keyOfRef,
  type LinkResult,
  linkRecords,
  makeDesk,
  normalValuesOf,
  RecordSetBuilder,
} from '@leeto/linkage';
import type { RecordDeclaration } from '@leeto/registers';
import {
  beginLinkRun,
  type DecisionAcross,
  decisionsFor,
  type EntryId,
  entriesOfRecords,
  entryIdOf,
  type Instance,
  type LinkedContent,
  type LinkRun,
  type LinkState,
  type OwnEntry,
} from '@leeto/store';
import { readKeptModel } from './kept-model.ts';
import { type LinkAcross, linksAcross, portionsByPerson } from './link-across.ts';
import {
  keepLinkage,
  type LayerOptions,
  type LayerOutcome,
  numberPersons,
  optionsOf,
  orInterrupt,
  recordFinder,
} from './link-open-registers.ts';
import { linkedContentOf } from './linked-content-of.ts';
import { standingsOf } from './pair-standings.ts';
import { readPersonRecords } from './read-person-records.ts';

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
    const said = await decisionsFor(run.tx);
    const decided = applyDecisions(said, recordFinder(records));
    const result = await linkRecords(records, { ...optionsOf(options, model), decisions: decided.constraints });
    const numbered = await numberPersons(run, result);
    const own = ownEntries(run, result, numbered.nameOf);
    const across = await decisionsToOpen(run, result, numbered.nameOf, decided.waiting);
    const desk = makeDesk(model);
    const links: LinkAcross[] = [];
    for (const portion of portionsByPerson(own)) {
      options.signal?.throwIfAborted();
      links.push(...(await linksAcross(run.tx, desk, portion, across)));
    }
    return { result, numbered, own, links, standings: standingsOf(result, decided.constraints), decided };
  });
  const { result, numbered, own, links: across, standings, decided } = prepared;
  const content = linkedContentOf(result, numbered.nameOf, standings.of);
  const links: Record<LinkState, number> = { ...standings.counts };
  for (const { state } of across) links[state] += 1;
  return keepLinkage(run, { result, content: withLinksAcross(content, own, across), links, ...numbered, decided });
}

/** The register's entries in their order, each with the person of its first record. */
function ownEntries(run: LinkRun, { records, entries }: LinkResult, nameOf: (record: number) => string) {
  return Array.from({ length: entries.count }, (_, entry): OwnEntry => {
    const first = entries.firstOf[entry] ?? 0;
    const fields = normalValuesOf(records, first);
    return { entry: entryIdOf({ fields, uniqueSource: null }, run.wall), fields, person: nameOf(first) };
  });
}

/** What reviewers said of a record of this register and an open one; what keeps apart comes last. */
async function decisionsToOpen(
  run: LinkRun,
  result: LinkResult,
  nameOf: (record: number) => string,
  waiting: ReturnType<typeof applyDecisions>['waiting'],
): Promise<readonly DecisionAcross[]> {
  if (waiting.length === 0) return [];
  const find = recordFinder(result.records);
  const refs = waiting.flatMap(({ left, right }) => [left, right]);
  const open = new Map((await entriesOfRecords(run.tx, [], refs)).map((kept) => [keyOfRef(kept.record), kept]));
  const found: DecisionAcross[] = [];
  for (const { left, right, verdict } of waiting) {
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const record = find(own);
      const kept = open.get(keyOfRef(other));
      if (record < 0 || kept === undefined || kept.person === null) continue;
      const fields = normalValuesOf(result.records, result.entries.firstOf[result.entries.entryOf[record] ?? 0] ?? 0);
      found.push({
        ownPerson: nameOf(record),
        openPerson: kept.person,
        ownEntry: entryIdOf({ fields, uniqueSource: null }, run.wall),
        openEntry: kept.entry,
        openFields: kept.fields,
        verdict,
      });
    }
  }
  const weaker = ['unsure', 'same', 'not_the_same'];
  return found.sort((one, other) => weaker.indexOf(one.verdict) - weaker.indexOf(other.verdict));
}

function withLinksAcross(
  content: LinkedContent,
  entries: readonly OwnEntry[],
  across: readonly LinkAcross[],
): LinkedContent {
  const { links } = content;
  const own = links.count;
  const placeOf = new Map(entries.map(({ entry }, at) => [entry, at]));
  const others = new Map<EntryId, number>();
  for (const { other } of across) if (!others.has(other)) others.set(other, others.size);
  const levels = new Uint8Array((own + across.length) * links.width);
  levels.set(links.levels.subarray(0, own * links.width));
  for (const [at, link] of across.entries()) levels.set(link.levels, (own + at) * links.width);
  return {
    ...content,
    links: {
      count: own + across.length,
      left: Int32Array.from([...links.left.subarray(0, own), ...across.map((link) => placeOf.get(link.own) ?? 0)]),
      right: Int32Array.from([
        ...links.right.subarray(0, own),
        ...across.map((link) => entries.length + (others.get(link.other) ?? 0)),
      ]),
      weight: Float64Array.from([...links.weight.subarray(0, own), ...across.map(({ weight }) => weight)]),
      stateOf: (link) => across[link - own]?.state ?? links.stateOf(link),
      guardOf: (link) => (link < own ? links.guardOf(link) : (across[link - own]?.guard ?? null)),
      levels,
      width: links.width,
    },
    elsewhere: [...others.keys()],
  };
}
