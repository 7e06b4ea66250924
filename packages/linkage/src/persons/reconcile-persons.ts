import type { PersonEvent } from './person-event.ts';
import type { PersonNumbers, RecordRef } from './person-ids.ts';
import { compareRefs, personIdOf } from './person-ids.ts';

export interface ReconcileInput {
  /** For each record the number of its person before, or -1 where it had none. Numbers pass 2³¹ behind the wall. */
  readonly before: ArrayLike<number>;
  /** For each record its cluster (0-based, any numbering), or -1 where the record is gone. Same length. */
  readonly after: ArrayLike<number>;
  readonly refOf: (record: number) => RecordRef;
  /** Where new numbers come from. */
  readonly numbers: PersonNumbers;
}

export interface Reconciliation {
  /** For each record the number of its person, or -1 where the record is gone. */
  readonly personOf: Float64Array;
  /** What happened, in an order in which it can be replayed: left, split, merged, then created and joined. */
  readonly events: readonly PersonEvent[];
}

/** Records that one person and one cluster share. */
interface Share {
  readonly person: number;
  readonly cluster: number;
  /** In the order of `compareRefs`. */
  readonly records: number[];
  /** Place of its first record in that order. */
  readonly rank: number;
}

/**
 * Gives clusters the numbers of the persons that they were, so that as few records as can be change their number: of all persons and
 * clusters that share records, the two that share most go together first, and each person and each cluster only once. Of equal
 * shares the older person (lower number) comes first, then the cluster with its first record. What is left gets a new number.
 *
 * The order of the records plays no part. Persons that stay as they are cost one pass and yield no event. All records of each
 * person concerned must be given, as a person of whom a part is missing would seem to have stayed as it was.
 */
export function reconcilePersons({ before, after, refOf, numbers }: ReconcileInput): Reconciliation {
  const { clusterKeeps, isChanged } = findUnchanged(before, after);
  const personOf = new Float64Array(before.length).fill(-1);
  const changed: number[] = [];
  for (let record = 0; record < before.length; record += 1) {
    const cluster = after[record] as number;
    if (cluster >= 0 && !isChanged(record)) personOf[record] = clusterKeeps[cluster] as number;
    else if (cluster >= 0 || (before[record] as number) >= 0) changed.push(record);
  }
  if (changed.length === 0) return { personOf, events: [] };
  changed.sort((a, b) => compareRefs(refOf(a), refOf(b)));
  const shares = sharesOf(changed, before, after);
  const numberOfCluster = assignNumbers(shares, numbers);
  for (const record of changed) {
    const cluster = after[record] as number;
    if (cluster >= 0) personOf[record] = numberOfCluster.get(cluster) as number;
  }
  return { personOf, events: eventsOf(shares, numberOfCluster, refOf) };
}

/** Clusters that hold exactly the records of one person. */
function findUnchanged(before: ArrayLike<number>, after: ArrayLike<number>) {
  // Persons are counted through: their numbers may be anything up to 2⁵³.
  const placeOf = new Map<number, number>();
  const places = new Int32Array(before.length).fill(-1);
  let clusters = 0;
  for (let record = 0; record < before.length; record += 1) {
    clusters = Math.max(clusters, (after[record] as number) + 1);
    const person = before[record] as number;
    if (person < 0) continue;
    const place = placeOf.get(person) ?? placeOf.size;
    if (place === placeOf.size) placeOf.set(person, place);
    places[record] = place;
  }
  const clusterOfPerson = new Int32Array(placeOf.size).fill(-1);
  const personOfCluster = new Int32Array(clusters).fill(-1);
  const clusterKeeps = new Float64Array(clusters).fill(-1);
  const isMixed = new Uint8Array(clusters);
  const isTorn = new Uint8Array(placeOf.size);
  for (let record = 0; record < before.length; record += 1) {
    const person = places[record] as number;
    const cluster = after[record] as number;
    if (cluster >= 0) {
      const known = personOfCluster[cluster] as number;
      if (person < 0 || (known >= 0 && known !== person)) isMixed[cluster] = 1;
      personOfCluster[cluster] = person;
      clusterKeeps[cluster] = before[record] as number;
    }
    if (person < 0) continue;
    const known = clusterOfPerson[person] as number;
    if (cluster < 0 || (known >= 0 && known !== cluster)) isTorn[person] = 1;
    clusterOfPerson[person] = cluster;
  }
  const isChanged = (record: number): boolean => {
    const cluster = after[record] as number;
    const person = places[record] as number;
    return cluster < 0 || person < 0 || isMixed[cluster] === 1 || isTorn[person] === 1;
  };
  return { clusterKeeps, isChanged };
}

function sharesOf(sorted: readonly number[], before: ArrayLike<number>, after: ArrayLike<number>): readonly Share[] {
  const byPerson = new Map<number, Map<number, Share>>();
  const shares: Share[] = [];
  for (const [rank, record] of sorted.entries()) {
    const person = before[record] as number;
    const cluster = after[record] as number;
    const ofPerson = byPerson.get(person) ?? new Map<number, Share>();
    byPerson.set(person, ofPerson);
    const share = ofPerson.get(cluster);
    if (share) {
      share.records.push(record);
    } else {
      const created = { person, cluster, records: [record], rank };
      ofPerson.set(cluster, created);
      shares.push(created);
    }
  }
  return shares;
}

function assignNumbers(shares: readonly Share[], numbers: PersonNumbers): ReadonlyMap<number, number> {
  const numberOfCluster = new Map<number, number>();
  const taken = new Set<number>();
  const claims = shares.filter(({ person, cluster }) => person >= 0 && cluster >= 0);
  claims.sort((a, b) => b.records.length - a.records.length || a.person - b.person || a.rank - b.rank);
  for (const { person, cluster } of claims) {
    if (taken.has(person) || numberOfCluster.has(cluster)) continue;
    taken.add(person);
    numberOfCluster.set(cluster, person);
  }
  // Shares stand in the order of their first record, so that new numbers follow the records.
  for (const { cluster } of shares) {
    if (cluster >= 0 && !numberOfCluster.has(cluster)) numberOfCluster.set(cluster, numbers.next());
  }
  return numberOfCluster;
}

function eventsOf(
  shares: readonly Share[],
  numberOfCluster: ReadonlyMap<number, number>,
  refOf: (record: number) => RecordRef,
): PersonEvent[] {
  const kept = new Set<number>();
  const largestOf = new Map<number, Share>();
  const hasMembers = new Set<number>();
  for (const share of shares) {
    if (share.person < 0 || share.cluster < 0) continue;
    const number = numberOfCluster.get(share.cluster) as number;
    if (number === share.person) kept.add(number);
    hasMembers.add(number);
    const largest = largestOf.get(share.person);
    if (!largest || share.records.length > largest.records.length) largestOf.set(share.person, share);
  }
  const left: PersonEvent[] = [];
  const split: PersonEvent[] = [];
  const merged: PersonEvent[] = [];
  const arrived: PersonEvent[] = [];
  for (const share of shares) {
    const records = share.records.map(refOf);
    const from = personIdOf(share.person);
    if (share.cluster < 0) {
      left.push({ kind: 'left', person: from, records });
      continue;
    }
    const number = numberOfCluster.get(share.cluster) as number;
    const into = personIdOf(number);
    if (share.person < 0) arrived.push({ kind: hasMembers.has(number) ? 'joined' : 'created', person: into, records });
    else if (number === share.person) continue;
    // The number of a person that no cluster keeps stays known as a former one of whoever has most of its records.
    else if (!kept.has(share.person) && largestOf.get(share.person) === share)
      merged.push({ kind: 'merged', from, into, records });
    else split.push({ kind: 'split', from, into, records });
  }
  return [...left, ...split, ...merged, ...arrived];
}
