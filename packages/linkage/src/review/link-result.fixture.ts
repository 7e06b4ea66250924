import { clusterPairs } from '../cluster/cluster-pairs.ts';
import { type FixtureRow, fixtureModel, fixtureRecords, fixtureScorer } from '../explain/linkage.fixture.ts';
import type { LinkResult } from '../link-result.ts';
import type { RecordSet } from '../records/record-set.ts';

/** Links rows as the engine would, every pair compared, each record an entry of its own. */
export function linkRows(rows: readonly FixtureRow[], unique: readonly string[] = []): LinkResult {
  return linkFixture(fixtureRecords(rows, unique));
}

export function linkFixture(records: RecordSet, keepAbove = -10): LinkResult {
  const scorer = fixtureScorer(records);
  const width = fixtureModel.comparisons.length;
  const left: number[] = [];
  const right: number[] = [];
  const weight: number[] = [];
  const levels: number[] = [];
  for (let a = 0; a < records.size; a += 1) {
    for (let b = a + 1; b < records.size; b += 1) {
      const bits = scorer.score(a, b);
      if (bits < keepAbove) continue;
      left.push(a);
      right.push(b);
      weight.push(bits);
      levels.push(...scorer.levels);
    }
  }
  const columns = { left: Int32Array.from(left), right: Int32Array.from(right), weight: Float64Array.from(weight) };
  const uniqueSourceOf = Int32Array.from(records.sourceOf, (source) =>
    records.sources[source]?.isUnique ? source : -1,
  );
  const { clusterOf, clusters, heldBack } = clusterPairs({
    ...columns,
    count: records.size,
    pairs: left.length,
    threshold: fixtureModel.thresholds.match,
    uniqueSourceOf,
  });
  const numbers = Int32Array.from({ length: records.size }, (_, at) => at);
  return {
    records,
    entries: {
      count: records.size,
      entryOf: numbers,
      firstOf: numbers,
      starts: Int32Array.from({ length: records.size + 1 }, (_, at) => at),
      members: numbers,
    },
    model: fixtureModel,
    pairs: { ...columns, count: left.length, levels: Uint8Array.from(levels), comparisons: width },
    selfWeight: new Float64Array(records.size).fill(Number.NaN),
    clusters: { personOf: clusterOf, persons: clusters, heldBack, conflicts: [] },
    candidatePairs: (records.size * (records.size - 1)) / 2,
    notices: [{ code: 'blocks_left_out', severity: 'info', message: '1 key value was left out of blocking.' }],
    times: [
      { stage: 'normalise', seconds: 0.4 },
      { stage: 'block', seconds: 0.3 },
      { stage: 'train', seconds: 0.9 },
      { stage: 'compare', seconds: 1.6 },
      { stage: 'cluster', seconds: 0.1 },
    ],
  };
}

/**
 * Rows of invented people from a seed: each person has one to four records in three sources, some with a slip of the pen, some
 * without a passport number.
 */
export function inventedRows(persons: number, random: () => number): readonly FixtureRow[] {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const rows: FixtureRow[] = [];
  for (let person = 0; person < persons; person += 1) {
    const family = pick(['MOKOENA', 'MOLEFE', 'TSELA', 'NKOSI', 'RAMAILI', 'LEBONA', 'PHIRI', 'SEKOATI', 'THABANE']);
    const born = `19${50 + Math.floor(random() * 50)}-0${1 + Math.floor(random() * 9)}-0${1 + Math.floor(random() * 9)}`;
    const sex = pick(['F', 'M']);
    const passport = `RC${digits(6)}`;
    for (let copy = 0; copy <= Math.floor(random() * 4); copy += 1) {
      const name = random() < 0.15 ? `${family.slice(0, -1)}U` : family;
      const date = random() < 0.08 ? `${born.slice(0, 5)}${born.slice(8)}-${born.slice(5, 7)}` : born;
      rows.push([
        pick(['border', 'permits', 'asylum']),
        `${person}-${copy}`,
        name,
        date,
        random() < 0.05 ? null : sex,
        random() < 0.5 ? null : passport,
      ]);
    }
  }
  return rows;
}
