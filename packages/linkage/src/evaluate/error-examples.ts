import type { Guard, HeldBackEdge } from '../cluster/person-clusters.ts';
import { makeRandom } from '../random.ts';
import type { Partition } from './cluster-measures.ts';
import { measureClusters } from './cluster-measures.ts';
import { groupSizes } from './group-sizes.ts';
import type { JudgedPairs, Linked } from './pair-counts.ts';
import type { PersonTruth } from './truth-labels.ts';

export type MissReason = 'not_proposed' | 'below_threshold' | 'held_back';

/** Two records, by number, that were linked wrongly or not linked wrongly. */
export interface ErrorExample {
  readonly left: number;
  readonly right: number;
  /** Bits; null where the pair was never scored or not kept. */
  readonly weight: number | null;
}

export interface MissExample extends ErrorExample {
  readonly reason: MissReason;
  /** Which guard held the edge back. */
  readonly guard: Guard | null;
}

export interface ErrorExamples {
  /** Records of two persons linked by the heaviest edges. */
  readonly falseMerges: readonly ErrorExample[];
  /** Records of one person in two clusters: the lightest, some of those never proposed, the heaviest held back. */
  readonly misses: readonly MissExample[];
  /** All missed pairs of records by why: they add up to the false negatives after clustering. */
  readonly missedBy: Readonly<Record<MissReason, number>>;
}

export interface ErrorInput {
  readonly linked: Linked;
  readonly judged: JudgedPairs;
  readonly clusters: Partition & { readonly heldBack: readonly HeldBackEdge[] };
  readonly truth: PersonTruth;
  /** Bits. */
  readonly threshold: number;
  /** Examples of each kind. */
  readonly size?: number;
  readonly seed?: number;
  /** Whether blocking proposed a pair of entries that was not kept; without it, such a pair counts as never proposed. */
  readonly isProposed?: (leftEntry: number, rightEntry: number) => boolean;
}

/** Pairs of records behind errors, worst first. Only numbers of records: no value of any record is in it. */
export function findErrorExamples(input: ErrorInput): ErrorExamples {
  const { linked, judged, clusters, truth, threshold } = input;
  const { entries, records } = linked;
  const size = input.size ?? 20;
  const guards = new Map<string, Guard>();
  for (const { left, right, guard } of clusters.heldBack) {
    const [a, b] = [entries.entryOf[left] as number, entries.entryOf[right] as number];
    guards.set(a < b ? `${a} ${b}` : `${b} ${a}`, guard);
  }
  const merged: number[] = [];
  const below: number[] = [];
  const held: number[] = [];
  const missedBy = { not_proposed: 0, below_threshold: 0, held_back: 0 };
  for (let pair = 0; pair < judged.count; pair += 1) {
    const bits = judged.weight[pair] as number;
    const isTogether =
      personOfEntry(input, judged.left[pair] as number) === personOfEntry(input, judged.right[pair] as number);
    const isAbove = bits >= threshold;
    if (isAbove && isTogether && (judged.falsePairs[pair] as number) > 0) merged.push(pair);
    if (isTogether || judged.truePairs[pair] === 0) continue;
    (isAbove ? held : below).push(pair);
    missedBy[isAbove ? 'held_back' : 'below_threshold'] += judged.truePairs[pair] as number;
  }
  const { falseNegatives } = measureClusters(clusters, truth, records).pairs;
  missedBy.not_proposed = Math.max(0, falseNegatives - missedBy.held_back - missedBy.below_threshold);
  const byWeight = (a: number, b: number): number =>
    (judged.weight[a] as number) - (judged.weight[b] as number) || a - b;
  const unproposed = findUnproposed(input, size);
  const scored = (pair: number, isSame: boolean): ErrorExample | null => {
    const found = recordsOf(input, judged.left[pair] as number, judged.right[pair] as number, isSame);
    return found && { ...found, weight: judged.weight[pair] as number };
  };
  const misses = (pairs: number[], reason: MissReason): MissExample[] =>
    pairs.slice(0, size).flatMap((pair) => {
      const guard = guards.get(`${judged.left[pair]} ${judged.right[pair]}`) ?? null;
      const example = scored(pair, true);
      return example ? [{ ...example, reason, guard: reason === 'held_back' ? guard : null }] : [];
    });
  const proposed = unproposed.filter(({ reason }) => reason === 'below_threshold').length;
  return {
    falseMerges: merged
      .sort((a, b) => -byWeight(a, b))
      .slice(0, size)
      .flatMap((pair) => scored(pair, false) ?? []),
    misses: [
      ...unproposed,
      ...misses(below.sort(byWeight), 'below_threshold').slice(0, Math.max(0, size - proposed)),
      ...misses(
        held.sort((a, b) => -byWeight(a, b)),
        'held_back',
      ),
    ],
    missedBy,
  };
}

function personOfEntry({ clusters, linked }: ErrorInput, entry: number): number {
  return clusters.personOf[linked.entries.firstOf[entry] as number] as number;
}

/** The first record of each of two entries that are of one person (or of two), and across sources where only those are linked. */
function recordsOf(
  { linked, truth }: ErrorInput,
  a: number,
  b: number,
  isSame: boolean,
): { left: number; right: number } | null {
  const { members, starts } = linked.entries;
  const { mode, sourceOf } = linked.records;
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i += 1) {
    for (let j = starts[b] as number; j < (starts[b + 1] as number); j += 1) {
      const [x, y] = [members[i] as number, members[j] as number];
      const [who, other] = [truth.personOf[x] as number, truth.personOf[y] as number];
      if (x === y || who < 0 || other < 0 || (who === other) !== isSame) continue;
      if (mode === 'link' && sourceOf[x] === sourceOf[y]) continue;
      return x < y ? { left: x, right: y } : { left: y, right: x };
    }
  }
  return null;
}

/** Most pairs that are looked at, so that a person with a million records costs no more than others. */
const MOST_LOOKED_AT = 200_000;

/** A seeded choice of pairs of one person in two clusters that were not kept. */
function findUnproposed(input: ErrorInput, size: number): MissExample[] {
  const { linked, truth, clusters } = input;
  const { entryOf } = linked.entries;
  const isKept = pairFinder(linked);
  const random = makeRandom(input.seed ?? 1);
  const chosen: MissExample[] = [];
  let [seen, looked] = [0, 0];
  for (const members of splitPersons(clusters, truth, linked.records.sourceOf)) {
    for (let i = 0; i < members.length && looked < MOST_LOOKED_AT; i += 1) {
      for (let j = i + 1; j < members.length && looked < MOST_LOOKED_AT; j += 1) {
        looked += 1;
        const [left, right] = [members[i] as number, members[j] as number];
        const { mode, sourceOf } = linked.records;
        if (clusters.personOf[left] === clusters.personOf[right]) continue;
        if (mode === 'link' && sourceOf[left] === sourceOf[right]) continue;
        const [a, b] = [entryOf[left] as number, entryOf[right] as number];
        if (a === b || isKept(Math.min(a, b), Math.max(a, b))) continue;
        const isProposed = input.isProposed?.(Math.min(a, b), Math.max(a, b)) ?? false;
        const example = {
          left,
          right,
          weight: null,
          guard: null,
          reason: isProposed ? 'below_threshold' : 'not_proposed',
        } as const;
        seen += 1;
        if (chosen.length < size) chosen.push(example);
        else {
          const place = Math.floor(random() * seen);
          if (place < size) chosen[place] = example;
        }
      }
    }
  }
  return chosen.sort((x, y) => x.left - y.left || x.right - y.right);
}

/** Records of each true person that ended up in more than one cluster. */
function* splitPersons(
  { personOf: clusterOf }: Partition,
  { personOf, persons }: PersonTruth,
  sourceOf: Uint16Array,
): Generator<number[]> {
  const { sizes } = groupSizes(personOf, persons, sourceOf);
  const firstOf = new Int32Array(persons).fill(-1);
  const isSplit = new Uint8Array(persons);
  for (let record = 0; record < personOf.length; record += 1) {
    const person = personOf[record] as number;
    if (person < 0 || sizes[person] === 1) continue;
    const first = firstOf[person] as number;
    if (first < 0) firstOf[person] = clusterOf[record] as number;
    else if (first !== clusterOf[record]) isSplit[person] = 1;
  }
  const members = new Map<number, number[]>();
  for (let record = 0; record < personOf.length; record += 1) {
    const person = personOf[record] as number;
    if (person < 0 || isSplit[person] === 0) continue;
    const known = members.get(person);
    if (known) known.push(record);
    else members.set(person, [record]);
  }
  yield* members.values();
}

/** Finds a pair of entries among the kept ones, which are sorted by left, then right. */
function pairFinder({ pairs }: Linked): (left: number, right: number) => boolean {
  return (left, right) => {
    for (let low = 0, high = pairs.count - 1; low <= high; ) {
      const middle = (low + high) >>> 1;
      const step = (pairs.left[middle] as number) - left || (pairs.right[middle] as number) - right;
      if (step === 0) return true;
      if (step < 0) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  };
}
