import type { Comparison, LevelDeclaration, LevelTest } from './comparison.ts';
import { dateTestSql } from './date-test-sql.ts';
import { column } from './derived-columns.ts';

/**
 * The condition of a level in DuckDB's SQL, over two records `l` and `r` with the columns of `derivedColumns`: what has to hold
 * where none of the levels before it did. Null or false where a value is not stated. Of a field with several values the columns
 * hold one of them each; the pair's level is then the least one over their combinations.
 */
export function levelSql(comparison: Comparison, level: LevelDeclaration): string {
  return testSql(level.test, comparison.fields[0] ?? comparison.id);
}

/**
 * The whole comparison: the index of the pair's level in the comparison's list, null where it is silent.
 *
 * @param partner the comparison named by `silentIfSwapped`
 */
export function comparisonSql(comparison: Comparison, partner?: Comparison): string {
  const field = comparison.fields[0] ?? comparison.id;
  const levels = comparison.levels.map((level, index) => `when ${levelSql(comparison, level)} then ${index}`);
  const levelOf = `case when ${missing(field)} then null ${levels.join(' ')} end`;
  if (comparison.silentIfSwapped === undefined) return levelOf;
  const other = partner?.fields[0] ?? comparison.silentIfSwapped;
  // Names that agree better than in part were not swapped, even where the two sound alike.
  const loosest = comparison.levels.findIndex(({ id }) => id === 'similar' || id === 'else');
  return `case when ${swappedSql(field, other)} and (${levelOf}) >= ${loosest} then null else ${levelOf} end`;
}

function testSql(test: LevelTest, field: string): string {
  const [l, r] = column(field);
  switch (test.is) {
    case 'equal':
      return `${l} = ${r}`;
    case 'any':
      return `(${test.of.map((one) => testSql(one, field)).join(' or ')})`;
    case 'words_within':
      return withinSql(column(field, 'words'));
    case 'sounds_within':
      return withinSql(column(field, 'sounds'));
    case 'shared_word': {
      const [words, others] = column(field, 'words');
      return `list_has_any(list_filter(${words}, lambda w: length(w) >= ${test.minLength}), ${others})`;
    }
    case 'same_root': {
      const [roots, others] = column(field, 'roots');
      return `(list_has_any(${roots}, ${others}) and ${firstWord(l)} <> ${firstWord(r)})`;
    }
    case 'initial':
      return `(left(${l}, 1) = left(${r}, 1) and (length(${firstWord(l)}) = 1 or length(${firstWord(r)}) = 1))`;
    case 'jaro_winkler':
      return `jaro_winkler_similarity(${l}, ${r}) >= ${test.atLeast}`;
    case 'one_edit':
      return test.on === 'first_word'
        ? oneEditSql(firstWord(l), firstWord(r), test.minLength)
        : oneEditSql(l, r, test.minLength);
    case 'swapped_with':
      return swappedSql(field, test.field);
    case 'look_alike': {
      const [a, b] = column(field, 'look_alike');
      return `${a} = ${b}`;
    }
    case 'same_prefix':
      return alikeSql('left', l, r, test.length);
    case 'same_suffix':
      return alikeSql('right', l, r, test.length);
    case 'same_user':
      return `(contains(${l}, '@') and contains(${r}, '@') and split_part(${l}, '@', 1) = split_part(${r}, '@', 1))`;
    case 'number_within': {
      const [a, b] = [`cast(${l} as double)`, `cast(${r} as double)`];
      return `abs(${a} - ${b}) <= ${test.share} * greatest(abs(${a}), abs(${b}))`;
    }
    case 'else':
      return `not (${missing(field)})`;
    default:
      return dateTestSql(test, l, r);
  }
}

function missing(field: string): string {
  const [l, r] = column(field);
  return `${l} is null or ${r} is null`;
}

/** Every item of the shorter list as often in the longer one. */
function withinSql([a, b]: readonly [string, string]): string {
  const held = (short: string, long: string) =>
    `len(list_filter(${short}, lambda x: len(list_filter(${short}, lambda y: y = x)) > len(list_filter(${long}, lambda y: y = x)))) = 0`;
  return `(case when len(${a}) <= len(${b}) then ${held(a, b)} else ${held(b, a)} end)`;
}

/** DuckDB's Damerau distance is slow: asked only where the quick Levenshtein distance leaves it open. The result is the same. */
function oneEditSql(a: string, b: string, minLength: number): string {
  const isLong = `length(${a}) >= ${minLength} and length(${b}) >= ${minLength}`;
  const distance = `levenshtein(${a}, ${b})`;
  const isSwap = `(length(${a}) = length(${b}) and ${distance} = 2 and damerau_levenshtein(${a}, ${b}) <= 1)`;
  return `(${isLong} and abs(length(${a}) - length(${b})) <= 1 and (${distance} <= 1 or ${isSwap}))`;
}

function alikeSql(side: 'left' | 'right', l: string, r: string, length: number): string {
  return `(length(${l}) >= ${length} and length(${r}) >= ${length} and ${side}(${l}, ${length}) = ${side}(${r}, ${length}))`;
}

/** Sounds of the one field are those of the other, both ways round; or the sounds of both together are the same, shared out otherwise. */
function swappedSql(field: string, other: string): string {
  const [l, r] = column(field, 'sound');
  const [otherL, otherR] = column(other, 'sound');
  const [words, wordsR] = column(field, 'sounds');
  const [others, othersR] = column(other, 'sounds');
  const together = (one: string, two: string) => `list_sort(list_concat(${one}, ${two}))`;
  // A list joined to a missing one is the list: both names have to be there.
  const isStated = [l, r, otherL, otherR].map((side) => `${side} is not null`).join(' and ');
  return `((${l} = ${otherR} and ${r} = ${otherL}) or (${isStated} and ${together(words, others)} = ${together(wordsR, othersR)}))`;
}

function firstWord(sql: string): string {
  return `string_split(${sql}, ' ')[1]`;
}
