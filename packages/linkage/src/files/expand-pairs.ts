import { SILENT } from '../compare/level-finder.ts';
import type { LinkResult } from '../link-result.ts';
import type { RecordSet } from '../records/record-set.ts';

/** Pairs of records, left < right, in pieces. `from` is the pair of entries, or -1 - entry for two records of one entry. */
export interface RecordPairs {
  readonly count: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
  readonly from: Int32Array;
}

export interface PairExpansion {
  readonly pieces: () => Iterable<RecordPairs>;
  /** Pairs of records in all; only `written` of them are in the pieces. */
  readonly total: number;
  readonly written: number;
  /** Pairs of entries (or entries of several records) that stand with their first records only. */
  readonly shortened: number;
}

const PIECE = 1 << 19;

/**
 * Turns pairs of entries into pairs of records: each record of one with each of the other, and, where an entry's records count
 * as one person's (weight against its double at least `keepAbove`), those among each other. Where all of them are more than `most`, the
 * largest products stand with their first record only, so that what was found can always be written.
 */
export function expandPairs(result: LinkResult, { keepAbove = -10, most = 20_000_000 } = {}): PairExpansion {
  const { entries, pairs, records, selfWeight } = result;
  const sizeOf = (entry: number) => (entries.starts[entry + 1] as number) - (entries.starts[entry] as number);
  const selves: number[] = [];
  for (let entry = 0; entry < entries.count; entry += 1) {
    if (sizeOf(entry) > 1 && (selfWeight[entry] as number) >= keepAbove && mayPairWithin(records, entries, entry))
      selves.push(entry);
  }
  const productOf = (pair: number) => sizeOf(pairs.left[pair] as number) * sizeOf(pairs.right[pair] as number);
  const ownPairs = (entry: number) => (sizeOf(entry) * (sizeOf(entry) - 1)) / 2;
  const limit = largestProduct(pairs.count, productOf, selves, ownPairs, most);
  let [total, written, shortened] = [0, 0, 0];
  const count = (full: number, short: number) => {
    total += full;
    written += full <= limit ? full : short;
    if (full > limit) shortened += 1;
  };
  for (let pair = 0; pair < pairs.count; pair += 1) count(productOf(pair), 1);
  for (const entry of selves) count(ownPairs(entry), sizeOf(entry) - 1);
  return { pieces: () => piecesOf(result, selves, limit, productOf, ownPairs), total, written, shortened };
}

/** The largest product up to which pairs are written in full so that all stay within `most`. */
function largestProduct(
  pairs: number,
  productOf: (pair: number) => number,
  selves: readonly number[],
  ownPairs: (entry: number) => number,
  most: number,
): number {
  const histogram = new Map<number, number>();
  const add = (product: number) => histogram.set(product, (histogram.get(product) ?? 0) + 1);
  for (let pair = 0; pair < pairs; pair += 1) add(productOf(pair));
  for (const entry of selves) add(ownPairs(entry));
  let sum = 0;
  let limit = 1;
  for (const [product, times] of [...histogram].sort(([a], [b]) => a - b)) {
    sum += product * times;
    if (sum > most) return limit;
    limit = product;
  }
  return Number.POSITIVE_INFINITY;
}

function* piecesOf(
  { entries, pairs, records, selfWeight }: LinkResult,
  selves: readonly number[],
  limit: number,
  productOf: (pair: number) => number,
  ownPairs: (entry: number) => number,
): Iterable<RecordPairs> {
  const { starts, members } = entries;
  const left = new Int32Array(PIECE);
  const right = new Int32Array(PIECE);
  const weight = new Float64Array(PIECE);
  const from = new Int32Array(PIECE);
  let count = 0;
  const mayPair = eligibility(records);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const [a, b] = [pairs.left[pair] as number, pairs.right[pair] as number];
    const isFull = productOf(pair) <= limit;
    const endA = isFull ? (starts[a + 1] as number) : (starts[a] as number) + 1;
    const endB = isFull ? (starts[b + 1] as number) : (starts[b] as number) + 1;
    for (let i = starts[a] as number; i < endA; i += 1) {
      for (let j = starts[b] as number; j < endB; j += 1) {
        const [x, y] = [members[i] as number, members[j] as number];
        if (!mayPair(x, y)) continue;
        left[count] = Math.min(x, y);
        right[count] = Math.max(x, y);
        weight[count] = pairs.weight[pair] as number;
        from[count] = pair;
        count += 1;
        if (count === PIECE) {
          yield { count, left, right, weight, from };
          count = 0;
        }
      }
    }
  }
  for (const entry of selves) {
    const first = starts[entry] as number;
    const end = starts[entry + 1] as number;
    const endI = ownPairs(entry) <= limit ? end : first + 1;
    for (let i = first; i < endI; i += 1) {
      for (let j = i + 1; j < end; j += 1) {
        const [x, y] = [members[i] as number, members[j] as number];
        if (!mayPair(x, y)) continue;
        left[count] = x;
        right[count] = y;
        weight[count] = selfWeight[entry] as number;
        from[count] = -1 - entry;
        count += 1;
        if (count === PIECE) {
          yield { count, left, right, weight, from };
          count = 0;
        }
      }
    }
  }
  if (count > 0) yield { count, left, right, weight, from };
}

/** Whether a pair of records counts at all in this mode, and where sources have nobody twice. */
function eligibility({ mode, sources, sourceOf }: RecordSet): (left: number, right: number) => boolean {
  if (mode === 'link') return (x, y) => sourceOf[x] !== sourceOf[y];
  if (mode === 'dedupe' && sources.length > 1) return (x, y) => sourceOf[x] === sourceOf[y];
  if (!sources.some(({ isUnique }) => isUnique)) return () => true;
  return (x, y) => sourceOf[x] !== sourceOf[y] || sources[sourceOf[x] as number]?.isUnique !== true;
}

function mayPairWithin(records: RecordSet, { starts, members }: LinkResult['entries'], entry: number): boolean {
  if (records.mode === 'link') return false;
  const source = records.sources[records.sourceOf[members[starts[entry] as number] as number] as number];
  return source?.isUnique !== true;
}

/** Level index of each comparison for two records of one entry: the first one where a value is stated, silent elsewhere. */
export function levelsWithin({ records, entries, model }: LinkResult, entry: number): Uint8Array {
  const record = entries.firstOf[entry] as number;
  return Uint8Array.from(model.comparisons, ({ fields }) => {
    const column = records.fields.find(({ name }) => name === fields[0]);
    return column === undefined || (column.valueOf[record] as number) < 0 ? SILENT : 0;
  });
}
