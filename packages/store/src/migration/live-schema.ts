import type pg from 'pg';

export interface LiveColumn {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly comment: string;
}

export interface LiveIndex {
  readonly name: string;
  readonly method: string;
  readonly columns: readonly string[];
  readonly isUnique: boolean;
}

export interface LiveTable {
  readonly name: string;
  readonly partitionedBy: string | null;
  readonly columns: readonly LiveColumn[];
  readonly indexes: readonly LiveIndex[];
  readonly triggers: readonly string[];
}

/** The tables that stand in the schema `register`, by name; partitions are parts of their parent and not listed. */
export type LiveSchema = ReadonlyMap<string, LiveTable>;

/** A database without a single register table: what the first proposal is written against. */
export const emptySchema: LiveSchema = new Map();

export async function readLiveSchema(client: pg.Client | pg.Pool): Promise<LiveSchema> {
  const { rows } = await client.query<{
    name: string;
    partitioned_by: string | null;
    columns: LiveColumn[];
    indexes: LiveIndex[];
    triggers: string[];
  }>(`
    with tables as (
      select pg_class.oid, relname::text as name
      from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'register' and relkind in ('r', 'p') and not relispartition
    )
    select
      tables.name,
      (
        select attname::text
        from pg_partitioned_table
        join pg_attribute on attrelid = partrelid and attnum = partattrs[0]
        where partrelid = tables.oid
      ) as partitioned_by,
      (
        select coalesce(jsonb_agg(jsonb_build_object(
          'name', attname,
          'type', format_type(atttypid, atttypmod),
          'isRequired', attnotnull,
          'comment', coalesce(col_description(attrelid, attnum), '')
        ) order by attnum), '[]')
        from pg_attribute
        where attrelid = tables.oid and attnum > 0 and not attisdropped
      ) as columns,
      (
        select coalesce(jsonb_agg(jsonb_build_object(
          'name', index_class.relname,
          'method', amname,
          'isUnique', indisunique,
          'columns', (
            select jsonb_agg(pg_get_indexdef(indexrelid, place::int, true) order by place)
            from generate_series(1, indnkeyatts) as place
          )
        ) order by index_class.relname), '[]')
        from pg_index
        join pg_class as index_class on index_class.oid = indexrelid
        join pg_am on pg_am.oid = index_class.relam
        where indrelid = tables.oid
      ) as indexes,
      (
        select coalesce(jsonb_agg(tgname order by tgname), '[]')
        from pg_trigger
        where tgrelid = tables.oid and not tgisinternal
      ) as triggers
    from tables
    order by tables.name`);
  return new Map(
    rows.map((row) => [
      row.name,
      {
        name: row.name,
        partitionedBy: row.partitioned_by,
        columns: row.columns,
        indexes: row.indexes,
        triggers: row.triggers,
      },
    ]),
  );
}
