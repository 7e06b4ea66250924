import type { LinkMode } from '../spec/link-spec.ts';
import { contingency } from './contingency.ts';
import { groupSizes } from './group-sizes.ts';
import type { Estimate } from './interval.ts';
import { addUnit, emptyRatio, estimateOf } from './interval.ts';
import type { Measures } from './pair-measures.ts';
import { measuresOf } from './pair-measures.ts';
import type { PairTruth, PersonTruth, TruthLabels } from './truth-labels.ts';

export interface ClusterMeasures {
  /** Of all pairs of records that ended up as one person, by whatever path. */
  readonly pairs: Measures;
  /** 95 % intervals of the same three. */
  readonly intervals: { readonly precision: Estimate; readonly recall: Estimate; readonly f1: Estimate };
  /** By records; null where only some pairs are labelled. */
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number } | null;
}

export interface Partition {
  /** For each record its person as linked. Length: records. */
  readonly personOf: Int32Array;
  readonly persons: number;
}

export interface MeasuredRecords {
  readonly mode: LinkMode;
  readonly sourceOf: Uint16Array;
}

/**
 * Compares persons as linked with true persons, by counts n(cluster, person) and never by enumerating pairs:
 * TP = Σ n(c, p)(n(c, p) - 1)/2, TP + FP = Σ n(c)(n(c) - 1)/2, TP + FN = Σ n(p)(n(p) - 1)/2, where sources are only
 * linked less the same within each source. B-cubed (Bagga and Baldwin 1998) asks of each record which share of its cluster is its person
 * (precision) and which share of its person is in its cluster (recall), itself included: P = Σ n(c, p)² / n(c) / N,
 * R = Σ n(c, p)² / n(p) / N. Records whose person is not known count nowhere.
 *
 * Intervals are Wilson's over the effective number of trials; units are the groups of persons that wrong links connect, which
 * share no pair with any other group.
 */
export function measureClusters(linked: Partition, truth: TruthLabels, records: MeasuredRecords): ClusterMeasures {
  return truth.kind === 'pairs' ? measureByPairs(linked, truth, records) : measureByPersons(linked, truth, records);
}

function measureByPersons(linked: Partition, truth: PersonTruth, records: MeasuredRecords): ClusterMeasures {
  const { mode, sourceOf } = records;
  const isAcross = mode === 'link';
  const isKnown = (record: number): boolean => (truth.personOf[record] as number) >= 0;
  const clusters = groupSizes(linked.personOf, linked.persons, sourceOf, isKnown);
  const persons = groupSizes(truth.personOf, truth.persons, sourceOf);
  const units = connect(linked, truth);
  const unitOf = (person: number): number => units[person] as number;
  const hits = new Float64Array(truth.persons);
  let [together, precision, recall, all] = [0, 0, 0, 0];
  for (const { size, cluster, person, pairsWithinSources } of contingency(
    linked.personOf,
    truth.personOf,
    truth.persons,
    sourceOf,
  )) {
    const pairs = (size * (size - 1)) / 2 - (isAcross ? pairsWithinSources : 0);
    together += pairs;
    hits[unitOf(person)] = (hits[unitOf(person)] as number) + pairs;
    precision += size ** 2 / (clusters.sizes[cluster] as number);
    recall += size ** 2 / (persons.sizes[person] as number);
    all += size;
  }
  const linkedPairs = isAcross ? clusters.pairsAcross : clusters.pairs;
  const truePairs = isAcross ? persons.pairsAcross : persons.pairs;
  const [p, r] = [precision / all, recall / all];
  const linkedIn = pairsByUnit(linked.personOf, truth, units, records);
  const trueIn = pairsByUnit(truth.personOf, truth, units, records);
  return {
    pairs: measuresOf(together, linkedPairs - together, truePairs - together),
    intervals: intervalsOf(hits, linkedIn, trueIn),
    bCubed: { precision: p, recall: r, f1: (2 * p * r) / (p + r) },
  };
}

function measureByPairs(
  { personOf }: Partition,
  truth: PairTruth,
  { mode, sourceOf }: MeasuredRecords,
): ClusterMeasures {
  const size = truth.left.length;
  const [hits, linked, matches] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [found, wrong, missed] = [0, 0, 0];
  for (let label = 0; label < truth.left.length; label += 1) {
    const [x, y] = [truth.left[label] as number, truth.right[label] as number];
    if (mode === 'link' && sourceOf[x] === sourceOf[y]) continue;
    const isTogether = personOf[x] === personOf[y];
    const isMatch = truth.isMatch[label] === 1;
    linked[label] = isTogether ? 1 : 0;
    matches[label] = isMatch ? 1 : 0;
    hits[label] = isTogether && isMatch ? 1 : 0;
    found += hits[label] as number;
    wrong += isTogether && !isMatch ? 1 : 0;
    missed += !isTogether && isMatch ? 1 : 0;
  }
  return { pairs: measuresOf(found, wrong, missed), intervals: intervalsOf(hits, linked, matches), bCubed: null };
}

function intervalsOf(hits: Float64Array, linked: Float64Array, matches: Float64Array): ClusterMeasures['intervals'] {
  const [precision, recall, f1] = [emptyRatio(), emptyRatio(), emptyRatio()];
  for (let unit = 0; unit < hits.length; unit += 1) {
    const [x, y, z] = [hits[unit] as number, linked[unit] as number, matches[unit] as number];
    addUnit(precision, x, y);
    addUnit(recall, x, z);
    addUnit(f1, 2 * x, y + z);
  }
  return { precision: estimateOf(precision), recall: estimateOf(recall), f1: estimateOf(f1) };
}

/** For each true person one person of its unit: persons that share a cluster, directly or by way of others. */
function connect(
  { personOf: clusterOf, persons: clusters }: Partition,
  { personOf, persons }: PersonTruth,
): Int32Array {
  const above = Int32Array.from({ length: persons }, (_, person) => person);
  const find = (person: number): number => {
    let at = person;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  const firstOf = new Int32Array(clusters).fill(-1);
  for (let record = 0; record < personOf.length; record += 1) {
    const person = personOf[record] as number;
    const cluster = clusterOf[record] as number;
    if (person < 0) continue;
    const first = firstOf[cluster] as number;
    if (first < 0) {
      firstOf[cluster] = person;
      continue;
    }
    const [a, b] = [find(first), find(person)];
    above[Math.max(a, b)] = Math.min(a, b);
  }
  return above.map((_, person) => find(person));
}

/** Each group of records lies within one unit: pairs within groups, summed by unit. */
function pairsByUnit(
  groupOf: Int32Array,
  { personOf, persons }: PersonTruth,
  units: Int32Array,
  records: MeasuredRecords,
): Float64Array {
  const unitOf = personOf.map((person) => (person < 0 ? -1 : (units[person] as number)));
  const sums = new Float64Array(persons);
  for (const { person: unit, size, pairsWithinSources } of contingency(groupOf, unitOf, persons, records.sourceOf)) {
    const pairs = (size * (size - 1)) / 2 - (records.mode === 'link' ? pairsWithinSources : 0);
    sums[unit] = (sums[unit] as number) + pairs;
  }
  return sums;
}
