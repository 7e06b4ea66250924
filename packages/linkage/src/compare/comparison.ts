import type { Text } from '@leeto/registers';

/**
 * What has to hold between two different values for a level, as data. The first level of a comparison that holds is the pair's
 * level. Each test has one meaning in the engine (`value-test.ts`) and the same one in SQL (`level-sql.ts`); a test holds the two
 * together.
 */
export type LevelTest =
  | { readonly is: 'equal' }
  | { readonly is: 'any'; readonly of: readonly LevelTest[] }
  /** Every word of the one with fewer words stands in the other. */
  | { readonly is: 'words_within' }
  /** As above, by the words' spelling-variant keys. */
  | { readonly is: 'sounds_within' }
  /** A word of at least this many letters stands in both. */
  | { readonly is: 'shared_word'; readonly minLength: number }
  /** The first words are forms of one name: Bob, Robert. */
  | { readonly is: 'same_root' }
  /** One is given by an initial only, and the other begins with it. */
  | { readonly is: 'initial' }
  | { readonly is: 'jaro_winkler'; readonly atLeast: number }
  /** One letter wrong, missing, too many, or two neighbours swapped (Damerau); both at least so long. */
  /** Of the first words only where one of the two has several. */
  | { readonly is: 'one_edit'; readonly minLength: number; readonly on?: 'first_word' }
  /** This field of the one is the other field of the other, both ways round. Asked of two records, not of two values. */
  | { readonly is: 'swapped_with'; readonly field: string }
  /** Equal but for signs that are taken for one another: O and 0, I and 1. */
  | { readonly is: 'look_alike' }
  | { readonly is: 'same_prefix'; readonly length: number }
  | { readonly is: 'same_suffix'; readonly length: number }
  | { readonly is: 'same_user' }
  | { readonly is: 'date_swapped' }
  /** Both known in full; the last figure of one of year, month and day differs, and nothing else. */
  | { readonly is: 'date_last_figure' }
  | { readonly is: 'date_one_edit' }
  /** One of the two is known in part only, and what is known of both agrees (the year up to so many years). */
  | { readonly is: 'date_partial'; readonly years: number }
  /** The year agrees, and one of month and day. */
  | { readonly is: 'date_year_and_part' }
  | { readonly is: 'date_month_and_day' }
  | { readonly is: 'date_same_year' }
  | { readonly is: 'date_within_years'; readonly years: number }
  | { readonly is: 'number_within'; readonly share: number }
  | { readonly is: 'else' };

/** One level of agreement. */
export interface LevelDeclaration {
  /** snake_case, unique within the comparison: `exact`, `sound`, `swapped`, `else`. */
  readonly id: string;
  /** In a few words, to follow the field's name: "same", "sounds alike", "day and month swapped". */
  readonly label: Text;
  /** One sentence for someone who is no statistician. */
  readonly description: Text;
  readonly test: LevelTest;
  /** Agreement on a rare value counts for more than on a common one. */
  readonly usesTermFrequency?: boolean;
  /** Probability among pairs of one person before anything is learnt. */
  readonly initialM: number;
}

/** How one aspect of two records is compared. */
export interface Comparison {
  /** Name of the compared field. */
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly string[];
  /** From best to worst; the first is `exact`, the last `else`. At most 15. Where a value is not stated, the comparison is silent. */
  readonly levels: readonly LevelDeclaration[];
  /** Silent where the named comparison found the two fields swapped: the swap is counted once. */
  readonly silentIfSwapped?: string;
}
