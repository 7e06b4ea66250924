import type { Guard } from '../cluster/person-clusters.ts';
import type { LinkResult } from '../link-result.ts';
import { probabilityOf } from '../model.ts';
import { type AcceptedLinks, acceptedLinks } from './accepted-links.ts';
import { expectedGain, expectedProbability, guardErrs, LEAST_GAIN, type Tally } from './expected-gain.ts';
import { heldBackPairs, patternOf } from './held-back-pairs.ts';
import type { QueueDecisions } from './queue-decisions.ts';
import type { ReviewReason } from './review-queue.ts';
import type { VisibleEntries } from './visible-entries.ts';

/** A pair that may be asked. */
export interface OpenQuestion {
  /** Place in `result.pairs`. */
  readonly pair: number;
  readonly reason: ReviewReason;
  readonly guard: Guard | null;
  /** Pattern of levels, and guard: questions of one kind are alike. */
  readonly kind: string;
  readonly expected: number;
  readonly leftRecords: number;
  readonly rightRecords: number;
  readonly gain: number;
}

export interface OpenQuestions {
  readonly questions: readonly OpenQuestion[];
  /** Decisions made about each kind. */
  readonly decided: ReadonlyMap<string, Tally>;
}

type Sides = Pick<OpenQuestion, 'reason' | 'guard' | 'leftRecords' | 'rightRecords'>;

/** All questions that are worth a decision; between two groups the strongest pair alone is asked. */
export function openQuestions(result: LinkResult, seen: VisibleEntries, decisions: QueueDecisions): OpenQuestions {
  const { pairs, entries } = result;
  const guardOf = heldBackPairs(result, seen);
  const decided = talliesOf(result, decisions, guardOf);
  const expectedOf = (pair: number, guard: Guard | null): number => {
    const modelled = probabilityOf(pairs.weight[pair] ?? 0) * (guard === null ? 1 : guardErrs[guard]);
    return expectedProbability(modelled, decided.get(kindOf(result, pair, guard)));
  };
  const question = (pair: number, sides: Sides): OpenQuestion => {
    const expected = expectedOf(pair, sides.guard);
    const gain = expectedGain(expected, sides.reason === 'bridge', sides.leftRecords, sides.rightRecords);
    return { ...sides, pair, expected, gain, kind: kindOf(result, pair, sides.guard) };
  };
  const links = acceptedLinks({
    result,
    seen,
    same: decisions.same,
    leastGain: LEAST_GAIN,
    errorOf: (pair) => 1 - expectedOf(pair, null),
  });
  const settled = settledGroups(links, decisions, entries.count);
  const apart = new Map<number, OpenQuestion>();
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if ((pairs.weight[pair] ?? 0) < result.model.thresholds.review) continue;
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    if ((seen.firstOf[left] ?? -1) < 0 || (seen.firstOf[right] ?? -1) < 0) continue;
    const [a, b] = [links.groupOf[left] ?? 0, links.groupOf[right] ?? 0];
    const guard = guardOf.get(pair) ?? null;
    const groups = Math.min(a, b) * entries.count + Math.max(a, b);
    if (a === b || guard === 'hidden' || settled.has(groups)) continue;
    const [leftRecords, rightRecords] = [links.recordsOf[a] ?? 0, links.recordsOf[b] ?? 0];
    const reason = guard === null ? 'in_doubt' : 'held_back';
    const found = question(pair, { reason, guard, leftRecords, rightRecords });
    if (found.gain >= LEAST_GAIN && found.gain > (apart.get(groups)?.gain ?? 0)) apart.set(groups, found);
  }
  const bridges = links.bridges
    .filter(({ pair }) => decisions.mayAsk(pairs.left[pair] ?? 0, pairs.right[pair] ?? 0))
    .map(({ pair, ...sides }) => question(pair, { reason: 'bridge', guard: null, ...sides }))
    .filter(({ gain }) => gain >= LEAST_GAIN);
  return { questions: [...apart.values(), ...bridges], decided };
}

function kindOf(result: LinkResult, pair: number, guard: Guard | null): string {
  return `${patternOf(result, pair)}${guard === null ? '' : ` ${guard}`}`;
}

/** Decisions about each kind of pair. */
function talliesOf(
  result: LinkResult,
  decisions: QueueDecisions,
  guardOf: ReadonlyMap<number, Guard | 'hidden'>,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const { pairs } = result;
  for (let pair = 0; pair < pairs.count && decisions.verdicts.length > 0; pair += 1) {
    const verdict = decisions.verdictOf(pairs.left[pair] ?? 0, pairs.right[pair] ?? 0);
    const guard = guardOf.get(pair) ?? null;
    if (verdict === null || verdict === 'unsure' || guard === 'hidden') continue;
    // A pair held apart by a reviewer's own word tells nothing about how often guards err.
    const kind = kindOf(result, pair, guard === 'reviewer' ? null : guard);
    const { same, notTheSame } = tallies.get(kind) ?? { same: 0, notTheSame: 0 };
    const isSame = verdict === 'same';
    tallies.set(kind, { same: same + (isSame ? 1 : 0), notTheSame: notTheSame + (isSame ? 0 : 1) });
  }
  return tallies;
}

/** Pairs of groups between which there is nothing to ask: decided, or this reviewer was unsure. */
function settledGroups(links: AcceptedLinks, decisions: QueueDecisions, entries: number): ReadonlySet<number> {
  const settled = new Set<number>();
  for (const { left, right } of decisions.verdicts) {
    if (decisions.mayAsk(left, right)) continue;
    const [a, b] = [links.groupOf[left] ?? 0, links.groupOf[right] ?? 0];
    settled.add(Math.min(a, b) * entries + Math.max(a, b));
  }
  return settled;
}
