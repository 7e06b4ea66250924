import type { Instance, PublishedRelease, ReleaseFile } from '@leeto/store';
import { listPublishedFiles, listPublishedReleases, readPublishedFile } from '@leeto/store';

/** What the pages ask for of releases: only what anybody may see, as of now. */
export interface PublishedPages {
  readonly list: () => Promise<readonly PublishedRelease[]>;
  readonly files: (id: number) => Promise<readonly ReleaseFile[]>;
  readonly file: (
    id: number,
    path: string,
  ) => Promise<{ readonly content: Uint8Array; readonly mediaType: string; readonly sha256: string } | null>;
}

/** Published releases of an instance, read as the reader who sees nothing else. */
export function publishedPages(instance: Pick<Instance, 'reader'>): PublishedPages {
  return {
    list: () => listPublishedReleases(instance),
    files: (id) => listPublishedFiles(instance, id),
    file: (id, path) => readPublishedFile(instance, id, path),
  };
}
