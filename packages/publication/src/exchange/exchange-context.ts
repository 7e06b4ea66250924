import type { Catalogue, Text } from '@leeto/registers';

/** What an exchange file says beside the tables: who publishes, which edition, on which country. */
export interface ExchangeContext {
  readonly catalogue: Catalogue;
  readonly publisher: {
    /** SDMX maintenance agency, `LS_BOS`: letters, digits, `_` and `-`, a letter first. */
    readonly id: string;
    readonly name: Text;
  };
  readonly country: {
    /** ISO 3166-1 alpha-3. */
    readonly code: string;
    readonly name: Text;
  };
  readonly title: Text;
  readonly edition: {
    /** Of the release, `R-0007`, or of the snapshot. */
    readonly id: string;
    /** The day as of which the figures were made, `YYYY-MM-DD`: VINTAGE of each of them. */
    readonly vintage: string;
    /** ISO instant at which the files were made. */
    readonly preparedAt: string;
  };
  readonly licence?: { readonly name: string; readonly title: string; readonly path: string };
}

/** One file of an export, whole. */
export interface ExchangeFile {
  /** Below the folder of the export, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A table cannot be told in the form asked for; the message names table and code. */
export class ExchangeError extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'ExchangeError';
    this.remedy = remedy;
  }
}
