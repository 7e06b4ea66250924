import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addReleaseRoutes, type ReadPublished } from '../release/release-routes.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { type Preparation, preparationPage } from './preparation-page.ts';
import { sendFile } from './send-file.ts';
import type { EditionFile, SiteState } from './site-state.ts';
import { instanceMark, statusPage } from './status-page.ts';

const mediaTypes: Readonly<Record<EditionFile['kind'], string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What there is to show: an instance, or the work that makes it ready. */
export type SiteView = SiteState | Preparation;

/**
 * The pages over one instance. `readView` and `readPublished` are asked at each request; only what they say is served. Without
 * `readPublished` there are no releases to show.
 */
export function makeSite(
  readView: () => Promise<SiteView>,
  readPublished: ReadPublished = async () => null,
): FastifyInstance {
  const site = fastify({ logger: false, forceCloseConnections: true });

  // A page of another site may have its name resolve to this machine; its visitors' browsers must not read what is served here.
  site.addHook('onRequest', async (request, reply) => {
    if (isThisMachine(request.hostname)) return;
    return reply.code(421).type('text/plain').send('This address is served to this machine only.\n');
  });
  // Nothing here loads from elsewhere, and nothing of it belongs into another page's frame. The Profile carries a policy of its own.
  site.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-frame-options', 'DENY');
    reply.header('cross-origin-resource-policy', 'same-origin');
    const isProfile = request.routeOptions.url === '/profile' && reply.statusCode < 300;
    reply.header(
      'content-security-policy',
      isProfile
        ? "frame-ancestors 'none'"
        : "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    );
    return payload;
  });

  site.get('/', async (_request, reply) => {
    const view = await readView();
    return sendPage(reply, isReady(view) ? statusPage(view) : preparationPage(view), 200);
  });
  site.get('/profile', async (request, reply) => sendEdition(request, reply, await readView(), 'html'));
  for (const kind of ['pdf', 'docx', 'xlsx'] as const) {
    site.get(`/profile.${kind}`, async (request, reply) => sendEdition(request, reply, await readView(), kind));
  }
  addReleaseRoutes(site, readPublished);
  site.get('/health', async () => ({ status: 'up' }));
  site.get('/ready', async (_request, reply) => {
    const view = await readView();
    const status = isReady(view) ? (view.edition === null ? 'no edition yet' : 'ready') : 'in preparation';
    return reply.code(status === 'ready' ? 200 : 503).send({ status });
  });

  site.setNotFoundHandler(async (_request, reply) =>
    sendPage(reply, messagePage(await readView(), 'There is no such page', 'The first page lists all there is.'), 404),
  );
  // An error's text may hold data: the reader is told what to do, and no more.
  site.setErrorHandler(async (error: { statusCode?: number }, _request, reply) => {
    const isAsked = error.statusCode !== undefined && error.statusCode < 500;
    const content = isAsked
      ? message('This address cannot be read', 'Check it for characters that do not belong there.')
      : message('This page could not be made', 'Run “npx leeto doctor”: it says what is wrong.');
    return sendPage(reply, page({ title: 'Leeto', mark: '', content }), isAsked ? (error.statusCode ?? 400) : 500);
  });
  return site;
}

const isReady = (view: SiteView): view is SiteState => 'instance' in view;

const isThisMachine = (host: string) => /^(127(\.\d+){3}|localhost|\[?::1\]?)$/i.test(host);

const sendPage = (reply: FastifyReply, text: string, code: number) =>
  reply.code(code).type(mediaTypes.html).header('cache-control', 'no-store').send(text);

async function sendEdition(request: FastifyRequest, reply: FastifyReply, view: SiteView, kind: EditionFile['kind']) {
  if (!isReady(view)) return sendPage(reply.header('retry-after', '5'), preparationPage(view), 503);
  const file = view.edition?.files.find((candidate) => candidate.kind === kind);
  if (file === undefined) {
    const words = messagePage(view, 'No Profile has been compiled yet', 'Compile it with “npx leeto profile”.');
    return sendPage(reply, words, 404);
  }
  if (kind !== 'html') {
    const manner = kind === 'pdf' ? 'inline' : 'attachment';
    reply.header('content-disposition', `${manner}; filename="migration-profile.${kind}"`);
  }
  return sendFile(request, reply, file.path, mediaTypes[kind]);
}

function messagePage(view: SiteView, title: string, text: string): string {
  return page({ title, mark: isReady(view) ? instanceMark(view) : view.mark, content: message(title, text) });
}

function message(title: string, text: string) {
  return html`<header><h1>${title}</h1></header><main><p>${text}</p><p><a href="/">To the first page</a></p></main>`;
}
