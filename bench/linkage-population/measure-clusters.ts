import type { Session } from '@leeto/warehouse';

/** How well the persons of a group were found. Pairs are counted by the sizes of clusters, never one by one. */
export interface Measures {
  readonly group: string;
  readonly records: number;
  readonly persons: number;
  /** Shares of pairs. A pair of two groups counts half for each, so that the groups' pairs add up to all. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly truePairs: number;
  readonly falsePairs: number;
  readonly missedPairs: number;
  /** Means over records (Bagga and Baldwin 1998). */
  readonly bcubedPrecision: number;
  readonly bcubedRecall: number;
  readonly bcubedF1: number;
}

/** `all`: every record counts. `distinct`: records that are the same word for word in one file count once. */
export type Counting = 'all' | 'distinct';

/** Makes `cell`: how many records of a person are in a cluster, with the sizes of both. Call it before measuring. */
export async function countCells(session: Session, counting: Counting): Promise<void> {
  await session.run(`
    create or replace table cell as
    with counted as (
      select person, cluster, sum(${weightOf(counting)})::double as n from unit group by person, cluster
    )
    select person, cluster, n, sum(n) over (partition by person) as person_size, sum(n) over (partition by cluster) as cluster_size
    from counted`);
}

/** What subgroups are made by: a column of the record or of the person behind it. */
export const groupings = {
  register: 'origin',
  missing: 'missing',
  error: 'errors',
  sex: 'sex',
  age: 'age_band',
  nationality: 'nationality',
  'name pool': 'name_pool',
  'name form': 'name_form',
  segment: 'segment',
} as const;

/** Measures of each group, largest first; `by` absent: of all. */
export async function measure(
  session: Session,
  counting: Counting,
  by?: keyof typeof groupings,
): Promise<readonly Measures[]> {
  const { rows } = await session.query(`
    with grouped as (
      select ${by === undefined ? "'all'" : groupings[by]} as name, person, cluster, sum(${weightOf(counting)})::double as own
      from unit join person_fact using (person)
      group by all
    )
    select name, sum(own), count(distinct person), sum(own * (n - 1)), sum(own * (cluster_size - 1)), sum(own * (person_size - 1)),
      sum(own * n / cluster_size) / sum(own), sum(own * n / person_size) / sum(own)
    from grouped join cell using (person, cluster)
    group by name
    order by sum(own) desc, name`);
  return rows.map((row) => {
    const [records = 0, persons = 0, found = 0, joined = 0, wanted = 0, bcubedPrecision = 0, bcubedRecall = 0] = row
      .slice(1)
      .map(Number);
    return {
      group: String(row[0]),
      records,
      persons,
      ...ofPairs(found, joined, wanted),
      bcubedPrecision,
      bcubedRecall,
      bcubedF1: harmonicMean(bcubedPrecision, bcubedRecall),
    };
  });
}

/** Pairs of records of different agencies' files alone: where linkage is more than deduplication. */
export async function measureAcross(session: Session, counting: Counting): Promise<ReturnType<typeof ofPairs>> {
  const inside = (key: string): string => `(
    select coalesce(sum(own * (own - 1)), 0)
    from (select sum(${weightOf(counting)})::double as own from unit group by origin, ${key}))`;
  const { rows } = await session.query(`
    select
      (select sum(n * (n - 1)) from cell) - ${inside('person, cluster')},
      (select sum(n * (cluster_size - 1)) from cell) - ${inside('cluster')},
      (select sum(n * (person_size - 1)) from cell) - ${inside('person')}`);
  const [found = 0, joined = 0, wanted = 0] = (rows[0] ?? []).map(Number);
  return ofPairs(found, joined, wanted);
}

/** From counts of ordered pairs: joined rightly, joined, and truly of one person. */
function ofPairs(found: number, joined: number, wanted: number) {
  const precision = joined === 0 ? 1 : found / joined;
  const recall = wanted === 0 ? 1 : found / wanted;
  return {
    precision,
    recall,
    f1: harmonicMean(precision, recall),
    truePairs: wanted / 2,
    falsePairs: (joined - found) / 2,
    missedPairs: (wanted - found) / 2,
  };
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function weightOf(counting: Counting): string {
  return counting === 'all' ? 'n' : '1';
}
