import { fillPhrase } from '../explain/bilingual.ts';
import type { LinkResult } from '../link-result.ts';
import { probabilityOf } from '../model.ts';
import type { RecordSet } from '../records/record-set.ts';
import { priorityOf } from './expected-gain.ts';
import { patternOf } from './held-back-pairs.ts';
import { type OpenQuestion, openQuestions } from './open-questions.ts';
import { queueDecisions } from './queue-decisions.ts';
import { guardPhrases, reasonPhrases, recordsPhrases } from './review-phrases.ts';
import type { ReviewItem, ReviewQueue, ReviewQueueOptions } from './review-queue.ts';
import { type VisibleEntries, visibleEntries } from './visible-entries.ts';

/**
 * The questions that a reviewer is asked, those first whose answer corrects most: by the expected number of record pairs put
 * right, and by what the answer teaches about pairs like it. One question stands for all that have the same pattern. Time grows
 * with pairs and records (a second for some million pairs); keep the answer rather than asking for each item.
 */
export function buildReviewQueue(result: LinkResult, options: ReviewQueueOptions): ReviewQueue {
  const seen = visibleEntries(result, options.visible);
  const decisions = queueDecisions(result, options.decisions, options.reviewer, options.visible);
  const { questions, decided } = openQuestions(result, seen, decisions);
  const chosen = [...Map.groupBy(questions, ({ kind }) => kind)].flatMap(([kind, alike]) => {
    const sorted = alike.toSorted((a, b) => b.gain - a.gain || a.pair - b.pair);
    const asked = sorted.slice(0, Math.max(1, options.perPattern ?? 1));
    const all = sorted.reduce((sum, { gain }) => sum + gain, 0);
    const { same, notTheSame } = decided.get(kind) ?? { same: 0, notTheSame: 0 };
    return asked.map((question, at) => {
      const priority = priorityOf(question.gain, all - question.gain, same + notTheSame + at);
      return itemOf(result, seen, question, priority, sorted.length - asked.length);
    });
  });
  const items = chosen
    .toSorted((a, b) => b.priority - a.priority || a.leftRecord - b.leftRecord || a.rightRecord - b.rightRecord)
    .slice(0, options.limit);
  return { items, open: questions.length };
}

function itemOf(
  result: LinkResult,
  seen: VisibleEntries,
  question: OpenQuestion,
  priority: number,
  alike: number,
): ReviewItem {
  const { pairs, records } = result;
  const leftRecord = seen.firstOf[pairs.left[question.pair] ?? 0] ?? 0;
  const rightRecord = seen.firstOf[pairs.right[question.pair] ?? 0] ?? 0;
  const weight = pairs.weight[question.pair] ?? 0;
  return {
    left: refOf(records, leftRecord),
    right: refOf(records, rightRecord),
    leftRecord,
    rightRecord,
    weight,
    probability: probabilityOf(weight),
    expectedProbability: question.expected,
    isLinked: question.reason === 'bridge',
    reason: question.reason,
    guard: question.guard,
    leftRecords: question.leftRecords,
    rightRecords: question.rightRecords,
    gain: question.gain,
    priority,
    pattern: patternOf(result, question.pair),
    alike,
    why: fillPhrase(reasonPhrases[question.reason], {
      left: countOf(question.leftRecords),
      right: countOf(question.rightRecords),
      ...(question.guard === null ? {} : { guard: guardPhrases[question.guard] }),
    }),
  };
}

function countOf(records: number) {
  return records === 1 ? recordsPhrases.one : fillPhrase(recordsPhrases.many, { count: records.toLocaleString('en') });
}

function refOf(records: RecordSet, record: number): { readonly source: string; readonly id: string } {
  return { source: records.sources[records.sourceOf[record] ?? 0]?.name ?? '', id: records.idOf(record) };
}
