import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';

const BLOCK = 1 << 20;
/** Room that a row with nothing of variable length never passes. */
const MARGIN = 1 << 10;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TEXT = 25;
const BIGINT = 20;

/**
 * Sends rows by COPY in its binary form: numbers and uuids go as they are, without being written as text and read again. A row
 * is `begin(columns)` and one call for each column; `await flush()` where `isFull`.
 */
export class BinaryRows {
  readonly #stream: CopyStreamQuery;
  #failure: unknown = null;
  #block = Buffer.allocUnsafe(BLOCK + MARGIN);
  #at: number;
  rows = 0;

  /**
   * `target`: table and columns, `linkage.entry_key_0_1 (key, entry)`. `isNew`: made in this transaction; its rows are written
   * as if they had been there always, so that no reader has to look up who wrote them.
   */
  constructor(client: pg.ClientBase, target: string, isNew: boolean) {
    this.#stream = client.query(from(`copy ${target} from stdin (format binary${isNew ? ', freeze' : ''})`));
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
    this.#at = SIGNATURE.copy(this.#block);
  }

  get isFull(): boolean {
    return this.#at >= BLOCK;
  }

  begin(columns: number): void {
    this.rows += 1;
    this.#reserve(MARGIN);
    this.#at = this.#block.writeInt16BE(columns, this.#at);
  }

  null(): void {
    this.#at = this.#block.writeInt32BE(-1, this.#at);
  }

  int8(value: bigint): void {
    this.#at = this.#block.writeInt32BE(8, this.#at);
    this.#at = this.#block.writeBigInt64BE(value, this.#at);
  }

  /** A whole number up to 2^53. */
  integer(value: number): void {
    this.#at = this.#block.writeInt32BE(8, this.#at);
    this.#at = this.#block.writeInt32BE(Math.floor(value / 0x1_0000_0000), this.#at);
    this.#at = this.#block.writeUInt32BE(value % 0x1_0000_0000, this.#at);
  }

  float8(value: number): void {
    this.#at = this.#block.writeInt32BE(8, this.#at);
    this.#at = this.#block.writeDoubleBE(value, this.#at);
  }

  /** `length` bytes of `source` from `start` on: a uuid, or a bytea. */
  bytes(source: Uint8Array, start: number, length: number): void {
    this.#reserve(length + MARGIN);
    this.#at = this.#block.writeInt32BE(length, this.#at);
    for (let at = 0; at < length; at += 1) this.#block[this.#at + at] = source[start + at] ?? 0;
    this.#at += length;
  }

  text(value: string): void {
    this.#reserve(value.length * 3 + MARGIN);
    const length = this.#block.write(value, this.#at + 4, 'utf8');
    this.#block.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
  }

  textArray(values: readonly (string | null)[]): void {
    const start = this.#at;
    const header = [0, values.length === 0 ? 0 : 1, values.includes(null) ? 1 : 0, TEXT];
    if (values.length > 0) header.push(values.length, 1);
    for (const part of header) this.#at = this.#block.writeInt32BE(part, this.#at);
    for (const value of values) value === null ? this.null() : this.text(value);
    this.#block.writeInt32BE(this.#at - start - 4, start);
  }

  bigintArray(values: readonly bigint[]): void {
    const start = this.#at;
    this.#reserve(values.length * 12 + MARGIN);
    const header = [0, values.length === 0 ? 0 : 1, 0, BIGINT];
    if (values.length > 0) header.push(values.length, 1);
    for (const part of header) this.#at = this.#block.writeInt32BE(part, this.#at);
    for (const value of values) this.int8(value);
    this.#block.writeInt32BE(this.#at - start - 4, start);
  }

  /** Sends what has gathered; waits where the server is slower. */
  async flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const full = this.#block.subarray(0, this.#at);
    this.#block = Buffer.allocUnsafe(BLOCK + MARGIN);
    this.#at = 0;
    if (this.#stream.write(full)) return;
    await drained(this.#stream);
    if (this.#failure !== null) throw this.#failure;
  }

  /** Waits for the server's word that all rows are in. */
  async end(): Promise<void> {
    this.#at = this.#block.writeInt16BE(-1, this.#at);
    await this.flush();
    const done = finished(this.#stream);
    this.#stream.end();
    await done;
    if (this.#failure !== null) throw this.#failure;
  }

  /** Gives up: the server drops the rows, and the connection can be used for a rollback. */
  async abandon(): Promise<void> {
    if (this.#failure !== null || this.#stream.destroyed) return;
    const closed = once(this.#stream, 'close').catch(() => {});
    this.#stream.destroy();
    await closed;
  }

  #reserve(room: number): void {
    if (this.#at + room <= this.#block.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.#block.length * 2, this.#at + room));
    this.#block.copy(wider, 0, 0, this.#at);
    this.#block = wider;
  }
}

/** Resolves when the stream takes more, or never will. */
function drained(stream: CopyStreamQuery): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stream.off('drain', settle).off('close', settle).off('error', settle);
      resolve();
    };
    stream.once('drain', settle).once('close', settle).once('error', settle);
  });
}
