/** How the Profile shows a measure. Names that a table does not have are passed over, so that a measure may grow. */
export interface MeasureView {
  readonly measure: string;
  /** A noun phrase in the singular that the narrative begins with: "The number of movements across the border". */
  readonly subject: string;
  /** Value column told in the narrative; absent: the first count. */
  readonly value?: string;
  /** Dimension whose categories are ranked, and the noun for one of them. */
  readonly category?: string;
  readonly categoryNoun?: string;
  /** Dimension that makes the lines or the parts of a column. */
  readonly series?: string;
  readonly figure: 'lines' | 'columns' | 'stacked_columns' | 'bars' | 'none';
  /** Dimensions down and across the table; absent: no table in the text (the annex has it in full). */
  readonly table?: { readonly rows: string; readonly columns: string };
  /** Label in the row of key figures; absent: not among them. */
  readonly keyFigure?: string;
  /** Periods add up (movements of months to a year); a stock is told at its last date. */
  readonly isFlow: boolean;
  /** Dimensions to hold at one code in all that is told of it. */
  readonly held?: Readonly<Record<string, string>>;
}
