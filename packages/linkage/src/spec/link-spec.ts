import type { LevelChoice } from './level-choice.ts';

/** What a column holds, as far as linking is concerned. Each kind has its levels in `compare/kinds/`. */
export type LinkKind =
  | 'person_name'
  | 'date'
  | 'sex'
  | 'country'
  | 'document_number'
  | 'identifier'
  | 'phone'
  | 'email'
  | 'place'
  | 'address'
  | 'postcode'
  | 'code'
  | 'text'
  | 'number';

export type NamePart = 'given' | 'middle' | 'family' | 'full';
export type DatePart = 'year' | 'month' | 'day';

export interface LinkField {
  readonly kind: LinkKind;
  /** Of a person name: which of a person's names. Of a date that comes in three columns: which of them. */
  readonly part?: NamePart | DatePart;
  /** Header of the column in the files; the field's own name where absent. */
  readonly column?: string;
  /** Headers of several columns that make one value together, in their order. */
  readonly columns?: readonly string[];
  /** Sign between several values in one cell (`;`): all documents, all names ever used. */
  readonly separator?: string;
  /** Order of day and month in dates written with figures only. */
  readonly order?: 'dmy' | 'mdy';
  /** Levels of agreement, from best to worst, `exact` first and `else` last; those of the kind where absent. */
  readonly levels?: readonly LevelChoice[];
}

export type LinkMode = 'dedupe' | 'link' | 'link_and_dedupe';

/** One part of a blocking key: a field, seen through a transform that brings spellings of the same value together. */
export interface KeyPart {
  readonly field: string;
  readonly by: KeyTransform;
  /** For `either_order`: the other name. */
  readonly with?: string;
}

/**
 * `value` the value as it is; `sound` spelling-variant key of the first word, a short form of a given name taken for the name;
 * `word` the same for each word, any of which may agree; `either_order` the two names' sounds, in whichever order; `first_1`,
 * `first_3` the first letters; `last_6` the last figures; `user` an address before its @; `date` with day and month in either order;
 * `year`, `year_month`, `month_day` parts of a date; `look_alike` with O read as 0, I as 1.
 */
export type KeyTransform =
  | 'value'
  | 'sound'
  | 'word'
  | 'either_order'
  | 'first_1'
  | 'first_3'
  | 'last_6'
  | 'user'
  | 'date'
  | 'year'
  | 'year_month'
  | 'month_day'
  | 'look_alike';

/** Two records are candidates where all parts of one rule agree. */
export type BlockingRule = readonly KeyPart[];

export interface SourceSpec {
  /** Name of its file, where the source is called otherwise. */
  readonly file?: string;
  /** No person stands twice in this source: of several candidates the best one is linked, and no two of its records are one person. */
  readonly isUnique?: boolean;
  /** Headers of this source that differ from the spec's: field to column. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** What `leeto link --spec` reads: which column is what. All else is chosen from the data. */
export interface LinkSpec {
  /** Column that identifies a row within its file; the row's number where absent. */
  readonly id?: string;
  readonly fields: Readonly<Record<string, LinkField>>;
  readonly mode: LinkMode;
  /** Column that says who is who; never compared, only used to measure errors. */
  readonly truth?: string;
  readonly sources?: Readonly<Record<string, SourceSpec>>;
  readonly blocking?: readonly BlockingRule[];
  /** Probability from which two records are one person; where absent 0.95, or a little less where few pairs are in doubt (`chooseMatchWeight`). */
  readonly threshold?: number;
}
