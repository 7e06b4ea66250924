import { clusterPairs } from '../cluster/cluster-pairs.ts';
import { applyDecisions } from './apply-decisions.ts';
import type { LinkEngine, LinkSettings } from './link-state.ts';
import type { ReviewDecision } from './person-event.ts';
import type { RecordRef } from './person-ids.ts';
import { compareRefs, keyOfRef } from './person-ids.ts';

/** A made-up record: few values, so that much is alike, and weights tie often. */
export interface ToyRecord {
  readonly ref: RecordRef;
  readonly name: number;
  readonly born: number;
  readonly town: number;
  readonly sex: number;
}

export interface ToyWorld {
  readonly records: readonly ToyRecord[];
  readonly settings: LinkSettings;
  /** Sources in which nobody stands twice. */
  readonly uniqueSources: readonly string[];
}

/** Blocking: by name, or by year of birth. */
const keysOf = ({ name, born }: ToyRecord): number[] => [name * 2, born * 2 + 1];

const SOURCES = ['border', 'permits', 'returns'];

export function weightOf(a: ToyRecord, b: ToyRecord): number {
  return -2 + (a.name === b.name ? 3 : -1) + (a.born === b.born ? 3 : -1) + (a.town === b.town ? 1 : -1);
}

/** As records are collapsed to entries: not across sources where one of them has nobody twice. */
const isAlike = ({ uniqueSources }: ToyWorld, a: ToyRecord, b: ToyRecord): boolean =>
  (uniqueSources.length === 0 || a.ref.source === b.ref.source) &&
  a.name === b.name &&
  a.born === b.born &&
  a.town === b.town &&
  a.sex === b.sex;
const differ = (a: ToyRecord, b: ToyRecord): boolean => a.sex !== b.sex && a.born !== b.born;

/** An engine over the toy records that indexes as it goes, as a desk does. */
export function toyEngine(world: ToyWorld): LinkEngine {
  const { records, uniqueSources } = world;
  const at = (record: number): ToyRecord => records[record] as ToyRecord;
  const postings = new Map<number, number[]>();
  const gone = new Set<number>();
  const known: number[] = [];
  return {
    refOf: (record) => at(record).ref,
    candidatesOf: (record) =>
      keysOf(at(record)).flatMap((key) => (postings.get(key) ?? []).filter((r) => !gone.has(r))),
    score: (a, b) => weightOf(at(a), at(b)),
    alikeOf: (record) => known.find((r) => !gone.has(r) && isAlike(world, at(r), at(record))) ?? -1,
    remember: (record) => {
      gone.delete(record);
      known.push(record);
      for (const key of keysOf(at(record))) postings.set(key, [...(postings.get(key) ?? []), record]);
    },
    forget: (record) => gone.add(record),
    uniqueSourceOf: (record) =>
      uniqueSources.includes(at(record).ref.source) ? SOURCES.indexOf(at(record).ref.source) : -1,
    isImpossible: (a, b) => differ(at(a), at(b)),
  };
}

/**
 * All at once, written apart from what it checks: every pair of records that share a key is scored, alike records and all, and
 * clustered in one go. Returns the groups of record keys.
 */
export function allAtOnce(world: ToyWorld, present: readonly number[], decisions: readonly ReviewDecision[]): string[] {
  const { records, settings, uniqueSources } = world;
  const at = (record: number): ToyRecord => records[record] as ToyRecord;
  const sorted = [...present].sort((a, b) => compareRefs(at(a).ref, at(b).ref));
  const toldApart = (a: number, b: number): boolean =>
    decisions.some(({ left, right, verdict }) => {
      const keys = [keyOfRef(left), keyOfRef(right)];
      return verdict !== 'same' && keys.includes(keyOfRef(at(a).ref)) && keys.includes(keyOfRef(at(b).ref));
    });
  const isUnique = (r: number): boolean => uniqueSources.includes(at(r).ref.source);
  const entries: number[][] = [];
  for (const record of sorted) {
    const alike = sorted.filter((r) => isAlike(world, at(r), at(record)));
    const isOne = alike.every((a) => alike.every((b) => a === b || !toldApart(a, b)));
    const entry = entries.find(
      ([first]) => first !== undefined && isAlike(world, at(first), at(record)) && !isUnique(first),
    );
    const joins = isOne && !isUnique(record) && weightOf(at(record), at(record)) >= settings.threshold;
    if (entry && joins) entry.push(record);
    else entries.push([record]);
  }
  const first = entries.map(([record]) => at(record as number));
  const left: number[] = [];
  const right: number[] = [];
  const weight: number[] = [];
  for (const [a, one] of first.entries()) {
    for (const [b, other] of first.entries()) {
      if (b <= a || !keysOf(one).some((key) => keysOf(other).includes(key))) continue;
      if (weightOf(one, other) < settings.keepAbove) continue;
      left.push(a);
      right.push(b);
      weight.push(weightOf(one, other));
    }
  }
  const nodeOf = new Map(entries.flatMap((entry, node) => entry.map((r) => [keyOfRef(at(r).ref), node] as const)));
  const { clusterOf, clusters } = clusterPairs({
    ...settings,
    count: entries.length,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weight: Float64Array.from(weight),
    pairs: left.length,
    uniqueSourceOf: Int32Array.from(first, ({ ref }) =>
      uniqueSources.includes(ref.source) ? SOURCES.indexOf(ref.source) : -1,
    ),
    isImpossible: (a, b) => differ(first[a] as ToyRecord, first[b] as ToyRecord),
    decisions: applyDecisions(decisions, (ref) => nodeOf.get(keyOfRef(ref)) ?? -1).constraints,
  });
  const groups: string[][] = Array.from({ length: clusters }, () => []);
  for (const [node, entry] of entries.entries()) {
    for (const r of entry) groups[clusterOf[node] as number]?.push(keyOfRef(at(r).ref));
  }
  return asText(groups);
}

/** Groups as texts that can be compared. */
export function asText(groups: Iterable<Iterable<string>>): string[] {
  return [...groups].map((group) => [...group].sort().join(' ')).sort();
}
