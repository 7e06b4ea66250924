import {
  type AppliedDecisions,
  applyDecisions,
  drawnNumbers,
  keyOfRef,
  type LinkageModel,
  type LinkOptions,
  type LinkResult,
  linkRecords,
  type PersonNumbers,
  parsePersonId,
  personIdOf,
  personNumbers,
  type RecordSet,
  RecordSetBuilder,
  type ReviewDecision,
  reconcilePersons,
} from '@leeto/linkage';
import type { RecordDeclaration } from '@leeto/registers';
import {
  beginLinkRun,
  currentModel,
  decisionsFor,
  finishLinkRun,
  holdDesks,
  type Instance,
  interruptLinkRun,
  type LinkedContent,
  type LinkRun,
  listEvents,
  type PersonEvent,
  readMembers,
  saveModel,
  takePersonIds,
  withRights,
} from '@leeto/store';
import { documentOf, readKeptModel } from './kept-model.ts';
import { linkedContentOf, refOf } from './linked-content-of.ts';
import { standingsOf } from './pair-standings.ts';
import { readPersonRecords } from './read-person-records.ts';
import { specOfRegisters } from './spec-of-registers.ts';
import { hasLookupRules, withLeftOutKeys, withLookupRules } from './usable-model.ts';

export interface LayerOptions extends Pick<LinkOptions, 'onProgress' | 'signal' | 'threads'> {
  readonly startedBy: string;
  /** Links by the model of the last time, rather than learn one anew; the first time one is learnt. */
  readonly keepsModel?: boolean;
}

/** What linking the registers of one layer came to. No value of any record in it. */
export interface LayerOutcome {
  readonly registers: readonly string[];
  readonly records: number;
  readonly entries: number;
  readonly persons: number;
  readonly links: Readonly<Record<'accepted' | 'held_back' | 'review' | 'below', number>>;
  readonly events: Readonly<Record<string, number>>;
  readonly contradictions: readonly string[];
  readonly notices: readonly string[];
}

const numberOf = (id: string): number => parsePersonId(id) ?? 0;

/** A person of no number yet. */
const NONE = -1;

/**
 * Links all open registers into persons, from open records and what reviewers said of them alone. What was there before keeps its
 * numbers. Throws `StoreProblem` (`persons_changed`, `link_run_under_way`); nothing is kept then.
 */
export async function linkOpenRegisters(
  instance: Instance,
  declarations: readonly RecordDeclaration[],
  options: LayerOptions,
): Promise<LayerOutcome> {
  const spec = specOfRegisters(declarations);
  const read = (client: LinkRun['client']) => readAll(client, declarations, spec);
  const kept = options.keepsModel === true ? await keptModel(instance) : null;
  // Learnt before the run begins, as a run names its model; linked from what the run itself reads.
  const learnt = kept?.model ?? (await learn(instance, read, options));
  const model = kept?.id ?? (await saveModel(instance, documentOf(learnt)));
  const run = await beginLinkRun(instance, { declarations, model, startedBy: options.startedBy });
  const prepared = await orInterrupt(run, async () => {
    const records = await read(run.client);
    const decided = applyDecisions(await decisionsFor(run.tx), recordFinder(records));
    const result = await linkRecords(records, { ...optionsOf(options, learnt), decisions: decided.constraints });
    const numbered = await numberPersons(run, result);
    const standings = standingsOf(result, decided.constraints);
    return { result, numbered, standings, decided };
  });
  const { result, numbered, standings, decided } = prepared;
  const content = linkedContentOf(result, numbered.nameOf, standings.of);
  return keepLinkage(run, { result, content, links: standings.counts, ...numbered, decided });
}

/** Has the run given up where its work fails; `finishLinkRun` does so by itself. */
export async function orInterrupt<Result>(run: LinkRun, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await interruptLinkRun(run);
    throw error;
  }
}

/** Puts a linkage in the place of the one before. */
export async function keepLinkage(
  run: LinkRun,
  found: {
    readonly result: LinkResult;
    readonly content: LinkedContent;
    readonly links: LayerOutcome['links'];
    readonly events: readonly PersonEvent[];
    readonly decided: Pick<AppliedDecisions, 'contradictions'>;
  },
): Promise<LayerOutcome> {
  const { result, content, links, events, decided } = found;
  const { records, entries, clusters, notices } = result;
  await finishLinkRun(run, {
    content,
    events,
    counts: { records: records.size, entries: entries.count, persons: clusters.persons, ...links },
    notices,
  });
  return {
    registers: records.sources.map(({ name }) => name),
    records: records.size,
    entries: entries.count,
    persons: clusters.persons,
    links,
    events: countEvents(events),
    contradictions: [...decided.contradictions.map(({ message }) => message), ...notFollowed(result)],
    notices: notices.map(({ message }) => message),
  };
}

/** Answers that others stand against, though not in so many words: of records that are alike. */
function notFollowed({ records, clusters }: LinkResult): readonly string[] {
  const nameOf = (record: number) => Object.values(refOf({ records }, record)).join(' ');
  return clusters.conflicts.map(({ left, right, against }) => {
    const other =
      against === null ? '' : ` as ${nameOf(against.left)} and ${nameOf(against.right)} were said not to be`;
    return `${nameOf(left)} and ${nameOf(right)} were said to be the same person, which was not followed,${other}.`;
  });
}

function keptModel(instance: Instance): Promise<{ readonly id: number; readonly model: LinkageModel } | null> {
  return withRights(instance, { registers: [], role: 'reader' }, async (tx) => {
    const kept = await currentModel(tx);
    return kept === null ? null : { id: kept.id, model: await readKeptModel(tx) };
  });
}

async function learn(
  instance: Instance,
  read: (client: LinkRun['client']) => Promise<RecordSet>,
  options: LayerOptions,
): Promise<LinkageModel> {
  const records = await withRights(instance, { registers: [], role: 'reader' }, ({ client }) =>
    read(client as LinkRun['client']),
  );
  const result = await linkRecords(records, progressOf(options));
  const model = hasLookupRules(result.model) ? result.model : withLookupRules(result.model);
  return withLeftOutKeys({ ...result, model });
}

export const progressOf = ({ onProgress, signal, threads }: LayerOptions): LinkOptions => ({
  ...(onProgress === undefined ? {} : { onProgress }),
  ...(signal === undefined ? {} : { signal }),
  ...(threads === undefined ? {} : { threads }),
});

/** Only pairs that are linked or asked about are kept: those below would fill the database with what nobody reads. */
export const optionsOf = (options: LayerOptions, model: LinkageModel): LinkOptions => ({
  ...progressOf(options),
  model,
  keepAbove: Math.min(model.thresholds.review, model.thresholds.match),
});

async function readAll(
  client: LinkRun['client'],
  declarations: readonly RecordDeclaration[],
  spec: LinkageModel['spec'],
): Promise<RecordSet> {
  const builder = new RecordSetBuilder(spec);
  for (const declaration of declarations) {
    builder.addSource(declaration.id, false);
    await readPersonRecords(client, declaration, spec, builder);
  }
  return builder.build();
}

/** Finds a record's number by register and id; -1 where it is not there. */
export function recordFinder(records: RecordSet): (ref: ReviewDecision['left']) => number {
  const numbers = new Map<string, number>();
  for (let record = 0; record < records.size; record += 1) numbers.set(keyOfRef(refOf({ records }, record)), record);
  return (ref) => numbers.get(keyOfRef(ref)) ?? -1;
}

/** Whose the records are today, and which records the layer has that are gone. */
async function membersBefore(run: LinkRun, records: RecordSet) {
  const person = new Float64Array(records.size).fill(NONE);
  const gone: { readonly source: string; readonly id: string; readonly person: number }[] = [];
  if (run.before === null) return { person, gone };
  const arrived = await arrivedSince(run);
  const find = recordFinder(records);
  for await (const { record, person: whose } of readMembers(run.tx, run.wall)) {
    const number = whose === null ? NONE : (parsePersonId(whose) ?? NONE);
    const at = find(record);
    if (at >= 0) person[at] = number;
    else if (number !== NONE && !arrived.has(keyOfRef(record))) gone.push({ ...record, person: number });
  }
  return { person, gone };
}

/** Records linked at a desk since the run began, which the store carries over as they are. */
async function arrivedSince(run: LinkRun): Promise<ReadonlySet<string>> {
  const arrived = new Set<string>();
  for (let after = run.eventBefore; ; ) {
    const page = await listEvents(run.tx, run.wall, { after, limit: 10_000 });
    for (const { event } of page) if ('records' in event) for (const ref of event.records) arrived.add(keyOfRef(ref));
    const last = page.at(-1);
    if (last === undefined) return arrived;
    after = last.number;
  }
}

/** Gives the persons found the numbers that they had, and new ones to new persons. From here on desks of the layer wait. */
export async function numberPersons(
  run: LinkRun,
  result: LinkResult,
): Promise<{ readonly nameOf: (record: number) => string; readonly events: readonly PersonEvent[] }> {
  await holdDesks(run);
  const { person, gone } = await membersBefore(run, result.records);
  const size = result.records.size;
  const before = new Float64Array(size + gone.length);
  before.set(person);
  const after = new Int32Array(size + gone.length).fill(NONE);
  after.set(result.clusters.personOf);
  for (const [at, one] of gone.entries()) before[size + at] = one.person;
  const reconcile = (numbers: PersonNumbers) =>
    reconcilePersons({
      before,
      after,
      refOf: (record) => {
        const one = gone[record - size];
        return one === undefined ? refOf(result, record) : { source: one.source, id: one.id };
      },
      numbers,
    });
  // A first pass counts how many are new, so that no number is taken in vain.
  const first = Number.MAX_SAFE_INTEGER - size - gone.length - 1;
  const counting = personNumbers(first);
  const { personOf, events } = reconcile(counting);
  const wanted = counting.last - first;
  const taken = wanted === 0 ? [] : await takePersonIds(run.client, run.wall, wanted);
  const numbered = wanted === 0 ? { personOf, events } : reconcile(drawnNumbers(taken.map(numberOf)));
  return { nameOf: (record) => personIdOf(numbered.personOf[record] ?? 0), events: numbered.events };
}

export function countEvents(events: readonly PersonEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
