import type { Instance } from '../instance/instance.ts';
import type { PublishedRelease, ReleaseFile } from './release-types.ts';

/**
 * What anybody may see, asked as the reader: row-level security hides what is not published or under embargo. Where the
 * database has one login for everything the statements themselves hold to it.
 */
export async function listPublishedReleases({
  reader,
}: Pick<Instance, 'reader'>): Promise<readonly PublishedRelease[]> {
  const { rows } = await reader.query<PublishedRelease>(
    `select id, title, state, content_hash as "contentHash", visible_from as "visibleFrom",
       withdrawn_reason as "withdrawnReason"
     from release.published
     order by visible_from desc, id desc`,
  );
  return rows;
}

/** Files of a published release; none where it is not visible, or was withdrawn. */
export async function listPublishedFiles(
  { reader }: Pick<Instance, 'reader'>,
  id: number,
): Promise<readonly ReleaseFile[]> {
  const { rows } = await reader.query<ReleaseFile>(
    `select file.path, file.media_type as "mediaType", file.sha256, octet_length(file.content) as bytes
     from release.file
     join release.published on published.id = file.release and published.state = 'published'
     where file.release = $1
     order by file.path collate "C"`,
    [id],
  );
  return rows;
}

/** A file of a published release; null where there is none that anybody may see. */
export async function readPublishedFile(
  { reader }: Pick<Instance, 'reader'>,
  id: number,
  path: string,
): Promise<{ readonly content: Uint8Array; readonly mediaType: string; readonly sha256: string } | null> {
  const { rows } = await reader.query<{ content: Buffer; mediaType: string; sha256: string }>(
    `select file.content, file.media_type as "mediaType", file.sha256
     from release.file
     join release.published on published.id = file.release and published.state = 'published'
     where file.release = $1 and file.path = $2`,
    [id, path],
  );
  return rows[0] ?? null;
}
