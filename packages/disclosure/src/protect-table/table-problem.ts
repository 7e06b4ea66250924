/** Something wrong with a table that is to be protected: where, what stands there, and what to do. */
export interface TableIssue {
  readonly code:
    | 'missing_column'
    | 'missing_code'
    | 'missing_value'
    | 'not_a_number'
    | 'negative'
    | 'not_whole'
    | 'duplicate_cell'
    | 'inconsistent_total'
    | 'unknown_code'
    | 'circular_hierarchy'
    | 'unclear_hierarchy'
    | 'inconsistent_contributors'
    | 'bad_option'
    | 'too_large';
  /** 1-based row of the file; null where it is not about one row. */
  readonly row: number | null;
  /** Column, or option. */
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** A table that cannot be protected as it stands; `issues` holds everything that is wrong with it at once. */
export class TableRefused extends Error {
  readonly code = 'table_refused';
  readonly issues: readonly TableIssue[];
  readonly remedy: string;

  constructor(issues: readonly TableIssue[]) {
    const shown = issues.slice(0, mostShown).map(describeIssue);
    const more = issues.length > mostShown ? [`… and ${issues.length - mostShown} more`] : [];
    super(
      [
        `The table cannot be protected as it stands: ${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}.`,
        ...shown,
        ...more,
      ].join('\n'),
    );
    this.name = 'TableRefused';
    this.issues = issues;
    this.remedy = issues[0]?.remedy ?? '';
  }
}

const mostShown = 50;

function describeIssue({ row, column, value, message, remedy }: TableIssue): string {
  const where = [row === null ? '' : `row ${row}`, column === '' ? '' : `column ${column}`].filter(Boolean).join(', ');
  const what = value === '' ? message : `"${value}": ${message}`;
  return `  ${where === '' ? what : `${where}: ${what}`} ${remedy}`;
}
