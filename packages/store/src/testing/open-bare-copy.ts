import type { Writable } from 'node:stream';
import pg from 'pg';
import { from } from 'pg-copy-streams';

/** PostgreSQL's own bulk load into a table equal to a movement log's: the machine's limit that imports are measured against. */
export interface BareCopy {
  /** Opens a transaction and a COPY in text form of record_key, delivery_id, source_row, source_sheet and the columns. */
  readonly begin: () => Promise<Writable>;
  readonly commit: () => Promise<void>;
}

/** Makes the equal table `bare.<register>` on the first call; its partitions are made within the measured transaction. */
export async function openBareCopy(
  databaseUrl: string,
  register: string,
  years: readonly string[],
  columns: readonly string[],
  isFirst: boolean,
): Promise<BareCopy> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const parent = `bare.${register}`;
  if (isFirst) {
    const { rows } = await client.query<{ column: string }>(
      `select attname as column from pg_partitioned_table
       join pg_attribute on attrelid = partrelid and attnum = partattrs[0]
       where partrelid = 'register.${register}'::regclass`,
    );
    await client.query(`create schema bare`);
    await client.query(
      `create table ${parent} (like register.${register} including all) partition by range (${rows[0]?.column})`,
    );
  }
  return {
    begin: async () => {
      await client.query('begin');
      for (const year of isFirst ? years : []) {
        const next = Number(year) + 1;
        await client.query(
          `create table ${parent}_${year} partition of ${parent} for values from ('${year}-01-01') to ('${next}-01-01')`,
        );
      }
      const written = ['record_key', 'delivery_id', 'source_row', 'source_sheet', ...columns];
      return client.query(from(`copy ${parent} (${written.join(', ')}) from stdin`));
    },
    commit: async () => {
      await client.query('commit');
      await client.end();
    },
  };
}
