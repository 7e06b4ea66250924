import type { Entries } from '../link-result.ts';
import type { RecordSet } from '../records/record-set.ts';
import { groupSizes } from './group-sizes.ts';
import type { PairTruth, PersonTruth, TruthLabels } from './truth-labels.ts';

/** What evaluation needs of a linkage; a `LinkResult` is one. */
export interface Linked {
  readonly records: Pick<RecordSet, 'size' | 'mode' | 'sources' | 'sourceOf'>;
  readonly entries: Entries;
  readonly pairs: {
    readonly count: number;
    readonly left: Int32Array;
    readonly right: Int32Array;
    readonly weight: Float64Array;
  };
  readonly selfWeight: Float64Array;
}

/** Scored pairs of entries with how many pairs of records they stand for. Doubles of one record are a pair of an entry with itself. */
export interface JudgedPairs {
  readonly count: number;
  /** Entries. For pairs within one entry both are the same. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
  /** Pairs of records, of those whose truth is known. */
  readonly truePairs: Float64Array;
  readonly falsePairs: Float64Array;
  /** Pairs of records of one person in all, whether proposed or not. */
  readonly allTrue: number;
  /** Pairs of records whose truth is known, of those that could be linked at all. */
  readonly allPairs: number;
}

/**
 * Counts true and false pairs of records behind every scored pair of entries, exactly and without enumerating them: between two
 * entries the sum over persons of n(a, person) · n(b, person). Where sources are only linked (`link`), pairs within one source
 * are nobody's question and count nowhere. In other modes pairs within a source without doubles do count: if the truth
 * has two of them as one person, that is a miss.
 */
export function judgePairs({ records, entries, pairs, selfWeight }: Linked, truth: TruthLabels): JudgedPairs {
  const doubles: number[] = [];
  for (let entry = 0; entry < entries.count; entry += 1) {
    if ((entries.starts[entry + 1] as number) - (entries.starts[entry] as number) > 1) doubles.push(entry);
  }
  const count = pairs.count + doubles.length;
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const weight = new Float64Array(count);
  left.set(pairs.left.subarray(0, pairs.count));
  right.set(pairs.right.subarray(0, pairs.count));
  weight.set(pairs.weight.subarray(0, pairs.count));
  for (const [at, entry] of doubles.entries()) {
    left[pairs.count + at] = entry;
    right[pairs.count + at] = entry;
    weight[pairs.count + at] = selfWeight[entry] as number;
  }
  const columns = {
    count,
    left,
    right,
    weight,
    truePairs: new Float64Array(count),
    falsePairs: new Float64Array(count),
  };
  const totals =
    truth.kind === 'pairs'
      ? countLabelled(columns, records, entries, truth)
      : countByPerson(columns, records, entries, truth);
  return { ...columns, ...totals };
}

type Columns = Omit<JudgedPairs, 'allTrue' | 'allPairs'>;
type Totals = Pick<JudgedPairs, 'allTrue' | 'allPairs'>;

function countLabelled(
  columns: Columns,
  records: Linked['records'],
  { entryOf, count: entries }: Entries,
  truth: PairTruth,
): Totals {
  const byEntries = new Map<number, [matches: number, others: number]>();
  let [allTrue, allPairs] = [0, 0];
  for (let label = 0; label < truth.left.length; label += 1) {
    const [x, y] = [truth.left[label] as number, truth.right[label] as number];
    if (records.mode === 'link' && records.sourceOf[x] === records.sourceOf[y]) continue;
    const [a, b] = [entryOf[x] as number, entryOf[y] as number];
    const key = Math.min(a, b) * entries + Math.max(a, b);
    const counts = byEntries.get(key) ?? [0, 0];
    byEntries.set(key, counts);
    allPairs += 1;
    if (truth.isMatch[label] === 1) {
      allTrue += 1;
      counts[0] += 1;
    } else {
      counts[1] += 1;
    }
  }
  for (let pair = 0; pair < columns.count; pair += 1) {
    const counts = byEntries.get((columns.left[pair] as number) * entries + (columns.right[pair] as number));
    if (!counts) continue;
    columns.truePairs[pair] = counts[0];
    columns.falsePairs[pair] = counts[1];
  }
  return { allTrue, allPairs };
}

function countByPerson(
  columns: Columns,
  records: Linked['records'],
  entries: Entries,
  { personOf, persons }: PersonTruth,
): Totals {
  const isAcross = records.mode === 'link';
  const cells = cellsOf(entries, personOf, isAcross ? records.sourceOf : null);
  const { starts, person, source, size } = cells;
  for (let pair = 0; pair < columns.count; pair += 1) {
    const a = columns.left[pair] as number;
    const b = columns.right[pair] as number;
    let [same, other] = [0, 0];
    for (let i = starts[a] as number; i < (starts[a + 1] as number); i += 1) {
      for (let j = a === b ? i : (starts[b] as number); j < (starts[b + 1] as number); j += 1) {
        const isOneCell = a === b && i === j;
        if (isAcross && source[i] === source[j]) continue;
        const n = size[i] as number;
        const between = isOneCell ? (n * (n - 1)) / 2 : n * (size[j] as number);
        if (person[i] === person[j]) same += between;
        else other += between;
      }
    }
    columns.truePairs[pair] = same;
    columns.falsePairs[pair] = other;
  }
  const everyone = groupSizes(
    new Int32Array(records.size),
    1,
    records.sourceOf,
    (record) => (personOf[record] as number) >= 0,
  );
  const matches = groupSizes(personOf, persons, records.sourceOf);
  return isAcross
    ? { allTrue: matches.pairsAcross, allPairs: everyone.pairsAcross }
    : { allTrue: matches.pairs, allPairs: everyone.pairs };
}

/** Records of each entry by person (and source), of those whose person is known: cells of entry e are starts[e] … starts[e + 1] - 1. */
function cellsOf(entries: Entries, personOf: Int32Array, sourceOf: Uint16Array | null) {
  const starts = new Int32Array(entries.count + 1);
  const person = new Int32Array(entries.members.length);
  const source = new Int32Array(entries.members.length);
  const size = new Int32Array(entries.members.length);
  let cell = 0;
  for (let entry = 0; entry < entries.count; entry += 1) {
    const first = cell;
    const found = new Map<number, number>();
    const from = entries.starts[entry] as number;
    const to = entries.starts[entry + 1] as number;
    for (let at = from; at < to; at += 1) {
      const record = entries.members[at] as number;
      const who = personOf[record] as number;
      if (who < 0) continue;
      const where = sourceOf ? (sourceOf[record] as number) : 0;
      const key = who * 65_536 + where;
      const known = to - from > 1 ? found.get(key) : undefined;
      if (known !== undefined) {
        size[known] = (size[known] as number) + 1;
        continue;
      }
      if (to - from > 1) found.set(key, cell);
      person[cell] = who;
      source[cell] = where;
      size[cell] = 1;
      cell += 1;
    }
    starts[entry] = first;
    starts[entry + 1] = cell;
  }
  return { starts, person, source, size };
}
