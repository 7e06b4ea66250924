/** How much a problem weighs: an error keeps a record out, a warning lets it in with a mark. */
export type Severity = 'error' | 'warning';

/**
 * One thing wrong with one piece of data. Bad data is a value, collected with all its fellows, never a throw.
 * `path` is the field name (or '' for the whole record); `hint` says what would be accepted.
 */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly severity: Severity;
  readonly value: string | null;
  readonly hint: string;
}

/** Where in a delivered file a row stood. `row` is 1-based as a spreadsheet shows it; `sheet` is '' where a file has none. */
export interface SourcePosition {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** An issue with its place in the delivered file: one line of the issues file. */
export interface PlacedIssue extends Issue, SourcePosition {
  /** The header of the column as the file writes it, or '' where the whole row is at fault. */
  readonly column: string;
}
