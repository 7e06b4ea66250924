import { createReadStream } from 'node:fs';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { html } from './html.ts';
import { page } from './page.ts';
import type { EditionFile, SiteState } from './site-state.ts';
import { instanceMark, statusPage } from './status-page.ts';

const mediaTypes: Readonly<Record<EditionFile['kind'], string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The pages over one instance. `readState` is asked at each request; only what it says is served. */
export function makeSite(readState: () => Promise<SiteState>): FastifyInstance {
  const site = fastify({ logger: false });

  // Nothing here loads from elsewhere, and nothing of it belongs into another page's frame. The Profile carries a policy of its own.
  site.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-frame-options', 'DENY');
    if (request.url !== '/profile')
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return payload;
  });

  site.get('/', async (_request, reply) => reply.type(mediaTypes.html).send(statusPage(await readState())));
  site.get('/profile', async (_request, reply) => sendEdition(reply, await readState(), 'html'));
  for (const kind of ['pdf', 'docx', 'xlsx'] as const) {
    site.get(`/profile.${kind}`, async (_request, reply) => sendEdition(reply, await readState(), kind));
  }
  site.get('/health', async () => ({ status: 'up' }));
  site.get('/ready', async (_request, reply) => {
    const state = await readState();
    return reply
      .code(state.edition === null ? 503 : 200)
      .send({ status: state.edition === null ? 'no edition yet' : 'ready' });
  });

  site.setNotFoundHandler(async (_request, reply) =>
    reply
      .code(404)
      .type(mediaTypes.html)
      .send(messagePage(await readState(), 'There is no such page', 'The first page lists all there is.')),
  );
  // An error's text may hold data: the reader is told what to do, and no more.
  site.setErrorHandler(async (_error, _request, reply) =>
    reply
      .code(500)
      .type(mediaTypes.html)
      .send(
        page({
          title: 'Leeto',
          mark: '',
          content: message('This page could not be made', 'Run “npx leeto doctor”: it says what is wrong.'),
        }),
      ),
  );
  return site;
}

async function sendEdition(reply: FastifyReply, state: SiteState, kind: EditionFile['kind']) {
  const file = state.edition?.files.find((candidate) => candidate.kind === kind);
  if (file === undefined) {
    return reply
      .code(404)
      .type(mediaTypes.html)
      .send(messagePage(state, 'No Profile has been compiled yet', 'Compile it with “npx leeto profile”.'));
  }
  if (kind !== 'html') reply.header('content-disposition', `attachment; filename="migration-profile.${kind}"`);
  return reply.type(mediaTypes[kind]).send(createReadStream(file.path));
}

function messagePage(state: SiteState, title: string, text: string): string {
  return page({ title, mark: instanceMark(state), content: message(title, text) });
}

function message(title: string, text: string) {
  return html`<header><h1>${title}</h1></header><main><p>${text}</p><p><a href="/">To the first page</a></p></main>`;
}
