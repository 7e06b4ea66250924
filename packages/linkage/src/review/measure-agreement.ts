import { type Estimate, wilson } from '../evaluate/interval.ts';
import type { ReviewDecision, Verdict } from '../persons/person-event.ts';
import type { RecordRef } from '../persons/person-ids.ts';
import { cohenKappa, krippendorffAlpha, withInterval } from './chance-corrected.ts';
import { pairKey, type ReviewLog } from './review-log.ts';

/** How often two answers to one question are the same; figures are NaN where there is too little to say. */
export interface Agreement {
  readonly questions: number;
  /** Share answered alike, with Wilson's interval. */
  readonly agreed: Estimate;
  /** The same, corrected for chance (Cohen). */
  readonly kappa: Estimate;
}

export interface ReviewAgreement {
  /** Of each reviewer with what the same reviewer said before. */
  readonly own: readonly (Agreement & { readonly reviewer: string })[];
  /** Between two reviewers, in order of their names. */
  readonly between: readonly (Agreement & { readonly reviewers: readonly [string, string] })[];
  /** Of all reviewers together (Krippendorff), over questions with answers of several. */
  readonly alpha: Estimate & { readonly questions: number };
  /** Questions that were answered differently, for somebody to settle. */
  readonly disagreements: readonly {
    readonly left: RecordRef;
    readonly right: RecordRef;
    readonly answers: readonly { readonly reviewer: string; readonly verdict: Verdict }[];
  }[];
}

/**
 * Agreement over blind repeats alone. A pair that went on to a second reviewer because the first was unsure is not among them:
 * such pairs are the difficult ones, and would make reviewers look worse than they are.
 */
export function measureAgreement(log: ReviewLog, seed = 1): ReviewAgreement {
  const repeated = repeatedQuestions(log);
  const own = new Map<string, (readonly [string, string])[]>();
  const between = new Map<string, (readonly [string, string])[]>();
  for (const answers of repeated) {
    for (const [at, first] of answers.entries()) {
      for (const second of answers.slice(at + 1)) {
        if (first.reviewer === second.reviewer) push(own, first.reviewer, [first.verdict, second.verdict]);
        else {
          const [a, b] = first.reviewer < second.reviewer ? [first, second] : [second, first];
          push(between, JSON.stringify([a.reviewer, b.reviewer]), [a.verdict, b.verdict]);
        }
      }
    }
  }
  const several = repeated.map(firstOfEach).filter((answers) => answers.length > 1);
  return {
    own: sorted(own).map(([reviewer, answers]) => ({ reviewer, ...agreementOf(answers, seed) })),
    between: sorted(between).map(([key, answers]) => ({
      reviewers: JSON.parse(key) as [string, string],
      ...agreementOf(answers, seed),
    })),
    alpha: { ...withInterval(several, krippendorffAlpha, seed), questions: several.length },
    disagreements: repeated.flatMap((answers) => {
      const [first] = answers;
      if (first === undefined || answers.every(({ verdict }) => verdict === first.verdict)) return [];
      return [
        {
          left: first.left,
          right: first.right,
          answers: answers.map(({ reviewer, verdict }) => ({ reviewer, verdict })),
        },
      ];
    }),
  };
}

/** For each pair that was repeated: the answer that stands, then the repeats, in their order. */
function repeatedQuestions(log: ReviewLog): readonly (readonly ReviewDecision[])[] {
  const undone = new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])));
  const pairs = new Map<string, { standing: ReviewDecision | null; repeats: ReviewDecision[] }>();
  for (const [at, event] of log.entries()) {
    if (event.kind !== 'decided' || undone.has(at)) continue;
    const key = pairKey(event.decision.left, event.decision.right);
    const pair = pairs.get(key) ?? { standing: null, repeats: [] };
    pairs.set(key, pair);
    if (event.isRepeat) pair.repeats.push(event.decision);
    else pair.standing = event.decision;
  }
  return [...pairs.values()].flatMap(({ standing, repeats }) =>
    standing === null || repeats.length === 0 ? [] : [[standing, ...repeats]],
  );
}

/** One answer a reviewer: between reviewers, a repeat by the same one is no further opinion. */
function firstOfEach(answers: readonly ReviewDecision[]): readonly string[] {
  const byReviewer = new Map<string, string>();
  for (const { reviewer, verdict } of answers) if (!byReviewer.has(reviewer)) byReviewer.set(reviewer, verdict);
  return [...byReviewer.values()];
}

function agreementOf(answers: readonly (readonly [string, string])[], seed: number): Agreement {
  const alike = answers.filter(([a, b]) => a === b).length;
  return {
    questions: answers.length,
    agreed: wilson(alike / answers.length, answers.length),
    kappa: withInterval(answers, cohenKappa, seed),
  };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function sorted<T>(lists: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...lists].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
