import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, quoteIdentifier, quoteLiteral, type Session } from '@leeto/warehouse';
import type { LinkResult } from '../link-result.ts';
import { expandPairs, levelsWithin, type PairExpansion, type RecordPairs } from './expand-pairs.ts';

export interface WritePairsOptions {
  /** Where DuckDB may spill; a folder of its own in the system's temporary folder where absent. */
  readonly temporaryFolder?: string;
  readonly keepAbove?: number;
  /** Pairs of records written at most, 20 million where absent. */
  readonly most?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes the pairs of records as Parquet: left_source, left_id, right_source, right_id, weight (bits), probability, and per
 * comparison the id of its level, null where it is silent. Ids and levels are joined in by number, so that a pair costs few bytes until then.
 */
export async function writePairs(
  result: LinkResult,
  path: string,
  options: WritePairsOptions = {},
): Promise<PairExpansion> {
  const expansion = expandPairs(result, options);
  const folder = await mkdtemp(join(options.temporaryFolder ?? tmpdir(), 'leeto-pairs-'));
  try {
    // One thread walks the pairs in their order, and the tables joined in are never walked in its place: the same pairs give
    // the same file without sorting it.
    using session = await openSession({ temporaryFolder: folder, threads: 1, memoryLimit: '2GB' });
    await session.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
    await appendRecords(session, result);
    const patterns = new LevelPatterns(result);
    await session.run('create table pair ("left" integer, "right" integer, weight double, pattern integer)');
    let done = 0;
    for (const piece of expansion.pieces()) {
      await appendPairs(session, piece, patterns);
      done += piece.count;
      options.onProgress?.(done, expansion.written);
    }
    await patterns.append(session);
    const levels = patterns.columns.map((name) => `pattern.${name}`).join(', ');
    await session.run(`copy (
      select l.source as left_source, l.id as left_id, r.source as right_source, r.id as right_id, pair.weight, 1 / (1 + pow(2, -pair.weight)) as probability, ${levels}
      from pair
      left join record l on l.number = pair."left"
      left join record r on r.number = pair."right"
      left join pattern on pattern.number = pair.pattern
    ) to ${quoteLiteral(path)} (format parquet, compression zstd)`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return expansion;
}

async function appendRecords(session: Session, { records }: LinkResult): Promise<void> {
  await session.run('create table record (number integer, source varchar, id varchar)');
  const piece = 1 << 18;
  for (let from = 0; from < records.size; from += piece) {
    const size = Math.min(piece, records.size - from);
    const numbers = Array.from({ length: size }, (_, i) => from + i);
    await session.append(
      'record',
      [
        { type: 'integer', values: numbers },
        {
          type: 'varchar',
          values: numbers.map((number) => records.sources[records.sourceOf[number] as number]?.name ?? ''),
        },
        { type: 'varchar', values: numbers.map((number) => records.idOf(number)) },
      ],
      size,
    );
  }
}

async function appendPairs(session: Session, piece: RecordPairs, patterns: LevelPatterns): Promise<void> {
  const { count, left, right, weight, from } = piece;
  const pattern = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    pattern[i] = patterns.numberOf(from[i] as number);
  }
  await session.append(
    'pair',
    [
      { type: 'integer', values: left },
      { type: 'integer', values: right },
      { type: 'double', values: weight },
      { type: 'integer', values: pattern },
    ],
    count,
  );
}

/** Numbers the combinations of levels that occur: there are few of them, however many the pairs. */
class LevelPatterns {
  readonly columns: readonly string[];
  readonly #result: LinkResult;
  readonly #numbers = new Map<string, number>();
  readonly #patterns: Uint8Array[] = [];
  #last = { from: Number.NaN, number: 0 };

  constructor(result: LinkResult) {
    this.#result = result;
    this.columns = result.model.comparisons.map(({ id }) => quoteIdentifier(columnName(id)));
  }

  numberOf(from: number): number {
    if (from === this.#last.from) return this.#last.number;
    const { pairs } = this.#result;
    const levels =
      from < 0
        ? levelsWithin(this.#result, -1 - from)
        : pairs.levels.subarray(from * pairs.comparisons, (from + 1) * pairs.comparisons);
    let key = '';
    for (const level of levels) key += String.fromCharCode(level);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#patterns.push(levels.slice()) - 1;
      this.#numbers.set(key, number);
    }
    this.#last = { from, number };
    return number;
  }

  async append(session: Session): Promise<void> {
    const { comparisons } = this.#result.model;
    await session.run(
      `create table pattern (number integer${this.columns.map((name) => `, ${name} varchar`).join('')})`,
    );
    await session.append(
      'pattern',
      [
        { type: 'integer', values: this.#patterns.map((_, number) => number) },
        ...comparisons.map(({ levels }, c) => ({
          type: 'varchar' as const,
          values: this.#patterns.map((pattern) => levels[pattern[c] as number]?.id ?? null),
        })),
      ],
      this.#patterns.length,
    );
  }
}

const TAKEN = new Set(['left_source', 'left_id', 'right_source', 'right_id', 'weight', 'probability', 'number']);

/** A field may be called as a column that every file has. */
function columnName(id: string): string {
  return TAKEN.has(id.toLowerCase()) ? `${id}_level` : id;
}
