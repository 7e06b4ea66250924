import { join } from 'node:path';
import type { Session } from '@leeto/warehouse';
import { quoted } from './load-units.ts';

/** The persons that one cluster mixes, or the clusters into which one person is split, with the records as linkage saw them. */
export interface ErrorExample {
  /** The cluster (of a merge) or the person (of a split). */
  readonly name: string;
  /** Pairs of records joined falsely, or missed; word-for-word equal records counted once. */
  readonly pairs: number;
  /** `person | cluster | records | surname, given names, sex, birth, nationality, document, issuing state`. */
  readonly records: readonly string[];
}

const shown = 12;

/** The worst of each kind of error, by pairs. Needs `cell` of distinct records. The people are invented: they may be shown. */
export async function findExamples(
  session: Session,
  set: string,
  kind: 'merge' | 'split',
  limit = 30,
): Promise<readonly ErrorExample[]> {
  const key = kind === 'merge' ? 'cluster' : 'person';
  const size = kind === 'merge' ? 'cluster_size' : 'person_size';
  await session.run(`
    create or replace table worst as
    select ${key}, (max(${size}) * max(${size}) - sum(n * n)) / 2 as pairs
    from cell group by ${key} having count(*) > 1
    order by pairs desc, ${key} limit ${limit}`);
  const { rows } = await session.query(`
    with chosen as (select record_id, person, cluster, ${key} as name, pairs from record join worst using (${key})),
    described as (
      select name, pairs, person, cluster,
        concat_ws(', ', coalesce(surname, '?'), coalesce(given_names, '?'), coalesce(sex, '?'), coalesce(date_of_birth, '?'),
          coalesce(nationality, '?'), coalesce(document_number, 'no document'), document_issuing_state) as particulars,
        count(*) as n
      from chosen
      join read_parquet(${quoted(join(set, 'input', '*.parquet'))}, union_by_name = true) using (record_id)
      group by all
    )
    select name, pairs, array_to_string(
      list(concat_ws(' | ', person, cluster, n, particulars) order by n desc, person, cluster, particulars)[1:${shown}], chr(10))
    from described group by name, pairs order by pairs desc, name`);
  return rows.map(([name, pairs, records]) => ({
    name: String(name),
    pairs: Number(pairs),
    records: String(records).split('\n'),
  }));
}
