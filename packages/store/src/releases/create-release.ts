import { createHash } from 'node:crypto';
import type { Instance } from '../instance/instance.ts';
import { toStoreProblem } from '../problem.ts';
import { presentRelease, type ReleaseRow, releaseColumns } from './release-row.ts';
import type { EarlierTable, Release, ReleasePolicy } from './release-types.ts';

/** First half of the lock that lets releases be made one after the other: each sees those before it. */
const RELEASES = 7_319_010;

export interface ReleaseContent {
  readonly title: string;
  readonly snapshot: string;
  readonly codeVersion: string;
  readonly policy: ReleasePolicy;
  readonly createdBy: string;
  /** ISO instant; null: none. */
  readonly embargoUntil: string | null;
  readonly tables: readonly { readonly measure: string; readonly title: string; readonly content: unknown }[];
  /** Made with the number of the release, which stands in them. */
  readonly makeFiles: (id: number) => readonly {
    readonly path: string;
    readonly mediaType: string;
    readonly content: string | Uint8Array;
  }[];
}

/**
 * Writes a release whole, in one transaction: a kill leaves all of it or nothing. `check` sees the tables of all releases that
 * are public or may become so; it names measures to leave out, and what it throws stops the making. Two at once follow one
 * another, so that neither is overlooked.
 */
export async function createRelease(
  instance: Pick<Instance, 'application'>,
  content: ReleaseContent,
  check: (earlier: readonly EarlierTable[]) => ReadonlySet<string> | undefined,
): Promise<Release> {
  const client = await instance.application.connect().catch((error) => {
    throw toStoreProblem(error);
  });
  let isBroken = false;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1, 0)', [RELEASES]);
    const { rows: earlier } = await client.query<EarlierTable>(
      `select release.id as release, release.state, table_content.measure, table_content.content
       from release.table_content
       join release.release on release.id = table_content.release
       where table_content.measure = any ($1)
         and (release.state <> 'withdrawn' or release.published_at is not null)
       order by release.id`,
      [content.tables.map(({ measure }) => measure)],
    );
    const leftOut = check(earlier);
    const { rows: made } = await client.query<{ id: number }>(
      // Numbered under the lock, so that one that was refused leaves no gap.
      `insert into release.release (id, title, snapshot, code_version, policy, embargo_until, created_by)
       overriding system value
       select coalesce(max(id), 0) + 1, $1, $2, $3, $4::jsonb, $5::timestamptz, $6
       from release.release
       returning id`,
      [
        content.title,
        content.snapshot,
        content.codeVersion,
        JSON.stringify(content.policy),
        content.embargoUntil,
        content.createdBy,
      ],
    );
    const id = made[0]?.id ?? 0;
    for (const { measure, title, content: table } of content.tables) {
      if (leftOut?.has(measure)) continue;
      await client.query(
        'insert into release.table_content (release, measure, title, content) values ($1, $2, $3, $4)',
        [id, measure, title, JSON.stringify(table)],
      );
    }
    for (const { path, mediaType, content: text } of content.makeFiles(id)) {
      const bytes = Buffer.from(text);
      await client.query(
        'insert into release.file (release, path, media_type, sha256, content) values ($1, $2, $3, $4, $5)',
        [id, path, mediaType, createHash('sha256').update(bytes).digest('hex'), bytes],
      );
    }
    await client.query(`select from release.take_step($1, 'freeze', $2, null, null, null)`, [id, content.createdBy]);
    const { rows } = await client.query<ReleaseRow>(`select ${releaseColumns} from release.release where id = $1`, [
      id,
    ]);
    await client.query('commit');
    const [row] = rows;
    if (row === undefined) throw new Error('the release was not written');
    return presentRelease(row);
  } catch (error) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw isOfDatabase(error) ? toStoreProblem(error) : error;
  } finally {
    client.release(isBroken);
  }
}

/** What `check` and `makeFiles` throw passes as it is. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code));
