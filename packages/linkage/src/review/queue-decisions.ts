import type { LinkResult } from '../link-result.ts';
import type { ReviewDecision, Verdict } from '../persons/person-event.ts';

/** What reviewers said of pairs of entries, as far as the asking reviewer may see both records. */
export interface QueueDecisions {
  /** Newest verdict on a pair of entries; null where there is none. */
  readonly verdictOf: (left: number, right: number) => Verdict | null;
  /** Whether this reviewer may be asked: nobody has decided, or others only and they were unsure. */
  readonly mayAsk: (left: number, right: number) => boolean;
  readonly verdicts: readonly { readonly left: number; readonly right: number; readonly verdict: Verdict }[];
  readonly same: readonly (readonly [left: number, right: number])[];
}

/** Decisions by entries. A decision that names a record not in the set, or not visible, is as if it were not there. */
export function queueDecisions(
  result: LinkResult,
  decisions: readonly ReviewDecision[],
  reviewer: string,
  visible: (record: number) => boolean = () => true,
): QueueDecisions {
  const recordOf = recordFinder(result, decisions);
  const verdicts = new Map<number, Verdict>();
  const unsure = new Set<number>();
  const { count, entryOf } = result.entries;
  const key = (a: number, b: number) => Math.min(a, b) * count + Math.max(a, b);
  for (const { left, right, verdict, reviewer: by } of decisions) {
    const [a, b] = [recordOf(left.source, left.id), recordOf(right.source, right.id)];
    if (a === undefined || b === undefined || !visible(a) || !visible(b)) continue;
    const pair = key(entryOf[a] ?? 0, entryOf[b] ?? 0);
    verdicts.set(pair, verdict);
    if (verdict === 'unsure' && by === reviewer) unsure.add(pair);
  }
  const said = [...verdicts].map(([pair, verdict]) => ({
    left: Math.floor(pair / count),
    right: pair % count,
    verdict,
  }));
  return {
    verdictOf: (left, right) => verdicts.get(key(left, right)) ?? null,
    mayAsk: (left, right) => {
      const pair = key(left, right);
      return (verdicts.get(pair) ?? 'unsure') === 'unsure' && !unsure.has(pair);
    },
    verdicts: said,
    same: said.flatMap(({ left, right, verdict }) => (verdict === 'same' ? [[left, right] as const] : [])),
  };
}

/** Finds numbers of the records that decisions name, in one pass over the records. */
function recordFinder(result: LinkResult, decisions: readonly ReviewDecision[]) {
  const { records } = result;
  const wanted = new Map<string, Map<string, number>>();
  for (const ref of decisions.flatMap(({ left, right }) => [left, right])) {
    const ids = wanted.get(ref.source) ?? new Map<string, number>();
    wanted.set(ref.source, ids.set(ref.id, -1));
  }
  if (wanted.size > 0) {
    const bySource = records.sources.map((source) => wanted.get(source.name));
    for (let record = 0; record < records.size; record += 1) {
      const ids = bySource[records.sourceOf[record] ?? 0];
      const id = ids === undefined ? '' : records.idOf(record);
      if (ids?.get(id) === -1) ids.set(id, record);
    }
  }
  return (source: string, id: string): number | undefined => {
    const record = wanted.get(source)?.get(id) ?? -1;
    return record < 0 ? undefined : record;
  };
}
