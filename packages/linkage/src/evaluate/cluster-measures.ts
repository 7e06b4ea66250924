import type { LinkMode } from '../spec/link-spec.ts';
import type { Measures } from './pair-measures.ts';
import { measuresOf } from './pair-measures.ts';
import type { TruthLabels } from './truth-labels.ts';

export interface ClusterMeasures {
  /** Of all pairs of records that ended up as one person, by whatever path. */
  readonly pairs: Measures;
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
 */
export function measureClusters(linked: Partition, truth: TruthLabels, records: MeasuredRecords): ClusterMeasures {
  if (truth.kind === 'pairs') return { pairs: measureLabelledPairs(linked, truth, records), bCubed: null };
  const { clusterSizes, personSizes, cells } = contingency(linked, truth.personOf, truth.persons, records.sourceOf);
  const isAcross = records.mode === 'link';
  let [together, precision, recall, all] = [0, 0, 0, 0];
  for (const cell of cells) {
    const { size, cluster, person, pairsWithinSources } = cell;
    together += (size * (size - 1)) / 2 - (isAcross ? pairsWithinSources : 0);
    precision += size ** 2 / (clusterSizes.sizes[cluster] as number);
    recall += size ** 2 / (personSizes.sizes[person] as number);
    all += size;
  }
  const linkedPairs = isAcross ? clusterSizes.pairsAcross : clusterSizes.pairs;
  const truePairs = isAcross ? personSizes.pairsAcross : personSizes.pairs;
  const [p, r] = [precision / all, recall / all];
  return {
    pairs: measuresOf(together, linkedPairs - together, truePairs - together),
    bCubed: { precision: p, recall: r, f1: (2 * p * r) / (p + r) },
  };
}

function measureLabelledPairs(
  { personOf }: Partition,
  truth: Extract<TruthLabels, { kind: 'pairs' }>,
  { mode, sourceOf }: MeasuredRecords,
): Measures {
  let [hits, wrong, missed] = [0, 0, 0];
  for (let label = 0; label < truth.left.length; label += 1) {
    const [x, y] = [truth.left[label] as number, truth.right[label] as number];
    if (mode === 'link' && sourceOf[x] === sourceOf[y]) continue;
    const isTogether = personOf[x] === personOf[y];
    if (truth.isMatch[label] === 1) {
      if (isTogether) hits += 1;
      else missed += 1;
    } else if (isTogether) {
      wrong += 1;
    }
  }
  return measuresOf(hits, wrong, missed);
}

interface Cell {
  readonly cluster: number;
  readonly person: number;
  readonly size: number;
  readonly pairsWithinSources: number;
}

/** Sorted once by (cluster, person, source), so that memory stays at 8 bytes a record however many cells there are. */
function contingency(
  { personOf: clusterOf, persons: clusters }: Partition,
  personOf: Int32Array,
  persons: number,
  sourceOf: Uint16Array,
) {
  let sources = 1;
  for (const source of sourceOf) if (source >= sources) sources = source + 1;
  const keys = new Float64Array(personOf.length);
  let known = 0;
  for (let record = 0; record < personOf.length; record += 1) {
    const person = personOf[record] as number;
    if (person < 0) continue;
    keys[known] = ((clusterOf[record] as number) * persons + person) * sources + (sourceOf[record] as number);
    known += 1;
  }
  const sorted = keys.subarray(0, known).sort();
  function* cells(): Generator<Cell> {
    for (let from = 0; from < sorted.length; ) {
      const cell = Math.floor((sorted[from] as number) / sources);
      let to = from;
      let pairsWithinSources = 0;
      let run = 0;
      while (to < sorted.length && Math.floor((sorted[to] as number) / sources) === cell) {
        run = to > from && sorted[to] === sorted[to - 1] ? run + 1 : 0;
        pairsWithinSources += run;
        to += 1;
      }
      yield { cluster: Math.floor(cell / persons), person: cell % persons, size: to - from, pairsWithinSources };
      from = to;
    }
  }
  const isKnown = (record: number): boolean => (personOf[record] as number) >= 0;
  return {
    cells: cells(),
    clusterSizes: groupSizes(clusterOf, clusters, sourceOf, sources, isKnown),
    personSizes: groupSizes(personOf, persons, sourceOf, sources, isKnown),
  };
}

function groupSizes(
  groupOf: Int32Array,
  groups: number,
  sourceOf: Uint16Array,
  sources: number,
  isKnown: (record: number) => boolean,
) {
  const sizes = new Float64Array(groups);
  const keys = new Float64Array(groupOf.length);
  let known = 0;
  let pairs = 0;
  for (let record = 0; record < groupOf.length; record += 1) {
    if (!isKnown(record)) continue;
    const group = groupOf[record] as number;
    pairs += sizes[group] as number;
    sizes[group] = (sizes[group] as number) + 1;
    keys[known] = group * sources + (sourceOf[record] as number);
    known += 1;
  }
  let pairsWithin = 0;
  const sorted = keys.subarray(0, known).sort();
  for (let at = 1, run = 0; at < sorted.length; at += 1) {
    run = sorted[at] === sorted[at - 1] ? run + 1 : 0;
    pairsWithin += run;
  }
  return { sizes, pairs, pairsAcross: pairs - pairsWithin };
}
