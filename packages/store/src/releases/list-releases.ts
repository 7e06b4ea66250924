import type { Instance } from '../instance/instance.ts';
import { StoreProblem, toStoreProblem } from '../problem.ts';
import { releaseNumber } from './release-problem.ts';
import { presentRelease, type ReleaseRow, releaseColumns } from './release-row.ts';
import type { Release, ReleaseEvent, ReleaseFile, ReleaseRecord } from './release-types.ts';

/** All releases, the newest first. */
export async function listReleases({ application }: Pick<Instance, 'application'>): Promise<readonly Release[]> {
  const { rows } = await application
    .query<ReleaseRow>(`select ${releaseColumns} from release.release order by id desc`)
    .catch((error) => {
      throw toStoreProblem(error);
    });
  return rows.map(presentRelease);
}

/** A release with its files and its history. Throws a `StoreProblem` where there is none. */
export async function getRelease({ application }: Pick<Instance, 'application'>, id: number): Promise<ReleaseRecord> {
  const { rows } = await application.query<ReleaseRow>(`select ${releaseColumns} from release.release where id = $1`, [
    id,
  ]);
  const [row] = rows;
  if (row === undefined) {
    const message = `There is no release ${releaseNumber(id)}.`;
    throw new StoreProblem('release_missing', message, 'leeto release list shows those there are.');
  }
  const { rows: events } = await application.query<ReleaseEvent>(
    `select number, step, from_state as "from", to_state as "to", happened_at as at, by_whom as by,
       content_hash as "contentHash", embargo_until as "embargoUntil", reason
     from release.event
     where release = $1
     order by number`,
    [id],
  );
  const { rows: files } = await application.query<ReleaseFile>(
    `select path, media_type as "mediaType", sha256, octet_length(content) as bytes
     from release.file
     where release = $1
     order by path collate "C"`,
    [id],
  );
  const { rows: tables } = await application.query<ReleaseRecord['tables'][number]>(
    'select measure, title from release.table_content where release = $1 order by measure',
    [id],
  );
  return { ...presentRelease(row), events, files, tables };
}

/** A file of a release, whatever its state: for those who sign. null where there is none. */
export async function readReleaseFile(
  { application }: Pick<Instance, 'application'>,
  id: number,
  path: string,
): Promise<Uint8Array | null> {
  const { rows } = await application.query<{ content: Buffer }>(
    'select content from release.file where release = $1 and path = $2',
    [id, path],
  );
  return rows[0]?.content ?? null;
}
