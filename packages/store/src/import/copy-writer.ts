import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';

const BUFFER_CHARACTERS = 1 << 19;

/**
 * Sends lines to the database by COPY, in buffers of about half a megabyte, waiting where the server is slower. A connection
 * carries one COPY at a time: `use` ends the one under way and begins another.
 */
export class CopyWriter {
  readonly #client: pg.ClientBase;
  #statement = '';
  #stream: CopyStreamQuery | null = null;
  #failure: unknown = null;
  #text = '';

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  /** Makes the following lines go to `statement` (`copy … from stdin`). */
  async use(statement: string): Promise<void> {
    if (this.#stream !== null && this.#statement === statement) return;
    await this.end();
    const stream = this.#client.query(from(statement));
    stream.on('error', (error) => {
      this.#failure = error;
    });
    this.#statement = statement;
    this.#stream = stream;
  }

  /** Adds text (whole lines); returns a promise only where the caller has to wait. */
  write(text: string): Promise<void> | undefined {
    this.#text += text;
    return this.#text.length >= BUFFER_CHARACTERS ? this.#flush() : undefined;
  }

  /** Ends the COPY under way and waits for the server's word that all lines are in. */
  async end(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) return;
    await this.#flush();
    this.#stream = null;
    const done = finished(stream);
    stream.end();
    await done;
    if (this.#failure !== null) throw this.#failure;
  }

  /** Gives up the COPY under way: the server drops its lines, and the connection can be used again for a rollback. */
  async abandon(): Promise<void> {
    const stream = this.#stream;
    this.#stream = null;
    this.#text = '';
    if (stream === null || this.#failure !== null || stream.destroyed) return;
    const closed = once(stream, 'close').catch(() => {});
    stream.destroy();
    await closed;
  }

  async #flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const stream = this.#stream;
    if (stream === null || this.#text === '') return;
    const buffer = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    if (stream.write(buffer)) return;
    await drained(stream);
    if (this.#failure !== null) throw this.#failure;
  }
}

/** Resolves when the stream takes more. An error of the server must end the wait: no drain comes after one. */
function drained(stream: CopyStreamQuery): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: unknown) => {
      stream.off('drain', settle).off('close', settle).off('error', settle);
      if (error === undefined) resolve();
      else reject(error);
    };
    stream.once('drain', settle).once('close', settle).once('error', settle);
  });
}
