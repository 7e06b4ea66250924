import { releaseNumber } from '@leeto/store';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PublishedPages } from './published-pages.ts';
import { releaseListPage, releasePage, withdrawnPage } from './release-pages.ts';

/** What there is to show of releases, and the mark above each page; null while there is no instance yet. */
export type ReadPublished = () => Promise<{ readonly pages: PublishedPages; readonly mark: string } | null>;

/**
 * Published releases as pages and files: `/releases`, `/releases/R-0001`, `/releases/R-0001/csv/data/….csv`. One that is not
 * signed or under embargo is answered as one that does not exist.
 */
export function addReleaseRoutes(site: FastifyInstance, readPublished: ReadPublished): void {
  site.get('/releases', async (_request, reply) => {
    const read = await readPublished();
    const releases = read === null ? [] : await read.pages.list();
    return sendPage(reply, releaseListPage(releases, read?.mark ?? ''), 200);
  });

  site.get<{ Params: { release: string } }>('/releases/:release', async (request, reply) => {
    const read = await readPublished();
    const id = releaseId(request.params.release);
    const found = (await read?.pages.list())?.find((release) => release.id === id);
    if (read === null || found === undefined) return reply.callNotFound();
    if (found.state === 'withdrawn') return sendPage(reply, withdrawnPage(found, read.mark), 410);
    return sendPage(reply, releasePage(found, await read.pages.files(found.id), read.mark), 200);
  });

  site.get<{ Params: { release: string; '*': string } }>('/releases/:release/*', async (request, reply) => {
    const read = await readPublished();
    const id = releaseId(request.params.release);
    const path = request.params['*'];
    const file = read === null || id === null ? null : await read.pages.file(id, path);
    if (file === null) {
      const withdrawn = (await read?.pages.list())?.find(
        (release) => release.id === id && release.state === 'withdrawn',
      );
      if (read === null || withdrawn === undefined) return reply.callNotFound();
      return sendPage(reply, withdrawnPage(withdrawn, read.mark), 410);
    }
    const tag = `"${file.sha256}"`;
    reply.header('etag', tag).header('cache-control', 'no-cache').type(file.mediaType);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    reply.header('content-disposition', `attachment; filename="${path.slice(path.lastIndexOf('/') + 1)}"`);
    return reply.send(Buffer.from(file.content));
  });
}

/** `R-0007`, as its own page is called; other spellings are no address. */
function releaseId(text: string): number | null {
  const found = /^R-(\d{4,9})$/.exec(text);
  return found !== null && releaseNumber(Number(found[1])) === text ? Number(found[1]) : null;
}

const sendPage = (reply: FastifyReply, text: string, code: number) =>
  reply.code(code).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);
