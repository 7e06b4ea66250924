import {
  compareSideBySide,
  keyOfRef,
  makeRecordScorer,
  recordSetOfValues,
  type SideBySide,
  type Verdict,
} from '@leeto/linkage';
import type { Catalogue } from '@leeto/registers';
import {
  countReviewQueue,
  decisionsFor,
  entriesOfRecords,
  type Instance,
  keepDecision,
  type PairToReview,
  type RecordRef,
  type RightsTransaction,
  reviewQueuePage,
  type Saying,
  StoreProblem,
  type Wall,
  withRights,
} from '@leeto/store';
import { answerAcross, answerWithinLayer, type ChangedPersons } from './answer-at-desk.ts';
import { atDesk } from './get-desk.ts';
import { readKeptModel } from './kept-model.ts';
import { linkProtectedPair } from './link-protected-pair.ts';
import { isProtected } from './person-registers.ts';

/** The protected registers that a user has a right to. */
export interface Rights {
  readonly registers: readonly string[];
}

/** Two records that a person should look at. */
export interface ReviewQuestion {
  readonly left: RecordRef;
  readonly right: RecordRef;
  readonly weight: number;
  readonly probability: number;
  /** Field by field, with the weight in words; null where a record is not linked any more. */
  readonly sideBySide: SideBySide | null;
}

export interface ReviewPage {
  readonly questions: readonly ReviewQuestion[];
  /** Pairs that wait, of those that this user may see. */
  readonly waiting: number;
}

/** What a reviewer says of two records. */
export interface Answer {
  readonly left: RecordRef;
  readonly right: RecordRef;
  readonly verdict: Verdict;
  readonly reviewer: string;
  readonly reason?: string;
}

/** Pairs to look at, those nearest to being linked first. What this reviewer was unsure about is kept for others. */
export async function reviewQueue(
  instance: Instance,
  rights: Rights,
  { limit, reviewer }: { readonly limit: number; readonly reviewer: string },
): Promise<ReviewPage> {
  return withRights(instance, { ...rights, role: 'reader' }, async (tx) => {
    const questions: ReviewQuestion[] = [];
    let after: Awaited<ReturnType<typeof reviewQueuePage>>['next'] = null;
    do {
      const page = await reviewQueuePage(tx, { limit, ...(after === null ? {} : { after }) });
      const unsure = await unsureOf(tx, page.pairs, reviewer);
      for (const pair of page.pairs) {
        if (questions.length === limit || pair.leftRecord === null || pair.rightRecord === null) continue;
        if (unsure.has(pairKeyOf(pair.leftRecord, pair.rightRecord))) continue;
        questions.push(await present(tx, pair, pair.leftRecord, pair.rightRecord));
      }
      after = page.next;
    } while (questions.length < limit && after !== null);
    return { questions, waiting: await countReviewQueue(tx) };
  });
}

/** What an answer came to. */
export interface Answered extends ChangedPersons {
  readonly decidedAt: string;
}

/**
 * Keeps what a reviewer said of two records and lets it act at once: "same" merges persons, "not the same" splits them, as events that
 * can be undone. It holds in every later linking, whatever that finds. Throws `StoreProblem` `record_not_linked` where either record
 * is not linked or not to be seen.
 */
export function answer(
  instance: Instance,
  rights: Rights,
  { catalogue, ...said }: Answer & { readonly catalogue: Pick<Catalogue, 'records'> },
): Promise<Answered> {
  return say(instance, rights, catalogue, said);
}

/** Takes the newest answer about two records back: at once they are judged as if nobody had spoken. */
export function undo(
  instance: Instance,
  rights: Rights,
  { catalogue, ...taken }: Omit<Answer, 'verdict'> & { readonly catalogue: Pick<Catalogue, 'records'> },
): Promise<Answered> {
  return say(instance, rights, catalogue, { ...taken, verdict: 'taken_back' });
}

/**
 * Two protected registers are small, and what links them depends on both as wholes: they are linked anew with the answer, which takes
 * about a second.
 */
async function sayOfPair(
  instance: Instance,
  catalogue: Pick<Catalogue, 'records'>,
  saying: Saying,
  wall: Wall,
): Promise<Answered> {
  const [one, other] = wall.map((register) => catalogue.records.get(register));
  if (one === undefined || other === undefined) throw notLinked();
  const { decidedAt } = await atDesk(
    instance,
    wall,
    () => null,
    async (tx) => {
      for (const record of [saying.left, saying.right]) {
        const [kept] = await entriesOfRecords(tx, [record.source], [record]);
        if (kept?.person == null) throw notLinked();
      }
      return keepDecision(tx, wall, saying);
    },
  );
  await linkProtectedPair(instance, [one, other], { startedBy: saying.reviewer });
  return { decidedAt, events: [], contradictions: [] };
}

async function say(
  instance: Instance,
  rights: Rights,
  catalogue: Pick<Catalogue, 'records'>,
  saying: Saying,
): Promise<Answered> {
  const walls = [saying.left, saying.right].map((record) => wallAround(catalogue, [record]));
  const wall = wallAround(catalogue, [saying.left, saying.right]);
  if (!wall.every((register) => rights.registers.includes(register))) throw notLinked();
  if (wall.length > 1) return sayOfPair(instance, catalogue, saying, wall);
  return atDesk(
    instance,
    wall,
    () => null,
    async (tx, desk) => {
      for (const [at, record] of [saying.left, saying.right].entries()) {
        const [kept] = await entriesOfRecords(tx, walls[at] ?? [], [record]);
        if (kept?.person == null) throw notLinked();
      }
      if (walls[0]?.join() === walls[1]?.join()) return answerWithinLayer(tx, desk, wall, saying);
      return answerAcross(tx, desk, wall, saying);
    },
  );
}

async function present(
  tx: RightsTransaction,
  pair: PairToReview,
  left: RecordRef,
  right: RecordRef,
): Promise<ReviewQuestion> {
  const model = await readKeptModel(tx);
  const values = [];
  for (const ref of [left, right]) {
    const walls = [[], ...pair.wall.map((register) => [register])];
    for (const wall of walls) {
      const [kept] = await entriesOfRecords(tx, wall, [ref]);
      if (kept !== undefined) values.push(kept.fields);
    }
  }
  const question = { left, right, weight: pair.weight, probability: pair.probability };
  if (values.length !== 2) return { ...question, sideBySide: null };
  const records = recordSetOfValues(model.spec, values);
  const scorer = makeRecordScorer(records, model);
  return { ...question, sideBySide: compareSideBySide({ records, model, scorer, left: 0, right: 1 }) };
}

async function unsureOf(
  tx: RightsTransaction,
  pairs: readonly PairToReview[],
  reviewer: string,
): Promise<ReadonlySet<string>> {
  const records = pairs.flatMap(({ leftRecord, rightRecord }) =>
    [leftRecord, rightRecord].filter((ref) => ref !== null),
  );
  const said = records.length === 0 ? [] : await decisionsFor(tx, records);
  return new Set(
    said
      .filter((one) => one.verdict === 'unsure' && one.reviewer === reviewer)
      .map(({ left, right }) => pairKeyOf(left, right)),
  );
}

const pairKeyOf = (left: RecordRef, right: RecordRef): string => [left, right].map(keyOfRef).sort().join(' ');

function wallAround({ records }: Pick<Catalogue, 'records'>, refs: readonly RecordRef[]): Wall {
  const behind = refs.flatMap(({ source }) => {
    const declaration = records.get(source);
    return declaration !== undefined && isProtected(declaration) ? [source] : [];
  });
  return [...new Set(behind)].sort();
}

const notLinked = (): StoreProblem =>
  new StoreProblem(
    'record_not_linked',
    'One of the two records is not linked.',
    'Check the register and the number of each record; link what has come since: leeto link.',
  );
