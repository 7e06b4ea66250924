import { countSources } from './group-sizes.ts';

/** Records that one cluster and one person have in common. */
export interface Cell {
  readonly cluster: number;
  readonly person: number;
  readonly size: number;
  /** Pairs of them that are of one source. */
  readonly pairsWithinSources: number;
}

/**
 * Clusters by persons, cell by cell, sorted once by (cluster, person, source): memory stays at 8 bytes a record however many cells there
 * are. Records whose person is not known (-1) are left out.
 */
export function* contingency(
  clusterOf: Int32Array,
  personOf: Int32Array,
  persons: number,
  sourceOf: Uint16Array,
): Generator<Cell> {
  const sources = countSources(sourceOf);
  const keys = new Float64Array(personOf.length);
  let known = 0;
  for (let record = 0; record < personOf.length; record += 1) {
    const person = personOf[record] as number;
    if (person < 0) continue;
    keys[known] = ((clusterOf[record] as number) * persons + person) * sources + (sourceOf[record] as number);
    known += 1;
  }
  const sorted = keys.subarray(0, known).sort();
  for (let from = 0; from < sorted.length; ) {
    const cell = Math.floor((sorted[from] as number) / sources);
    let to = from + 1;
    let pairsWithinSources = 0;
    let run = 0;
    while (to < sorted.length && Math.floor((sorted[to] as number) / sources) === cell) {
      run = sorted[to] === sorted[to - 1] ? run + 1 : 0;
      pairsWithinSources += run;
      to += 1;
    }
    yield { cluster: Math.floor(cell / persons), person: cell % persons, size: to - from, pairsWithinSources };
    from = to;
  }
}
