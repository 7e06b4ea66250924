import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a file from disk, whole or the one range of bytes asked for (RFC 9110, section 14); PDF readers ask for ranges. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, path: string, mediaType: string) {
  const { size, mtime } = await stat(path);
  const range = readRange(request.headers.range, size);
  reply
    .type(mediaType)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'no-cache')
    .header('last-modified', mtime.toUTCString());
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { from, to } = range ?? { from: 0, to: size - 1 };
  if (range !== null) reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
  reply.header('content-length', to - from + 1);
  return reply.send(createReadStream(path, { start: from, end: to }));
}

/** null: send it whole. Of several ranges none is sent apart, as the RFC allows. */
function readRange(header: string | undefined, size: number): { from: number; to: number } | 'beyond' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (found === null || (found[1] === '' && found[2] === '')) return null;
  const isSuffix = found[1] === '';
  const from = isSuffix ? Math.max(0, size - Number(found[2])) : Number(found[1]);
  const to = isSuffix || found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
  if (from >= size) return 'beyond';
  return from > to ? null : { from, to };
}
