/**
 * What `read/` hands to `map/`: tables as they stand in a file, before anybody knows what they mean.
 * Cells come as the file gives them; dates that a spreadsheet or Parquet file marks as dates come as ISO text
 * (`2025-03-01`, `2025-03-01T14:05:00`). An empty cell is null.
 */
export type RawCell = string | number | boolean | null;

export interface RawColumn {
  /** 0-based position in `RawBatch.rows[i]`. */
  readonly index: number;
  /** The header as one line, multi-row headers joined with ' / ' (`Male / 1990`). Never empty: `Column C` where the file has none. */
  readonly header: string;
  /** The header level by level, merged cells filled out: `['International migrant stock', 'Male', '1990']`. */
  readonly headerParts: readonly string[];
}

export interface RawBatch {
  readonly rows: readonly (readonly RawCell[])[];
  /** 1-based rows of the sheet (of the file, for CSV: the line number of the record's first line; for Parquet: the row). */
  readonly sourceRows: ArrayLike<number>;
}

/** Something noticed about a file, with the reason for thinking so: shown by `inspect`. */
export interface Finding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  /** `Sheet1!A5`, `line 17`; '' for the file as a whole. */
  readonly where: string;
}

/** A row recognised as no record, and why: a total, a note, a blank, a repeated header. */
export interface LeftOutRow {
  readonly row: number;
  readonly reason: string;
}

export interface RawTable {
  /** Name of the file, or `archive.zip/member.csv`. */
  readonly file: string;
  /** '' where the file has no sheets. */
  readonly sheet: string;
  /** 0-based: several tables may stand on a sheet. */
  readonly index: number;
  /** Lines above the header: titles, units, sources. */
  readonly titles: readonly string[];
  /** Lines below or beside the table: footnotes, sources. Filled after the rows have been read to the end. */
  readonly notes: readonly string[];
  /** Rows the reader did not hand on (notes, repeated headers, a last row cut off), with the reason. Filled as `rows` is read. */
  readonly leftOut?: readonly LeftOutRow[];
  /** Rows handed on that may be no records (totals, section headings): whoever maps the table decides. Filled as `rows` is read. */
  readonly doubtfulRows?: readonly LeftOutRow[];
  readonly columns: readonly RawColumn[];
  /** 1-based first and last row of the header; 0 where there is none. */
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly findings: readonly Finding[];
  /** Rows in batches, in file order, blank rows left out. May be called more than once (inspect, then import). */
  readonly rows: () => AsyncIterable<RawBatch>;
  /** Estimated number of data rows (exact where cheap), for progress. */
  readonly estimatedRows: number;
  /** Decimal mark of numbers given as text. */
  readonly decimalMark: '.' | ',';
}

export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'ods' | 'parquet';

export interface OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** `gzip` or `zip` where the tables were inside one. */
  readonly container: 'gzip' | 'zip' | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly tables: readonly RawTable[];
  readonly findings: readonly Finding[];
}

/** A file that cannot be taken at all: hostile, damaged, or of a make not known. `remedy` says what to do next. */
export class FileRefused extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.name = 'FileRefused';
    this.code = code;
    this.remedy = remedy;
  }
}
