import type { LevelTest } from './comparison.ts';
import { daysSwapped, isPartial, lastFigureDiffers, partsEqual, sameDay, sameMonth, withinYears } from './date-test.ts';
import { jaroWinkler, withinOneEdit } from './distances.ts';
import type { FieldTables, Lists } from './field-tables.ts';
import { mostInCommon } from './signs.ts';

/** True where the test holds between two different values of one field (numbers in its pool). */
export type ValueTest = (a: number, b: number) => boolean;

const never: ValueTest = () => false;

/** Makes a test of values out of its declaration. Tests that a field's kind has no tables for never hold. */
export function makeValueTest(test: LevelTest, tables: FieldTables): ValueTest {
  const { bytes, starts } = tables;
  switch (test.is) {
    case 'equal':
      return (a, b) => a === b;
    case 'any': {
      const tests = test.of.map((one) => makeValueTest(one, tables));
      return (a, b) => tests.some((one) => one(a, b));
    }
    case 'words_within':
      return within(tables.words);
    case 'sounds_within':
      return within(tables.sounds);
    case 'shared_word':
      return sharedWord(tables, test.minLength);
    case 'same_root':
      return rootTest(tables);
    case 'initial':
      return initial(tables);
    case 'jaro_winkler':
      return likeTest(tables, test.atLeast);
    case 'one_edit':
      return test.on === 'first_word' ? firstWordEditTest(tables, test.minLength) : editTest(tables, test.minLength);
    case 'look_alike': {
      const keys = tables.lookAlike;
      return keys === null ? never : (a, b) => keys[a] === keys[b];
    }
    case 'same_prefix':
      return (a, b) =>
        sameSigns(
          bytes,
          starts[a] as number,
          starts[a + 1] as number,
          starts[b] as number,
          starts[b + 1] as number,
          test.length,
        );
    case 'same_suffix':
      return (a, b) => {
        const aTo = starts[a + 1] as number;
        const bTo = starts[b + 1] as number;
        const aFrom = Math.max(starts[a] as number, aTo - test.length);
        const bFrom = Math.max(starts[b] as number, bTo - test.length);
        return sameSigns(bytes, aFrom, aTo, bFrom, bTo, test.length);
      };
    case 'same_user':
      return sameUser(tables);
    case 'number_within': {
      const { number } = tables;
      if (number === null) return never;
      return (a, b) => {
        const x = number[a] as number;
        const y = number[b] as number;
        return Math.abs(x - y) <= test.share * Math.max(Math.abs(x), Math.abs(y));
      };
    }
    case 'else':
      return () => true;
    case 'swapped_with':
      return never;
    default:
      return makeDateTest(test, tables);
  }
}

/** Jaro-Winkler; values too different in length or letters to reach the bound are not looked at. */
function likeTest({ bytes, starts, signs }: FieldTables, atLeast: number): ValueTest {
  const { lengths } = signs;
  // With the longest common beginning, Jaro-Winkler is 0.6 of Jaro and 0.4.
  const jaroNeeded = (atLeast - 0.4) / 0.6;
  return (a, b) => {
    const common = mostInCommon(signs, a, b);
    const needed = bytes[starts[a] as number] === bytes[starts[b] as number] ? jaroNeeded : atLeast;
    if (common / (lengths[a] as number) + common / (lengths[b] as number) + 1 < 3 * needed - 1e-9) return false;
    const own = jaroWinkler(
      bytes,
      starts[a] as number,
      starts[a + 1] as number,
      bytes,
      starts[b] as number,
      starts[b + 1] as number,
    );
    return own >= atLeast;
  };
}

function editTest({ bytes, starts, signs }: FieldTables, minLength: number): ValueTest {
  const { lengths } = signs;
  return (a, b) => {
    const aLength = lengths[a] as number;
    const bLength = lengths[b] as number;
    if (aLength < minLength || bLength < minLength || aLength - bLength > 1 || bLength - aLength > 1) return false;
    if (mostInCommon(signs, a, b) < Math.max(aLength, bLength) - 1) return false;
    const aFrom = starts[a] as number;
    const bFrom = starts[b] as number;
    return withinOneEdit(bytes, aFrom, aFrom + aLength, bytes, bFrom, bFrom + bLength);
  };
}

function firstWordEditTest(tables: FieldTables, minLength: number): ValueTest {
  const { bytes, starts } = tables;
  const end = endOfFirstWord(tables);
  return (a, b) => {
    const aFrom = starts[a] as number;
    const bFrom = starts[b] as number;
    const aTo = end[a] as number;
    const bTo = end[b] as number;
    if (aTo === starts[a + 1] && bTo === starts[b + 1]) return false;
    if (aTo - aFrom < minLength || bTo - bFrom < minLength) return false;
    return withinOneEdit(bytes, aFrom, aTo, bytes, bFrom, bTo);
  };
}

function makeDateTest(test: Extract<LevelTest, { is: `date_${string}` }>, tables: FieldTables): ValueTest {
  const { date, bytes, starts } = tables;
  if (date === null) return never;
  const at = (value: number) => date[value] as number;
  switch (test.is) {
    case 'date_swapped':
      return (a, b) => daysSwapped(at(a), at(b));
    case 'date_last_figure':
      return (a, b) => lastFigureDiffers(at(a), at(b));
    case 'date_one_edit':
      return (a, b) =>
        !isPartial(at(a)) &&
        !isPartial(at(b)) &&
        withinOneEdit(
          bytes,
          starts[a] as number,
          starts[a + 1] as number,
          bytes,
          starts[b] as number,
          starts[b + 1] as number,
        );
    case 'date_partial':
      return (a, b) => {
        const x = at(a);
        const y = at(b);
        if (!isPartial(x) && !isPartial(y)) return false;
        if (x < 10000 || y < 10000 || !withinYears(x, y, test.years)) return false;
        return test.years > 0 || partsEqual(x, y, true);
      };
    case 'date_year_and_part':
      return (a, b) =>
        at(a) >= 10000 && withinYears(at(a), at(b), 0) && (sameMonth(at(a), at(b)) || sameDay(at(a), at(b)));
    case 'date_month_and_day':
      return (a, b) => sameMonth(at(a), at(b)) && sameDay(at(a), at(b));
    case 'date_same_year':
      return (a, b) => at(a) >= 10000 && withinYears(at(a), at(b), 0);
    case 'date_within_years':
      return (a, b) => at(a) >= 10000 && at(b) >= 10000 && withinYears(at(a), at(b), test.years);
  }
}

/** All items of the shorter list in the longer one (both sorted). */
function within(lists: Lists | null): ValueTest {
  if (lists === null) return never;
  const { starts, items } = lists;
  return (a, b) => {
    let i = starts[a] as number;
    let j = starts[b] as number;
    let iTo = starts[a + 1] as number;
    let jTo = starts[b + 1] as number;
    if (iTo - i > jTo - j) [i, iTo, j, jTo] = [j, jTo, i, iTo];
    while (i < iTo && j < jTo) {
      const x = items[i] as number;
      const y = items[j] as number;
      if (x === y) i += 1;
      else if (y > x) return false;
      j += 1;
    }
    return i === iTo;
  };
}

/** Forms of one name; two that begin with the very same word are no forms of each other. */
function rootTest(tables: FieldTables): ValueTest {
  if (tables.roots === null) return never;
  const isShared = intersects(tables.roots);
  const { bytes, starts } = tables;
  const end = endOfFirstWord(tables);
  return (a, b) => {
    if (!isShared(a, b)) return false;
    const aFrom = starts[a] as number;
    const bFrom = starts[b] as number;
    const length = (end[a] as number) - aFrom;
    if (length !== (end[b] as number) - bFrom) return true;
    return !sameSigns(bytes, aFrom, aFrom + length, bFrom, bFrom + length, length);
  };
}

function intersects({ starts, items }: Lists): ValueTest {
  return (a, b) => {
    let i = starts[a] as number;
    let j = starts[b] as number;
    const iTo = starts[a + 1] as number;
    const jTo = starts[b + 1] as number;
    while (i < iTo && j < jTo) {
      const x = items[i] as number;
      const y = items[j] as number;
      if (x === y) return true;
      if (x < y) i += 1;
      else j += 1;
    }
    return false;
  };
}

/** Bytes are walked word by word: most values have two or three words. */
function sharedWord({ bytes, starts }: FieldTables, minLength: number): ValueTest {
  return (a, b) => {
    const aTo = starts[a + 1] as number;
    const bTo = starts[b + 1] as number;
    for (let i = starts[a] as number; i < aTo; ) {
      const iTo = endOfWord(bytes, i, aTo);
      if (iTo - i >= minLength) {
        for (let j = starts[b] as number; j < bTo; ) {
          const jTo = endOfWord(bytes, j, bTo);
          if (jTo - j === iTo - i && sameSigns(bytes, i, iTo, j, jTo, iTo - i)) return true;
          j = jTo + 1;
        }
      }
      i = iTo + 1;
    }
    return false;
  };
}

function initial(tables: FieldTables): ValueTest {
  const { bytes, starts } = tables;
  const end = endOfFirstWord(tables);
  return (a, b) => {
    const aFrom = starts[a] as number;
    const bFrom = starts[b] as number;
    if (bytes[aFrom] !== bytes[bFrom]) return false;
    return (end[a] as number) - aFrom === 1 || (end[b] as number) - bFrom === 1;
  };
}

function sameUser({ bytes, starts }: FieldTables): ValueTest {
  return (a, b) => {
    let i = starts[a] as number;
    let j = starts[b] as number;
    const iTo = starts[a + 1] as number;
    const jTo = starts[b + 1] as number;
    while (i < iTo && j < jTo && bytes[i] === bytes[j]) {
      if (bytes[i] === AT) return true;
      i += 1;
      j += 1;
    }
    return false;
  };
}

const AT = 64;
const SPACE = 32;

function endOfFirstWord({ bytes, starts, count }: FieldTables): Int32Array {
  const ends = new Int32Array(count);
  for (let v = 0; v < count; v += 1) ends[v] = endOfWord(bytes, starts[v] as number, starts[v + 1] as number);
  return ends;
}

function endOfWord(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== SPACE) at += 1;
  return at;
}

function sameSigns(bytes: Uint8Array, a: number, aTo: number, b: number, bTo: number, length: number): boolean {
  if (aTo - a < length || bTo - b < length) return false;
  for (let i = 0; i < length; i += 1) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
