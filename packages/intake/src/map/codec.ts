/**
 * How a text is read into the canonical form of its field's kind. Every part is optional; what is absent is left to the
 * kind's own lenient reading. Applied in the order in which the parts stand here.
 */
export interface Codec {
  /** First group (or whole match) of this regular expression, without regard to case; no match: not stated. */
  readonly extract?: string;
  /** Further texts that mean "not stated" in this column. */
  readonly nulls?: readonly string[];
  /** Their code → ours; `null` means not stated. Compared without regard to case. */
  readonly codes?: Readonly<Record<string, string | null>>;
  /** The mapping's code list to use as `codes`. */
  readonly codeList?: string;
  /**
   * A code that is in no list: refuse it (the default), read it by the kind's own means, or take another value for it.
   * Without codes: what to take for what the kind cannot read.
   */
  readonly otherwise?: 'refuse' | 'read' | Otherwise;
  /** Order of the parts of dates, most likely first. Decided per column from its values; absent: unambiguous dates only. */
  readonly dates?: readonly DateForm[];
  readonly decimalMark?: '.' | ',';
  readonly multiply?: number;
  /** Decimals to round to. Amounts that are whole by nature come from spreadsheets with noise in the last digit. */
  readonly round?: number;
  /** How a full name in one column is written, and which part of it this field takes. */
  readonly nameOrder?: 'surname_comma_given' | 'surname_given' | 'given_surname';
  readonly take?: 'surname' | 'given_names';
  /** Stored as a keyed hash: for identifiers that are needed only to tell records apart. Needs a key from the application. */
  readonly pseudonymise?: boolean;
}

/**
 * Shapes of dates. `dmy`, `mdy`, `ymd`: with separators or month names, two-digit years included. `ddmmyyyy`, `mmddyyyy`,
 * `yyyymmdd`, `yymmdd`: digits only (a lost leading zero is put back). `sas_days`: days since 1960-01-01.
 * `excel_serial`: days since 1899-12-30. `unix_seconds`, `unix_milliseconds`.
 */
export type DateForm =
  | 'dmy'
  | 'mdy'
  | 'ymd'
  | 'ddmmyyyy'
  | 'mmddyyyy'
  | 'yyyymmdd'
  | 'yymmdd'
  | 'sas_days'
  | 'excel_serial'
  | 'unix_seconds'
  | 'unix_milliseconds';

/** The value taken for a code that nobody knows; it is marked with a warning unless that is `isUsual`. */
export interface Otherwise {
  /** `null`: not stated. */
  readonly take: string | null;
  /** Try the kind's own reading before: for lists that are not complete. */
  readonly afterReading?: boolean;
  readonly isUsual?: boolean;
}
