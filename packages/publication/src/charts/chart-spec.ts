/** One line or one set of bars. `null` is a gap: withheld or no data; `withheld[i]` says which. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly withheld: readonly boolean[];
  /** The interval about each value of a `fan`; null where the value is final or there is none. */
  readonly interval?: readonly (readonly [low: number, high: number] | null)[];
}

/**
 * A chart as data, drawn alike on the screen, in the PDF and in Word. `lines` and `columns` have time along the bottom;
 * `bars` lie on their side, one a category, the longest on top. A `fan` is lines with a band about those values that are provisional, which are
 * dotted.
 */
export interface ChartSpec {
  readonly kind: 'lines' | 'columns' | 'stacked_columns' | 'bars' | 'fan';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit: string;
  readonly decimals: number;
  readonly language: 'en' | 'st';
  readonly isSynthetic: boolean;
  /** Drawn faintly into the picture where the data are synthetic, so that a copied picture says so too. */
  readonly syntheticLabel: string;
}
