import { join } from 'node:path';
import type { Session } from '@leeto/warehouse';
import { coreColumns } from './linkage-columns.ts';

export interface LoadedUnits {
  readonly records: number;
  /** Records of the truth that the clusters do not mention: each counts as a person of its own. */
  readonly notClustered: number;
  /** Lines of the clusters with an id that the truth does not know. */
  readonly unknown: number;
}

/**
 * Makes the tables that scoring needs. `record`: each record with its true person and its cluster. `unit`: records that are the
 * same word for word in the identifying fields, in one file, of one person, in one cluster, as one row with their number `n`;
 * a million persons make some millions of units of their sixteen million records. `person_fact`: the true persons.
 */
export async function loadUnits(session: Session, set: string, clusters: string): Promise<LoadedUnits> {
  await session.run(`
    create table person_fact as
    select person, sex, nationality, name_pool, name_form, segment, ${ageBand} as age_band
    from ${tableOf(join(set, 'truth', 'person-facts.csv'))};
    create table clustered as select id, person as cluster from ${tableOf(clusters)};
    create table record as
    select truth.record_id, truth.person, coalesce(clustered.cluster, 'alone ' || truth.record_id) as cluster, clustered.id is null as is_alone
    from ${tableOf(join(set, 'truth', 'truth.csv'))} as truth
    left join clustered on clustered.id = truth.record_id`);
  const { rows } = await session.query(`
    select (select count(*) from record), (select count(*) from record where is_alone), (select count(*) from clustered),
      (select count(*) from ${tableOf(join(set, 'truth', 'truth.csv'))})`);
  const [records = 0, notClustered = 0, lines = 0, truths = 0] = (rows[0] ?? []).map(Number);
  if (records !== truths) throw new Error(`An id stands twice in ${clusters}: a record is in one cluster only.`);
  await session.run(`
    drop table clustered;
    create table unit as
    with input as (
      select record_id, ${missing} as missing, hash(${coreColumns.join(', ')}) as block
      from read_parquet(${quoted(join(set, 'input', '*.parquet'))}, union_by_name = true)
    ),
    spoilt as (
      select record_id, case when contains(errors, ' ') then 'two errors' else errors end as errors
      from ${tableOf(join(set, 'truth', 'record-errors.csv'))}
    )
    select record.person, record.cluster, ${originOfRecord} as origin, input.block, any_value(input.missing) as missing,
      -- An error that intake mended left no trace: the record is as its clean ones are.
      case when bool_or(spoilt.errors is null) then 'none' else min(spoilt.errors) end as errors,
      count(*)::integer as n
    from record
    join input using (record_id)
    left join spoilt using (record_id)
    group by record.person, record.cluster, origin, input.block`);
  return { records, notClustered, unknown: lines - (records - notClustered) };
}

/** The agency's file, without its month or its sheet. */
export const originOfRecord = `regexp_replace(record_id, '(_\\d{4}-\\d{2})?:.*$', '')`;

/** What a record does not tell, of what linkage lives on. */
const missing = `coalesce(nullif(concat_ws(' + ',
  case when surname is null or given_names is null then 'a name' end,
  case when date_of_birth is null then 'date of birth' when length(date_of_birth) < 10 then 'day of birth' end,
  case when sex is null then 'sex' end,
  case when nationality is null then 'nationality' end,
  case when document_number is null then 'document' end), ''), 'nothing')`;

const ageBand = `case
  when birth_year::integer > 2009 then '0-15' when birth_year::integer > 1999 then '16-25' when birth_year::integer > 1984 then '26-40'
  when birth_year::integer > 1964 then '41-60' else '61 and over' end`;

export function tableOf(path: string): string {
  return path.endsWith('.parquet')
    ? `read_parquet(${quoted(path)})`
    : `read_csv(${quoted(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
