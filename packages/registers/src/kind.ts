import type { FieldDeclaration } from './field.ts';
import type { Text } from './text.ts';

/**
 * The kinds of field. Each has one file of meaning in `kinds/`; each consumer (table, template, schema, intake codec …)
 * keeps one object keyed by `Kind`, so that a new kind fails to compile in exactly the places that must know it.
 */
export type Kind =
  | 'text'
  | 'long_text'
  | 'person_name'
  | 'date'
  | 'partial_date'
  | 'instant'
  | 'year'
  | 'month'
  | 'sex'
  | 'country'
  | 'code'
  | 'identifier'
  | 'document_number'
  | 'place'
  | 'phone'
  | 'email'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'age'
  | 'duration_days';

/**
 * A value in its canonical text form, the one form in which values travel from intake to the database, to Parquet and to
 * an export: dates `YYYY-MM-DD`, partial dates `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, months `YYYY-MM`, instants
 * `YYYY-MM-DDTHH:MM:SSZ` (or without `Z` where the local time is all that is known), numbers with a decimal point and no
 * grouping, booleans `true`/`false`, codes as the classification's code. `null` is "not stated".
 */
export type CanonicalValue = string | null;

/** What became of reading one value: the canonical form, or why not and what would be accepted. */
export type Reading =
  | { readonly ok: true; readonly value: CanonicalValue; readonly doubt?: string }
  | { readonly ok: false; readonly code: string; readonly hint: string };

/** The meaning of one kind. */
export interface KindMeaning {
  readonly kind: Kind;
  readonly label: Text;
  /** One sentence for the data dictionary and for a form's help line: what is accepted. */
  readonly accepts: Text;
  readonly example: string;
  /** Checks a value that claims to be canonical. Lenient reading of messy spellings is intake's part, not this one's. */
  readonly check: (value: string, field: FieldDeclaration) => Reading;
}
