/** How the Profile shows a measure. Names that a table does not have are passed over, so that a measure may grow. */
export interface MeasureView {
  /** By which chapters name it; one measure may be shown in several ways. */
  readonly id: string;
  readonly measure: string;
  /** Stands for the measure's own title where the view shows a part of it. */
  readonly title?: string;
  /** A noun phrase in the singular that the narrative begins with: "The number of movements across the border". */
  readonly subject: string;
  /** Value column told in the narrative; absent: the first count. */
  readonly value?: string;
  /** Dimension whose categories are ranked, and the noun for one of them. */
  readonly category?: string;
  readonly categoryNoun?: string;
  /** Dimension that makes the lines or the parts of a column. */
  readonly series?: string;
  readonly figure: 'lines' | 'columns' | 'stacked_columns' | 'bars' | 'fan' | 'none';
  /** Of a fan: the value columns with the ends of the interval; where the two are alike the figure is final. */
  readonly interval?: { readonly low: string; readonly high: string };
  /** Dimension down, and across either a dimension or several values; absent: no table in the text (the annex has it in full). */
  readonly table?: { readonly rows: string; readonly columns?: string; readonly values?: readonly string[] };
  /** Label in the row of key figures; absent: not among them. */
  readonly keyFigure?: string;
  /**
   * What the newest figure is of: the last `year` (months add up to it), the `latest` period (a stock), or `all` that the table
   * covers (rates, which do not add up).
   */
  readonly period: 'year' | 'latest' | 'all';
  /** The level is told elsewhere: the narrative speaks of the ranking alone. */
  readonly ranksOnly?: boolean;
  /** Dimensions without a published total whose counts may still be added (deliveries of one register). */
  readonly addsUp?: readonly string[];
  /** Dimensions to hold at one code in all that is told of it; where the table lacks the code there are no data. */
  readonly held?: Readonly<Record<string, string>>;
}
