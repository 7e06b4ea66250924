import type { Text } from '@leeto/registers';

/**
 * What has to hold between two values (or two records, for `swapped`) for a level, as data. The first level of a comparison
 * that holds is the pair's level. Each test has one meaning in SQL (`level-sql.ts`) and one in the engine (`level-test.ts`).
 */
export type LevelTest =
  | { readonly is: 'equal' }
  | { readonly is: 'same_tokens' }
  | { readonly is: 'tokens_within' }
  | { readonly is: 'shared_token' }
  | { readonly is: 'same_sound' }
  | { readonly is: 'same_root' }
  | { readonly is: 'initial' }
  | { readonly is: 'jaro_winkler'; readonly atLeast: number }
  | { readonly is: 'edits'; readonly atMost: number; readonly minLength: number }
  | { readonly is: 'swapped_fields'; readonly with: string }
  | { readonly is: 'look_alike' }
  | { readonly is: 'same_prefix'; readonly length: number }
  | { readonly is: 'same_suffix'; readonly length: number }
  | { readonly is: 'date_day_month_swapped' }
  | { readonly is: 'date_one_edit' }
  | { readonly is: 'date_parts_agree'; readonly parts: readonly ('year' | 'month' | 'day')[] }
  | { readonly is: 'date_partial_agrees' }
  | { readonly is: 'date_century' }
  | { readonly is: 'date_within_years'; readonly years: number }
  | { readonly is: 'within_share'; readonly share: number }
  | { readonly is: 'else' };

/** One level of agreement, from best to worst. */
export interface LevelDeclaration {
  /** snake_case, unique within the comparison: `exact`, `sound`, `swapped`, `else`. */
  readonly id: string;
  /** In a word or two: "same", "same sound", "day and month swapped". */
  readonly label: Text;
  /** One sentence for someone who is no statistician. */
  readonly description: Text;
  readonly test: LevelTest;
  /** Agreement on a rare value counts for more than on a common one. */
  readonly usesTermFrequency?: boolean;
}

/** How one aspect of two records is compared. */
export interface Comparison {
  /** The field's name, or the names joined by `+` where several fields are compared as one. */
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly string[];
  /** From best to worst; the last one is `else`. At most 15. Where a value is not stated, no level holds and the comparison is silent. */
  readonly levels: readonly LevelDeclaration[];
}
