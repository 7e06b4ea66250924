/** All that a figure or table carries with it, in words, in the order in which it is printed. */
export interface FigureNote {
  /** Numbers in the document's list of sources. */
  readonly sources: readonly number[];
  /** Each in words: label and text. Empty facts are left out by the composer. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly status: 'final' | 'provisional' | 'interim';
  readonly statusLabel: string;
  readonly isSynthetic: boolean;
  /** "Synthetic data", in the language of the document. */
  readonly syntheticLabel: string;
  /** The marks used and what they mean: `c` suppressed, `–` no data. */
  readonly legend: readonly { readonly mark: string; readonly meaning: string }[];
  readonly measure: string;
  readonly snapshot: string;
  /** The command that walks the figure back to the source rows. */
  readonly explain: string;
}
