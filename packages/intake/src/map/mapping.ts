import type { Provenance } from '@leeto/registers';
import type { Codec } from './codec.ts';

/**
 * How the rows of one kind of table become records of one register. Plain JSON: a person can read it, correct it in a
 * text editor, keep it, and use it again for next month's file.
 *
 * The algebra has four parts. A **source** says where a text comes from, a **codec** how that text is read, a **test**
 * which rows and cells count, and an **unpivot** which columns are walked through. A mapping holds one record mapping per
 * record that a row makes.
 */
export interface Mapping {
  readonly version: 1;
  /** kebab-case name under which it is kept. */
  readonly id: string;
  readonly title: string;
  /** The declaration that receives the records. */
  readonly register: string;
  readonly recognise: Recognition;
  /** Cells that mean "not stated" in every column (compared after trimming, without regard to case). */
  readonly nulls: readonly string[];
  /** Decimal mark of numbers given as text. */
  readonly decimalMark: '.' | ',';
  /** Code lists of the file's makers: their code → ours (`null`: not stated). A codec names one of them. */
  readonly codeLists: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Rows that are no record at all: totals, aggregates, notes. The first test that holds gives the reason. */
  readonly skipRowWhen: readonly LeaveOut[];
  readonly emit: readonly RecordMapping[];
  readonly provenance: Partial<Provenance>;
  /** What the proposer was not sure of: to be looked at by a person before the first import. */
  readonly doubts: readonly string[];
}

/** How the table is known again. Headers are compared in their plain form (`headerForm`). */
export interface Recognition {
  /** All of these headers must be there. */
  readonly headers: readonly string[];
  /** Regular expressions, each of which must match one of the headers. */
  readonly headersLike?: readonly string[];
  /** Regular expressions over the sheet's name and over the lines above the header, where these matter. */
  readonly sheet?: string;
  readonly title?: string;
  /** Digest of all headers in order, for an exact match. */
  readonly fingerprint?: string;
}

export interface LeaveOut {
  readonly test: RowTest;
  readonly reason: string;
}

/** One record made of a row (or of each unpivoted cell of it). */
export interface RecordMapping {
  /** Word for messages where a row makes several: 'arrival', 'departure', 'refugees'. */
  readonly label: string;
  /** The record is made only where this holds; else nothing was there to be made. */
  readonly when?: RowTest;
  /** Proposed, but recognised as no record, with the reason: an empty cell of a matrix. */
  readonly leaveOutWhen?: readonly LeaveOut[];
  readonly unpivot?: Unpivot;
  readonly fields: Readonly<Record<string, FieldMapping>>;
}

/** Walks through the columns whose header matches; each cell makes a record. */
export interface Unpivot {
  /** Regular expression over the header line (or over one level of it), without regard to case. */
  readonly pattern: string;
  /** Level of a multi-row header: 0 the top, -1 the bottom. Absent: the whole line. */
  readonly level?: number;
  /** Headers that match but are not walked through. */
  readonly except?: readonly string[];
  /** Regular expression over the same text: what matches is not walked through. */
  readonly exceptLike?: string;
}

export interface FieldMapping {
  readonly from: Source;
  readonly via?: Codec;
}

/** Where a text comes from. */
export type Source =
  /** The cell under this header. */
  | { readonly column: string }
  /** The first column whose header matches a regular expression; the column at a place (0 the first). */
  | { readonly columnLike: string }
  | { readonly place: number }
  | { readonly constant: string }
  /** The unpivoted cell, and one level of its header (0 the top, -1 the bottom). */
  | { readonly cell: true }
  | { readonly header: number }
  /** Several sources with a text between; blank ones are left out. `complete`: blank unless all are there. */
  | { readonly join: readonly Source[]; readonly with: string; readonly complete?: boolean }
  /** The first that is not blank. */
  | { readonly first: readonly Source[] }
  /** The first group of a regular expression over the file's name, the sheet's name, the lines above the header. */
  | { readonly file: string }
  | { readonly sheet: string }
  | { readonly title: string }
  /** A year of birth from an age and the date at which it was stated; a date instead of the age passes as it is. */
  | { readonly age: Source; readonly on: Source }
  /** A stable name for a row that has none: digest of its cells (none named: all); equal rows are numbered. */
  | { readonly digest: readonly string[] };

/** Which rows or cells count. */
export type RowTest =
  | { readonly of: Source; readonly is: readonly string[] }
  | { readonly of: Source; readonly matches: string }
  | { readonly of: Source; readonly isBlank: boolean }
  /** Is (or is a spelling of) a code of the classification. */
  | { readonly of: Source; readonly isIn: string }
  | { readonly all: readonly RowTest[] }
  | { readonly any: readonly RowTest[] }
  | { readonly not: RowTest };
