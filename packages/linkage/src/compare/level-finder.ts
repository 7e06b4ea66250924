import { LinkProblem } from '../link-problem.ts';
import { NOT_STATED } from '../records/record-set.ts';
import type { Comparison } from './comparison.ts';
import type { FieldTables, Lists } from './field-tables.ts';
import { makeValueTest, type ValueTest } from './value-test.ts';

/** Values of one field by record (or entry): the columns that a finder reads. */
export interface ValueColumn {
  readonly valueOf: Int32Array;
  readonly further: { readonly starts: Int32Array; readonly values: Int32Array } | null;
}

/** Finds the level of one comparison for a pair of records: its index in the comparison's list, SILENT where a value is missing. */
export type LevelFinder = (left: number, right: number) => number;

/** No level: a value is not stated (or the pair is counted by another comparison). */
export const SILENT = 255;

/** Pairs of values whose level is remembered; a power of two, few enough to stay in the processor's cache. */
const REMEMBERED = 1 << 16;
/** Values are numbered below this where levels are remembered: four bits are left for the level. */
const MOST_REMEMBERED = 1 << 27;
/** A desk makes a finder for each record that comes: of few values, making room takes longer than finding levels. */
const FEWEST_REMEMBERED = 500;

/**
 * Makes the finder of a comparison. The same two names meet again and again among candidate pairs, so the last levels found
 * are kept in a table by pair of values.
 */
export function makeLevelFinder(
  comparison: Comparison,
  tables: readonly FieldTables[],
  columns: readonly ValueColumn[],
  fieldNames: readonly string[],
): LevelFinder {
  const index = fieldNames.indexOf(comparison.fields[0] ?? '');
  const own = tables[index];
  const column = columns[index];
  if (own === undefined || column === undefined) {
    throw new LinkProblem({
      code: 'unknown_field',
      message: `The model compares "${comparison.id}", which these records do not have.`,
      remedy: 'Link with a model of the same fields, or without one.',
    });
  }
  const levelOf = makeLevelOfValues(comparison, own);
  const isCostly = own.words !== null && own.count >= FEWEST_REMEMBERED && own.count < MOST_REMEMBERED;
  const levelOfValues = isCostly ? remembering(levelOf) : levelOf;
  const found = column.further === null ? single(column, levelOfValues) : several(column, levelOfValues);
  const swap = comparison.levels.findIndex(({ test }) => test.is === 'swapped_with');
  const other = comparison.levels[swap]?.test;
  if (other?.is === 'swapped_with') {
    const isSwapped = makeSwapTest(index, fieldNames.indexOf(other.field), tables, columns);
    return (left, right) => {
      const level = found(left, right);
      return level > swap && level !== SILENT && isSwapped(left, right) ? swap : level;
    };
  }
  const partner = fieldNames.indexOf(comparison.silentIfSwapped ?? '');
  if (partner < 0) return found;
  const isSwapped = makeSwapTest(index, partner, tables, columns);
  // What counts as a swap must be the same in both comparisons: one of the two must differ, else nothing was swapped.
  const loosest = comparison.levels.findIndex(({ id }) => id === 'similar' || id === 'else');
  return (left, right) => {
    const level = found(left, right);
    return level >= loosest && level !== SILENT && isSwapped(left, right) ? SILENT : level;
  };
}

/** Given names of one sound like the family name of the other, both ways round; or the words of both together are the same, shared out otherwise. */
function makeSwapTest(
  a: number,
  b: number,
  tables: readonly FieldTables[],
  columns: readonly ValueColumn[],
): (left: number, right: number) => boolean {
  const aSound = tables[a]?.sound;
  const bSound = tables[b]?.sound;
  const aOf = columns[a]?.valueOf;
  const bOf = columns[b]?.valueOf;
  const aWords = tables[a]?.sounds;
  const bWords = tables[b]?.sounds;
  if (!aSound || !bSound || !aOf || !bOf || !aWords || !bWords) return () => false;
  const aSums = sumsOf(aWords, aSound.length);
  const bSums = sumsOf(bWords, bSound.length);
  const ofValue = ({ starts, items }: Lists, value: number) => items.subarray(starts[value], starts[value + 1]);
  const wordsOf = (own: number, other: number) =>
    Int32Array.from([...ofValue(aWords, own), ...ofValue(bWords, other)]).sort();
  return (left, right) => {
    const aLeft = aOf[left] as number;
    const aRight = aOf[right] as number;
    const bLeft = bOf[left] as number;
    const bRight = bOf[right] as number;
    if (aLeft < 0 || aRight < 0 || bLeft < 0 || bRight < 0) return false;
    if (aSound[aLeft] === bSound[bRight] && aSound[aRight] === bSound[bLeft]) return true;
    // Sums tell nearly all that differ.
    if ((aSums[aLeft] as number) + (bSums[bLeft] as number) !== (aSums[aRight] as number) + (bSums[bRight] as number))
      return false;
    return isSame(wordsOf(aLeft, bLeft), wordsOf(aRight, bRight));
  };
}

function sumsOf({ starts, items }: Lists, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, value) => {
    let sum = 0;
    for (let i = starts[value] as number; i < (starts[value + 1] as number); i += 1) sum += (items[i] as number) + 1;
    return sum;
  });
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function makeLevelOfValues(comparison: Comparison, tables: FieldTables): (a: number, b: number) => number {
  const tests: readonly ValueTest[] = comparison.levels.map(({ test }) => makeValueTest(test, tables));
  const last = tests.length - 1;
  return (a, b) => {
    if (a === b) return 0;
    for (let level = 1; level < last; level += 1) if ((tests[level] as ValueTest)(a, b)) return level;
    return last;
  };
}

/** Each slot holds the lower value and, beside it, the higher one with the level in its last four bits: one look at the memory. */
function remembering(levelOf: (a: number, b: number) => number): (a: number, b: number) => number {
  const slots = new Int32Array(REMEMBERED * 2).fill(-1);
  return (a, b) => {
    if (a === b) return 0;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    const slot = ((hash ^ (hash >>> 15)) & (REMEMBERED - 1)) * 2;
    const known = slots[slot + 1] as number;
    if (slots[slot] === low && known >>> 4 === high) return known & 15;
    const level = levelOf(low, high);
    slots[slot] = low;
    slots[slot + 1] = (high << 4) | level;
    return level;
  };
}

function single({ valueOf: valueOfRecord }: ValueColumn, levelOf: (a: number, b: number) => number): LevelFinder {
  return (left, right) => {
    const a = valueOfRecord[left] as number;
    const b = valueOfRecord[right] as number;
    return a === NOT_STATED || b === NOT_STATED ? SILENT : levelOf(a, b);
  };
}

/** Of records with several values, the best level that any two of them reach. */
function several(column: ValueColumn, levelOf: (a: number, b: number) => number): LevelFinder {
  const { valueOf: valueOfRecord, further } = column;
  if (further === null) return single(column, levelOf);
  const { starts, values } = further;
  const count = (record: number) => 1 + (starts[record + 1] as number) - (starts[record] as number);
  const at = (record: number, i: number) =>
    (i === 0 ? valueOfRecord[record] : values[(starts[record] as number) + i - 1]) as number;
  return (left, right) => {
    let best = SILENT;
    if (valueOfRecord[left] === NOT_STATED || valueOfRecord[right] === NOT_STATED) return best;
    for (let i = count(left) - 1; i >= 0; i -= 1) {
      for (let j = count(right) - 1; j >= 0; j -= 1) {
        const level = levelOf(at(left, i), at(right, j));
        if (level < best) best = level;
        if (best === 0) return 0;
      }
    }
    return best;
  };
}
